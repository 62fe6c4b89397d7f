/** One reason why something asked for was not done. `field` is a path into the input, `params` fill the message. */
export interface Refusal<Code extends string = string> {
  readonly code: Code;
  readonly field?: readonly string[];
  readonly params?: Readonly<Record<string, string>>;
}

/** The answer of a rule: a value, or every reason at once. */
export type Verdict<Value, Code extends string = string> =
  | { readonly ok: true; readonly value: Value }
  | { readonly ok: false; readonly refusals: readonly Refusal<Code>[] };

/** What a refusal says to a person; `{name}` stands for a parameter. */
export type Catalogue<Code extends string = string> = Readonly<Record<Code, { readonly en: string; readonly zh: string }>>;

export const ok = <Value>(value: Value): { readonly ok: true; readonly value: Value } => ({ ok: true, value });

export const refused = <Code extends string>(
  ...refusals: readonly Refusal<Code>[]
): { readonly ok: false; readonly refusals: readonly Refusal<Code>[] } => ({ ok: false, refusals });

/** `value` when nothing speaks against it, else all of the refusals. */
export const unless = <Value, Code extends string>(refusals: readonly Refusal<Code>[], value: Value): Verdict<Value, Code> =>
  refusals.length === 0 ? ok(value) : refused(...refusals);
