import {
  buildSchema,
  type GraphQLEnumType,
  type GraphQLInputObjectType,
  isInputObjectType,
  valueFromASTUntyped,
  parseValue,
} from 'graphql';
import { beforeAll, describe, expect, it } from 'vitest';
import { DateTime, Decimal } from '../../src/platform/graphql/scalars.js';
import { buildHubSchema, printHubSchema } from '../../src/platform/graphql/schema.js';
import { policyOf, schemaObjections } from '../../src/platform/graphql/schema-rules.js';
import { rooms } from '../../src/rooms.js';

describe('a schema that is not fit to publish', () => {
  it('is refused with every root field without a policy and everything without a description named', () => {
    const objections = schemaObjections(
      buildSchema(`
        """Described."""
        type Query { open(word: String): Thing }
        type Thing { """Described.""" id: ID!, bare: Kind }
        """Described."""
        enum Kind { ONE }
        input Given { value: Int }
      `),
    );
    expect(objections.sort()).toEqual([
      'Given has no description',
      'Given.value has no description',
      'Kind.ONE has no description',
      'Query.open has no @Policy',
      'Query.open has no description',
      'Query.open.word has no description',
      'Thing has no description',
      'Thing.bare has no description',
    ]);
  });

  it('does not pass for having a policy that no scope stands for', () => {
    const schema = buildSchema('type Query { a: Int }');
    const field = schema.getQueryType()?.getFields().a;
    if (!field) throw new Error('no field');
    field.extensions = { policy: 'everything' };
    expect(policyOf(field)).toBeUndefined();
  });
});

describe('the schema of the hub', () => {
  let printed: string;
  beforeAll(async () => {
    printed = printHubSchema(await buildHubSchema(rooms));
  });

  it('prints alike twice, in an order that does not depend on the order of the rooms', async () => {
    expect(printHubSchema(await buildHubSchema([...rooms].reverse()))).toBe(printed);
  });

  it('keeps exactly-one-of inputs when it is printed and read again', async () => {
    const inputs = Object.values((await buildHubSchema(rooms)).getTypeMap()).filter(
      (type): type is GraphQLInputObjectType => isInputObjectType(type) && type.isOneOf,
    );
    expect(inputs.length).toBeGreaterThan(0);
    const again = buildSchema(printed);
    for (const { name } of inputs) expect((again.getType(name) as GraphQLInputObjectType).isOneOf).toBe(true);
  });

  it('says where each scalar is specified', () => {
    for (const name of ['DateTime', 'Date', 'Decimal', 'CurrencyCode', 'Cursor', 'UnifiedSocialCreditCode']) {
      expect(printed).toMatch(new RegExp(`scalar ${name} @specifiedBy\\(url: "https://`));
    }
  });

  it('has the code of every refusal and the type of every event of every room as enum values', () => {
    const values = (name: string) => (buildSchema(printed).getType(name) as GraphQLEnumType).getValues().map((value) => value.name);
    expect(values('UserErrorCode')).toEqual(expect.arrayContaining(rooms.flatMap((room) => Object.keys(room.refusals))));
    expect(values('EventType').sort()).toEqual([...new Set(rooms.flatMap((room) => room.events))].sort());
  });
});

describe('a scalar', () => {
  it('lets every string through, so that the command can name the field, and nothing but strings', () => {
    expect([Decimal.parseValue('1.50'), Decimal.parseValue('abc'), DateTime.parseValue('')]).toEqual(['1.50', 'abc', '']);
    for (const wrong of [1.5, 1, true, {}, [], null])
      expect(() => Decimal.parseValue(wrong), String(wrong)).toThrow('Decimal must be a string.');
    for (const literal of ['1.5', '1', 'true', 'ENUM', '{ a: 1 }'])
      expect(() => Decimal.parseLiteral(parseValue(literal) as never), literal).toThrow('must be a string');
    expect(Decimal.parseLiteral(parseValue('"1.50"') as never)).toBe(valueFromASTUntyped(parseValue('"1.50"')));
  });
});
