import { hash, verify } from '@node-rs/argon2';
import type { Pool } from 'pg';
import { newSessionSecret, secretHash } from './credentials.js';

/** 5 failures per account and 20 per address in a quarter of an hour. */
const LIMIT = { perAccount: 5, perAddress: 20, within: '15 minutes' } as const;

/** OWASP's figures for argon2id: 19 MiB, two passes, one lane. */
const ARGON2ID = { memoryCost: 19_456, timeCost: 2, parallelism: 1 } as const;

export const hashPassword = (password: string): Promise<string> => hash(password, ARGON2ID);

export type LoginAnswer =
  | {
      readonly kind: 'passed';
      readonly personId: string;
      readonly orgId: string;
      readonly orgIds: readonly string[];
      readonly initial: boolean;
    }
  /** Wrong name, wrong password or an organisation that is not theirs: the caller learns no more. */
  | { readonly kind: 'refused' }
  | { readonly kind: 'limited'; readonly retryAfterSeconds: number };

export interface LoginAttempt {
  readonly login: string;
  readonly password: string;
  /** The organisation to act for; the home organisation when absent. */
  readonly orgId?: string;
  /** Where the attempt comes from. */
  readonly address: string;
}

interface LoginRow {
  person_id: string;
  password_hash: string;
  initial: boolean;
  org_id: string;
}

/** Verifies a password and always takes as long as a right one takes, whether the account exists or not. */
export function createLogin(pool: Pool): (attempt: LoginAttempt) => Promise<LoginAnswer> {
  // Of a password that nobody has: what an unknown name is compared with.
  const decoy = hashPassword(newSessionSecret());

  return async ({ login, password, orgId, address }) => {
    const account = secretHash(login.toLowerCase());
    const [begun] = (
      await pool.query<{ wait: number | null }>('select app.login_begin($1, $2, $3, $4, $5) as wait', [
        account,
        address,
        LIMIT.perAccount,
        LIMIT.perAddress,
        LIMIT.within,
      ])
    ).rows;
    if (begun?.wait != null) return { kind: 'limited', retryAfterSeconds: begun.wait };
    const rows = (await pool.query<LoginRow>('select * from app.auth_login($1)', [login])).rows;
    const right = await verify(rows[0]?.password_hash ?? (await decoy), password);
    const chosen = orgId === undefined ? rows[0] : rows.find((row) => row.org_id === orgId);
    if (!right || !chosen) return { kind: 'refused' };
    await pool.query('select app.login_passed($1, $2)', [account, address]);
    return {
      kind: 'passed',
      personId: chosen.person_id,
      orgId: chosen.org_id,
      orgIds: rows.map((row) => row.org_id),
      initial: chosen.initial,
    };
  };
}
