/** Who the browser acts as. A session acts for one organisation; its cookie is the browser's, what proves a form is `csrfToken`. */
export interface Session {
  readonly csrfToken: string;
  readonly organisation: string;
  readonly scopes: readonly string[];
  readonly duties: readonly string[];
  readonly expiresAt?: string;
}

export class SignInRefused extends Error {
  constructor(
    readonly code: string,
    readonly retryAfter: number | undefined,
  ) {
    super(code);
  }
}

const JSON_TYPE = { 'content-type': 'application/json' };

/** The session that the browser has, or undefined. @throws when the hub cannot be reached */
export const readSession = async (): Promise<Session | undefined> => {
  const answer = await fetch('/session');
  if (answer.status === 401) return undefined;
  if (!answer.ok) throw new Error(`GET /session: ${answer.status}`);
  return (await answer.json()) as Session;
};

/** @throws SignInRefused with the hub's code */
export const openSession = async (login: string, password: string, organisation?: string): Promise<Session | undefined> => {
  const answer = await fetch('/session', { method: 'POST', headers: JSON_TYPE, body: JSON.stringify({ login, password, organisation }) });
  if (!answer.ok) {
    const { errors } = (await answer.json().catch(() => ({}))) as { errors?: { extensions?: { code?: string; retryAfter?: number } }[] };
    throw new SignInRefused(errors?.[0]?.extensions?.code ?? 'UNAVAILABLE', errors?.[0]?.extensions?.retryAfter);
  }
  return readSession();
};

export const closeSession = async ({ csrfToken }: Session): Promise<void> => {
  await fetch('/session', { method: 'DELETE', headers: { 'x-csrf-token': csrfToken } });
};
