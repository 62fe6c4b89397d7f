import { readFileSync } from 'node:fs';
import { createTransport } from 'nodemailer';
import { type Driver, type Letter, Undeliverable } from './letter.js';

export interface SmtpSettings {
  /** `smtp://` (STARTTLS) or `smtps://` (TLS from the first byte), with user and password where the server asks for them. */
  readonly url: string;
  /** Who the mail is from, as in `融通 <notices@hub.example>`. */
  readonly from: string;
  /** Without encryption: for a server on this machine only. */
  readonly plain: boolean;
  /** PEM of an authority besides those that the system trusts. */
  readonly caFile?: string;
}

const WAIT_MS = 10_000;

/** What every mail says about itself, so that a repetition is known by its Message-ID and no holiday reply comes back. */
export const mailOf = ({ to, subject, text, key }: Letter, from: string, host: string) => ({
  from,
  to: { name: '', address: to },
  subject,
  text,
  messageId: `<${key}@${host}>`,
  headers: { 'Auto-Submitted': 'auto-generated', 'X-Rongtong-Key': key },
  disableFileAccess: true,
  disableUrlAccess: true,
});

interface SmtpError {
  readonly code?: string;
  readonly responseCode?: number;
}

/** What the server said of the reader or of the mail. All else, such as a refused log-in or STARTTLS, is a matter of settings: mails wait. */
const OF_THE_MAIL = new Set(['EENVELOPE', 'EMESSAGE']);

// 5yz is permanent (RFC 5321 4.2.1).
const isFinal = ({ code = '', responseCode = 0 }: SmtpError): boolean => responseCode >= 500 && OF_THE_MAIL.has(code);

/** Mail by SMTP, encrypted by TLS 1.2 or newer with a certificate that fits. */
export const smtpDriver = ({ url, from, plain, caFile }: SmtpSettings): { readonly send: Driver; close(): void } => {
  const address = new URL(url);
  const secure = address.protocol === 'smtps:';
  const transport = createTransport({
    host: address.hostname.replace(/^\[|\]$/g, ''),
    port: Number(address.port || (secure ? 465 : 587)),
    secure,
    requireTLS: !secure && !plain,
    ignoreTLS: plain,
    tls: { minVersion: 'TLSv1.2', ...(caFile === undefined ? {} : { ca: readFileSync(caFile) }) },
    ...(address.username === ''
      ? {}
      : { auth: { user: decodeURIComponent(address.username), pass: decodeURIComponent(address.password) } }),
    connectionTimeout: WAIT_MS,
    greetingTimeout: WAIT_MS,
    socketTimeout: WAIT_MS,
  });
  return {
    async send(letter) {
      try {
        await transport.sendMail(mailOf(letter, from, address.hostname));
      } catch (error) {
        const known = error as SmtpError;
        if (isFinal(known)) throw new Undeliverable(known.code === 'EENVELOPE' ? 'ADDRESS_REFUSED' : 'MESSAGE_REFUSED');
        // Its text may name the reader.
        throw new Error(`the mail server failed: ${known.code ?? 'unknown'} ${known.responseCode ?? ''}`.trim());
      }
    },
    close: () => transport.close(),
  };
};
