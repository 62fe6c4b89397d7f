import type { Refusal, Verdict } from '../../kernel/refusal.js';
import { ok, refused } from '../../kernel/refusal.js';
import type { AddressCode } from '../refusals.js';

// One mailbox of RFC 5321 in its everyday form: what else that standard allows nobody has, and servers refuse.
const EMAIL = /^[A-Za-z0-9.!#$%&'*+/=?^_`{|}~-]{1,64}@(?=.{4,200}$)([A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?\.)+[A-Za-z]{2,63}$/;
// ITU-T E.164: at most 15 digits with the country.
const PHONE = /^\+[1-9][0-9]{6,14}$/;
const CHINESE_MOBILE = /^1[3-9][0-9]{9}$/;
const ROBOT = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;
const ROBOT_URL = /^https:\/\/qyapi\.weixin\.qq\.com\/cgi-bin\/webhook\/send\?key=([0-9a-f-]{36})$/;

const emailOf = (text: string): string | undefined => {
  const [local = '', domain = ''] = text.split('@');
  const address = `${local}@${domain.toLowerCase()}`;
  return EMAIL.test(text) && !local.startsWith('.') && !local.endsWith('.') && !local.includes('..') ? address : undefined;
};

const phoneOf = (text: string): string | undefined => {
  const digits = text.replace(/[\s()-]/g, '').replace(/^00/, '+');
  if (CHINESE_MOBILE.test(digits)) return `+86${digits}`;
  return PHONE.test(digits) ? digits : undefined;
};

/** The key of a group's robot, given as it is or within the address that WeCom shows. No other address is ever kept. */
const robotOf = (text: string): string | undefined => {
  const key = ROBOT_URL.exec(text)?.[1] ?? text;
  return ROBOT.test(key) ? key : undefined;
};

const READERS = { EMAIL: emailOf, SMS: phoneOf, WECOM: robotOf } as const;
const FAULTS = { EMAIL: 'EMAIL_INVALID', SMS: 'PHONE_INVALID', WECOM: 'ROBOT_INVALID' } as const satisfies Record<string, AddressCode>;

/** The address as it is kept: half-width, without blanks, a number with its country, a robot by its key. */
export const addressOf = (channel: keyof typeof READERS, text: string): Verdict<string, AddressCode> => {
  const address = READERS[channel](text.normalize('NFKC').trim());
  return address === undefined ? refused({ code: FAULTS[channel], field: ['address'] }) : ok(address);
};

export const MOST_ADDRESSES = 10;
export const MOST_TRIES = 5;
/** Codes that may be sent to one address in a day, and the seconds between two. */
export const MOST_CODES = 5;
export const CODE_PAUSE_SECONDS = 60;

/** What has been sent to an address already. */
export interface CodesSent {
  readonly today: number;
  /** Seconds since the last one; absent when there is none. */
  readonly lastAgo?: number;
}

/** Why no further code is sent now. */
export const codeFaults = ({ today, lastAgo }: CodesSent): Refusal<'RATE_LIMITED'>[] => {
  const wait = today >= MOST_CODES ? 86_400 : lastAgo !== undefined && lastAgo < CODE_PAUSE_SECONDS ? CODE_PAUSE_SECONDS - lastAgo : 0;
  return wait > 0 ? [{ code: 'RATE_LIMITED', params: { seconds: String(wait) } }] : [];
};
