import type { AddressInfo } from 'node:net';
import { SMTPServer, type SMTPServerOptions } from 'smtp-server';

/** A mail server of our own, with what it was given. */
export interface Mailbox {
  readonly port: number;
  readonly mails: { readonly to: readonly string[]; readonly raw: string; readonly secure: boolean }[];
  /** What the next mails are answered with, first come first; then they are taken. */
  readonly answers: (number | 'HANG_UP')[];
  close(): Promise<void>;
}

const refusal = (code: number): Error =>
  Object.assign(new Error(`${code} said the server of somebody@secret.example`), { responseCode: code });

export async function openMailbox(options: SMTPServerOptions = {}): Promise<Mailbox> {
  const mails: Mailbox['mails'] = [];
  const answers: Mailbox['answers'] = [];
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    logger: false,
    ...options,
    onRcptTo(_address, _session, done) {
      const answer = answers[0];
      if (answer === 550) {
        answers.shift();
        return done(refusal(550));
      }
      done();
    },
    onData(stream, session, done) {
      const chunks: Buffer[] = [];
      stream.on('data', (chunk: Buffer) => chunks.push(chunk));
      stream.on('end', () => {
        const answer = answers.shift();
        if (answer === 'HANG_UP') return void done(refusal(421));
        if (answer !== undefined) return void done(refusal(answer));
        const raw = Buffer.concat(chunks).toString();
        mails.push({ to: session.envelope.rcptTo.map(({ address }) => address), raw, secure: session.secure });
        done();
      });
    },
  });
  // A client that gives up breaks its connection, which is what some tests want.
  server.on('error', () => undefined);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', () => resolve()));
  return {
    mails,
    answers,
    port: (server.server.address() as AddressInfo).port,
    close: () => new Promise((resolve) => server.close(() => resolve())),
  };
}
