import { type GraphQLSchema, isInputObjectType, isIntrospectionType, isObjectType, lexicographicSortSchema, printSchema } from 'graphql';
import { buildSchema } from 'type-graphql';
import type { NonEmptyArray, PubSub } from 'type-graphql';
import { commonRefusals } from '../commands/refusals.js';
import type { Room } from '../room.js';
import { EventType, eventTypeTexts } from './event-type.js';
import { schemaObjections } from './schema-rules.js';
import { UserErrorCode, userErrorCodeTexts } from './user-error.js';

const ROOTS: Readonly<Record<string, string>> = {
  Query: 'Everything that can be read. All of it is seen with the rights of the caller: what one may not see does not exist.',
  Mutation: 'Everything that can be done. Each field is one command in one transaction; several are done one after another.',
  Subscription: 'What happens, as it happens, from any cursor on.',
};

// type-graphql wants one as soon as a subscription is declared; ours are served by the live engine and never through it.
const unusedPubSub: PubSub = {
  publish: () => undefined,
  subscribe: () => {
    throw new Error('subscriptions are served by the live engine');
  },
};

/**
 * The schema of these rooms, ready for the read compiler: object fields have no resolvers, and the enums `UserErrorCode` and
 * `EventType` hold what the rooms declare.
 * @throws Error that lists every root field without a policy and everything without a description
 */
export async function buildHubSchema(rooms: readonly Room[]): Promise<GraphQLSchema> {
  const refusals = [commonRefusals, ...rooms.map((room) => room.refusals)];
  refill(
    UserErrorCode,
    userErrorCodeTexts,
    refusals.flatMap((catalogue) => Object.entries(catalogue).map(([code, text]) => [code, text.en])),
  );
  refill(
    EventType,
    eventTypeTexts,
    rooms.flatMap((room) => room.events.map((type) => [type, sentenceOf(type)])),
  );
  const schema = await buildSchema({
    resolvers: rooms.flatMap((room) => room.resolvers) as NonEmptyArray<Function>,
    validate: false,
    pubSub: unusedPubSub,
  });
  for (const type of Object.values(schema.getTypeMap())) {
    if (type.name in ROOTS) type.description = ROOTS[type.name];
    if (isInputObjectType(type)) type.isOneOf = type.extensions.oneOf === true;
    if (isObjectType(type) && !isIntrospectionType(type) && !(type.name in ROOTS))
      for (const field of Object.values(type.getFields())) delete field.resolve;
  }
  const objections = schemaObjections(schema);
  if (objections.length > 0) throw new Error(`The schema is not fit to publish:\n${objections.join('\n')}`);
  return schema;
}

/** The schema as it is committed and published: sorted, so that a difference in it is a difference in meaning. */
export const printHubSchema = (schema: GraphQLSchema): string => `${printSchema(lexicographicSortSchema(schema))}\n`;

const sentenceOf = (type: string): string => {
  const words = type.toLowerCase().replaceAll('_', ' ');
  return `${words.charAt(0).toUpperCase()}${words.slice(1)}.`;
};

const refill = (
  values: Record<string, string>,
  texts: Record<string, { description: string }>,
  entries: readonly (readonly string[])[],
): void => {
  for (const known of Object.keys(values)) {
    delete values[known];
    delete texts[known];
  }
  for (const [value = '', description = ''] of entries) {
    values[value] = value;
    texts[value] = { description };
  }
};
