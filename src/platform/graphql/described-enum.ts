import { registerEnumType } from 'type-graphql';

/** Registers an enum: each name with the value that stands for it inside, and what it means. */
export const codedEnum = <Name extends string>(
  name: string,
  description: string,
  members: Readonly<Record<Name, readonly [value: string, text: string]>>,
): Record<Name, string> => {
  const entries = Object.entries<readonly [string, string]>(members);
  const values = Object.fromEntries(entries.map(([key, [value]]) => [key, value])) as Record<Name, string>;
  const texts = Object.fromEntries(entries.map(([key, [, text]]) => [key, { description: text }]));
  registerEnumType(values, { name, description, valuesConfig: texts as Record<Name, { description: string }> });
  return values;
};

/** Registers an enum whose names are its values, and what each means. */
export const describedEnum = <Name extends string>(
  name: string,
  description: string,
  members: Readonly<Record<Name, string>>,
): Record<Name, Name> => {
  const coded = Object.fromEntries(Object.entries<string>(members).map(([key, text]) => [key, [key, text]]));
  return codedEnum(name, description, coded as unknown as Record<Name, readonly [string, string]>) as Record<Name, Name>;
};
