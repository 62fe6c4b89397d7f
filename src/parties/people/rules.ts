import type { Refusal } from '../../kernel/refusal.js';
import type { PeopleCode } from '../refusals.js';

const LOGIN = /^\S{3,100}$/;

/** A log-in name as it is stored, or undefined when it cannot be one. */
export const loginOf = (text: string): string | undefined => {
  const login = text.normalize('NFKC').trim().toLowerCase();
  return LOGIN.test(login) ? login : undefined;
};

/** Duties between two days; days are `YYYY-MM-DD`, the last one counts. */
export interface Term {
  readonly duties: readonly string[];
  readonly validFrom: string;
  readonly validTo?: string | null;
}

/** A membership as the rules look at it. */
export interface Held extends Term {
  readonly personId: string;
  readonly delegatedFrom?: string | null;
  readonly endedAt?: string | null;
}

/** Whether it counts on that day, or will. */
export const holdsOn = (held: Held, day: string): boolean => !held.endedAt && (held.validTo ?? day) >= day;

/** Why these duties cannot be given: `from` is the membership that they are delegated from. */
export const grantFaults = (grant: Term & { readonly personId: string }, from: Held | undefined, today: string): Refusal<PeopleCode>[] => {
  const faults: Refusal<PeopleCode>[] = [];
  if (grant.validTo && grant.validTo < grant.validFrom) faults.push({ code: 'DATES_REVERSED', field: ['validTo'] });
  if (!from) return faults;
  if (!grant.validTo) faults.push({ code: 'DELEGATION_WITHOUT_END', field: ['validTo'] });
  if (from.personId === grant.personId) faults.push({ code: 'DELEGATION_TO_ONESELF', field: ['personId'] });
  const within =
    holdsOn(from, today) &&
    !from.delegatedFrom &&
    grant.validFrom >= from.validFrom &&
    (!from.validTo || (grant.validTo ?? '') <= from.validTo) &&
    grant.duties.every((duty) => from.duties.includes(duty));
  if (!within) faults.push({ code: 'DELEGATION_TOO_WIDE', field: ['delegatedFromId'] });
  return faults;
};

/** Whether an organisation is left without anybody who could let others in once `ended` has ended: an administrator for good. */
export const leavesNoAdministrator = (ended: Held, others: readonly Held[], today: string): boolean => {
  const administers = (one: Held): boolean => one.duties.includes('ADMIN') && holdsOn(one, today) && !one.validTo && !one.delegatedFrom;
  return administers(ended) && !others.some((one) => administers(one) && one.validFrom <= today);
};

/** Whether a password is long enough to resist guessing: NIST SP 800-63B asks for length and for nothing else. */
export const isStrong = (password: string, login: string): boolean => {
  const length = [...password].length;
  return length >= 12 && length <= 128 && password.toLowerCase() !== login;
};
