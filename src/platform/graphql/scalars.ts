import { GraphQLError, GraphQLScalarType, Kind } from 'graphql';

/**
 * A scalar that travels as a string. It lets every string through: what the string must say is checked by the command,
 * which answers with a user error that names the field. Only another JSON type is an error of the document.
 */
const textScalar = (name: string, specifiedByURL: string, description: string): GraphQLScalarType<string, string> => {
  const text = (value: unknown): string => {
    if (typeof value === 'string') return value;
    throw new GraphQLError(`${name} must be a string.`);
  };
  return new GraphQLScalarType<string, string>({
    name,
    specifiedByURL,
    description,
    serialize: text,
    parseValue: text,
    parseLiteral: (node) => text(node.kind === Kind.STRING ? node.value : undefined),
  });
};

export const DateTime = textScalar(
  'DateTime',
  'https://scalars.graphql.org/andimarek/date-time.html',
  'A moment in UTC with microseconds, such as `2026-03-05T08:00:00.000000Z`. Input may carry any offset.',
);

export const CalendarDate = textScalar(
  'Date',
  'https://scalars.graphql.org/andimarek/local-date.html',
  'A day of the calendar, `YYYY-MM-DD`, without a zone. Days of a contract are days in Asia/Shanghai.',
);

export const Decimal = textScalar(
  'Decimal',
  'https://www.w3.org/TR/xmlschema11-2/#decimal',
  'An exact decimal number as a string, such as `"1234.50"`. Never a JSON number, so that no client rounds it.',
);

export const CurrencyCode = textScalar(
  'CurrencyCode',
  'https://www.iso.org/iso-4217-currency-codes.html',
  'A currency by its three letters of ISO 4217, such as `CNY`.',
);

export const Cursor = textScalar(
  'Cursor',
  'https://relay.dev/graphql/connections.htm#sec-Cursor',
  'A place in a list or in the feed. Opaque: take it from an answer and give it back under the same order.',
);

export const UnifiedSocialCreditCode = textScalar(
  'UnifiedSocialCreditCode',
  'https://en.wikipedia.org/wiki/Unified_Social_Credit_Identifier',
  'The 18 characters by which a Chinese organisation is registered (GB 32100-2015); the last one is a check character.',
);
