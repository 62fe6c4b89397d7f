import { createHmac } from 'node:crypto';
import type { Driver } from './letter.js';
import { post } from './post.js';

export interface SmsSettings {
  /** Where short messages are taken: a gateway of the operator in front of the provider. */
  readonly url: string;
  readonly secret: string;
}

/** `hex(HMAC-SHA256(secret, "<seconds since 1970>.<body>"))`: who sent it, and when. */
export const smsSignature = (secret: string, seconds: string, body: string): string =>
  createHmac('sha256', secret).update(`${seconds}.${body}`).digest('hex');

/**
 * Short messages by HTTP: `POST {"to": "+86…", "text": "…", "key": "…"}` with the headers `x-rongtong-time` and
 * `x-rongtong-signature`. The gateway answers 2xx when it has taken the message, 4xx when it never will; with a `key` that it has
 * taken already it answers 2xx and sends nothing.
 */
export const smsDriver =
  ({ url, secret }: SmsSettings): Driver =>
  async ({ to, text, key }) => {
    const body = JSON.stringify({ to, text, key });
    const seconds = String(Math.floor(Date.now() / 1000));
    await post(url, body, { 'x-rongtong-time': seconds, 'x-rongtong-signature': smsSignature(secret, seconds, body) });
  };
