import { Field, ObjectType, registerEnumType } from 'type-graphql';
import type { Catalogue, Refusal } from '../../kernel/refusal.js';
import type { Locale } from '../auth/viewer.js';

/** Filled from the catalogues of all rooms when the schema is built. */
export const UserErrorCode: Record<string, string> = {};
export const userErrorCodeTexts: Record<string, { description: string }> = {};
registerEnumType(UserErrorCode, {
  name: 'UserErrorCode',
  description: 'Why something asked for was not done. Codes are added, never renamed: treat an unknown one as a plain refusal.',
  valuesConfig: userErrorCodeTexts,
});

@ObjectType({ description: 'A value that belongs to a message.' })
export class UserErrorParam {
  @Field({ description: 'Name of the value, as in the message template.' })
  name!: string;

  @Field({ description: 'The value.' })
  value!: string;
}

@ObjectType({ description: 'One reason why a mutation did nothing. All reasons that are known are given at once.' })
export class UserError {
  @Field(() => UserErrorCode, { description: 'The reason, for programs.' })
  code!: string;

  @Field(() => [String], { nullable: true, description: 'Path into the input that the reason is about; null when it is about the whole.' })
  field?: string[];

  @Field({ description: 'The reason and what to do about it, for people, in the language of the caller.' })
  message!: string;

  @Field(() => [UserErrorParam], { description: 'The values in the message.' })
  params!: UserErrorParam[];
}

/** What every mutation answers besides its object. Payload types extend it. */
@ObjectType({ description: 'What every mutation answers.' })
export class Payload {
  @Field({ description: 'True when the same idempotency key had done this before and nothing was done now.' })
  replayed!: boolean;

  @Field(() => [UserError], { description: 'Why nothing was done; empty when it was done.' })
  userErrors!: UserError[];
}

const fill = (template: string, params: Readonly<Record<string, string>>): string =>
  template.replaceAll(/\{(\w+)\}/g, (whole, name: string) => params[name] ?? whole);

/** Refusals as a client sees them, in the order given. */
export const userErrors = (refusals: readonly Refusal[], texts: Catalogue, locale: Locale): UserError[] =>
  refusals.map(({ code, field, params = {} }) => ({
    code,
    ...(field && { field: [...field] }),
    message: fill(texts[code]?.[locale] ?? code, params),
    params: Object.entries(params).map(([name, value]) => ({ name, value })),
  }));
