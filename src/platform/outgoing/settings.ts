import { existsSync } from 'node:fs';
import { z } from 'zod';
import type { OutgoingSettings } from './index.js';

const LOOPBACK = /^(localhost|127(\.\d{1,3}){3}|\[::1\])$/;
const urlOf = (text: string | undefined): URL | undefined => (text !== undefined && URL.canParse(text) ? new URL(text) : undefined);
const isHere = (text: string | undefined): boolean => LOOPBACK.test(urlOf(text)?.hostname ?? '');
const isOrigin = (text: string): boolean => ['http:', 'https:'].includes(urlOf(text)?.protocol ?? '') && urlOf(text)?.origin === text;

const origin = z
  .string()
  .refine(isOrigin, { error: 'must be scheme and host only, as in https://hub.example, without a slash at the end' });
/** Whatever leaves this machine is encrypted. */
const encrypted = (text: string): boolean => urlOf(text)?.protocol === 'https:' || (urlOf(text)?.protocol === 'http:' && isHere(text));

/** The settings of what goes out, in the words of the environment. */
export const outgoingShape = {
  PUBLIC_URL: origin.optional(),
  SMTP_URL: z
    .string()
    .refine((text) => ['smtp:', 'smtps:'].includes(urlOf(text)?.protocol ?? '') && urlOf(text)?.hostname !== '', {
      error: 'must be an address that begins with smtp:// or smtps://',
    })
    .optional(),
  SMTP_FROM: z
    .string()
    .regex(
      /^([^<>"@\r\n]{1,100} )?<?[^\s<>"@]+@[^\s<>"@]+>?$/,
      'must be an address, as in notices@hub.example or 融通 <notices@hub.example>',
    )
    .optional(),
  SMTP_TLS: z.enum(['on', 'off'], { error: 'must be one of on, off' }).default('on'),
  SMTP_CA_FILE: z
    .string()
    .refine((path) => existsSync(path), { error: 'must be a file with certificates of authorities (PEM)' })
    .optional(),
  SMS_URL: z.string().refine(encrypted, { error: 'must begin with https://, or with http:// on this machine' }).optional(),
  SMS_SECRET: z.string().min(16, 'must have at least 16 characters').optional(),
  WECOM_ORIGIN: origin.refine(encrypted, { error: 'must begin with https://, or with http:// on this machine' }).optional(),
} as const;

type Raw = Readonly<Record<string, string | undefined>>;

/** What only shows when several of them are seen together. */
export const outgoingMistakes = (raw: Raw): string[] => {
  const production = raw.NODE_ENV === 'production';
  const given = ['SMTP_URL', 'SMS_URL', 'WECOM_ORIGIN'].filter((name) => raw[name] !== undefined);
  return [
    ...(raw.SMTP_URL !== undefined && raw.SMTP_FROM === undefined ? ['SMTP_FROM must say who mails are from when SMTP_URL is set'] : []),
    ...(raw.SMS_URL !== undefined && raw.SMS_SECRET === undefined ? ['SMS_SECRET must be set with SMS_URL: messages are signed'] : []),
    ...(raw.SMTP_TLS === 'off' && !isHere(raw.SMTP_URL)
      ? ['SMTP_TLS must be on unless the server of SMTP_URL is on this machine: mails would travel unencrypted']
      : []),
    ...(production && given.length > 0 && !raw.PUBLIC_URL?.startsWith('https://')
      ? [`PUBLIC_URL must be the https address of the hub when ${given[0]} is set: messages link to it`]
      : []),
  ];
};

type Outgoings = z.output<z.ZodObject<typeof outgoingShape>>;

/** @param demo whether what has no road is written to files */
export const outgoingOf = (s: Outgoings, demo: boolean): OutgoingSettings => ({
  ...(s.SMTP_URL !== undefined && {
    smtp: {
      url: s.SMTP_URL,
      from: s.SMTP_FROM ?? '',
      plain: s.SMTP_TLS === 'off',
      ...(s.SMTP_CA_FILE !== undefined && { caFile: s.SMTP_CA_FILE }),
    },
  }),
  ...(s.SMS_URL !== undefined && { sms: { url: s.SMS_URL, secret: s.SMS_SECRET ?? '' } }),
  ...(s.WECOM_ORIGIN !== undefined && { wecomOrigin: s.WECOM_ORIGIN }),
  toFiles: demo,
});
