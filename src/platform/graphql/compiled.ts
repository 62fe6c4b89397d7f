/**
 * The body of every field that the read compiler answers: `return compiled();`. It is never called, because no such field is
 * executed by graphql-js; it throws so that a way round the compiler shows at once.
 */
export const compiled = (): never => {
  throw new Error('A compiled field was executed outside the read compiler.');
};
