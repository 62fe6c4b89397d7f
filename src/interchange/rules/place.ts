import type { Refusal } from '../../kernel/refusal.js';

/** What a rule of content finds: something missing, something that may not be there, a value that may not be. */
export type BrokenRuleCode = 'FACT_EXPECTED' | 'FACT_UNEXPECTED' | 'VALUE_AGAINST_RULE' | 'TOO_MANY_DIGITS';

/** A part of a document and where it stands. */
export interface Place<Part> {
  readonly part: Part;
  readonly at: readonly string[];
}

/** One rule about a part: its id, where below the part it looks, and whether it holds. */
export type PartRule<Part> = readonly [rule: string, path: string, holds: (part: Part) => boolean, code?: BrokenRuleCode];

export type Broken = Refusal<BrokenRuleCode>;

export const broken = (code: BrokenRuleCode, field: readonly string[], rule: string, value = ''): Broken => ({
  code,
  field,
  params: { path: field.join('/'), value, rule },
});

/** The rules that a part breaks. */
export const brokenIn = <Part>(rules: readonly PartRule<Part>[], { part, at }: Place<Part>): Broken[] =>
  rules
    .filter(([, , holds]) => !holds(part))
    .map(([rule, path, , code = 'FACT_EXPECTED']) => broken(code, [...at, ...path.split('/').filter((step) => step !== '')], rule));

export const places = <Part>(parts: readonly Part[] | undefined, name: string, at: readonly string[] = []): Place<Part>[] =>
  (parts ?? []).map((part, index) => ({ part, at: [...at, `${name}[${index + 1}]`] }));

/** Whether something is said: a value that is more than blanks. */
export const said = (value: string | { readonly value: string } | undefined): boolean =>
  (typeof value === 'string' ? value : value?.value)?.trim().length ? true : false;
