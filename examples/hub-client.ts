/** A caller's error of a mutation. */
export interface UserError {
  readonly code: string;
  readonly field: readonly string[] | null;
  readonly message: string;
}

/** Asks the hub as the holder of a key. Throws what the hub says when the document or the key is wrong. */
export type Ask = <Data>(query: string, variables?: object) => Promise<Data>;

export const HUB = process.env.RONGTONG_URL ?? 'http://127.0.0.1:4000';

/** @param who the secret of a key, or the headers of a person's session */
export const askAs =
  (who: string | Readonly<Record<string, string>>): Ask =>
  async <Data>(query: string, variables: object = {}): Promise<Data> => {
    const response = await fetch(`${HUB}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...(typeof who === 'string' ? { authorization: `Bearer ${who}` } : who) },
      body: JSON.stringify({ query, variables }),
    });
    const { data, errors } = (await response.json()) as { data?: Data; errors?: readonly { readonly message: string }[] };
    if (!data || errors) throw new Error(errors?.map((error) => error.message).join('\n') ?? `The hub answered ${response.status}.`);
    return data;
  };

/** Throws when a mutation was refused. */
export const granted = <Payload extends { readonly userErrors: readonly UserError[] }>(payload: Payload): Payload => {
  if (payload.userErrors.length > 0)
    throw new Error(payload.userErrors.map(({ code, field, message }) => `${code} ${field?.join('.') ?? ''}: ${message}`).join('\n'));
  return payload;
};
