import { Extensions } from 'type-graphql';

/** Marks an input type of which exactly one field must be given: `@oneOf` in the printed schema. */
export const OneOf = () => Extensions({ oneOf: true });
