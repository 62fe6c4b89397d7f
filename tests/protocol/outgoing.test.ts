import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type Letter, openOutgoing, smsSignature, type Outgoing, type OutgoingSettings } from '../../src/platform/outgoing/index.js';
import { type Gateway, openGateway } from '../support/gateway.js';
import { type Mailbox, openMailbox } from '../support/mailbox.js';

const letter = (rest: Partial<Letter> = {}): Letter => ({
  channel: 'EMAIL',
  to: 'wang.min@lixin.example',
  subject: '海山电器 发来订单 PO-1',
  text: '正文 text\nhttps://hub.example/?open=ord_1',
  key: 'ntd_0001',
  ...rest,
});

let folder: string;
let plain: Mailbox;
let startTls: Mailbox;
let untrusted: Mailbox;
let gateway: Gateway;
const opened: Outgoing[] = [];

const open = (settings: Partial<OutgoingSettings>): Outgoing => {
  const one = openOutgoing({ toFiles: false, ...settings }, folder);
  opened.push(one);
  return one;
};
const smtp = (port: number, rest: object = {}) =>
  open({ smtp: { url: `smtp://127.0.0.1:${port}`, from: '融通 <notices@hub.example>', plain: true, ...rest } });
const failure = (sending: Promise<unknown>): Promise<string> => sending.then(String, (error: Error) => `${error.name}: ${error.message}`);

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'rongtong-outgoing-'));
  const [key, cert] = [join(folder, 'key.pem'), join(folder, 'cert.pem')];
  const subject = ['-subj', '/CN=localhost', '-addext', 'subjectAltName=DNS:localhost,IP:127.0.0.1'];
  execFileSync('openssl', ['req', '-x509', '-newkey', 'rsa:2048', '-nodes', '-days', '2', '-keyout', key, '-out', cert, ...subject], {
    stdio: 'ignore',
  });
  const own = { key: readFileSync(key), cert: readFileSync(cert) };
  plain = await openMailbox();
  startTls = await openMailbox({
    ...own,
    disabledCommands: [],
    authOptional: false,
    onAuth: ({ username, password }, _session, done) =>
      username === 'hub' && password === 's3cret/' ? done(null, { user: 'hub' }) : done(new Error('no')),
  });
  untrusted = await openMailbox({ disabledCommands: [] });
  gateway = await openGateway();
});
beforeEach(() => {
  for (const { posts, answers } of [gateway]) posts.splice(0), answers.splice(0);
  for (const { mails, answers } of [plain, startTls, untrusted]) mails.splice(0), answers.splice(0);
});
afterAll(async () => {
  for (const one of opened) one.close();
  await Promise.all([plain.close(), startTls.close(), untrusted.close(), gateway.close()]);
  rmSync(folder, { recursive: true, force: true });
});

describe('Mail', () => {
  it('goes out with sender, reader, subject and text in UTF-8, and a Message-ID that is the same for every try', async () => {
    const road = smtp(plain.port);
    expect([await road.send(letter()), await road.send(letter())]).toEqual(['SENT', 'SENT']);
    const [first, second] = plain.mails;
    expect(first?.to).toEqual(['wang.min@lixin.example']);
    expect(first?.raw).toMatch(/^Message-ID: <ntd_0001@127\.0\.0\.1>/im);
    expect(second?.raw).toMatch(/^Message-ID: <ntd_0001@127\.0\.0\.1>/im);
    expect(first?.raw).toMatch(/^Auto-Submitted: auto-generated/im);
    expect(first?.raw).toMatch(/^Subject: =\?UTF-8\?/im);
    expect(first?.raw).toMatch(/charset=utf-8/i);
  });

  it('cannot be given further readers or headers by what stands in it', async () => {
    await smtp(plain.port).send(letter({ subject: 'x\r\nBcc: all@example.org', text: 'a\r\n.\r\nRCPT TO:<all@example.org>' }));
    expect(plain.mails.map(({ to }) => to)).toEqual([['wang.min@lixin.example']]);
    expect(plain.mails[0]?.raw).not.toMatch(/^Bcc:/im);
  });

  it('that the server refuses for good is undeliverable, and one that may pass is not', async () => {
    const road = smtp(plain.port);
    plain.answers.push(550);
    expect(await failure(road.send(letter()))).toBe('Undeliverable: ADDRESS_REFUSED');
    plain.answers.push(554);
    expect(await failure(road.send(letter()))).toBe('Undeliverable: MESSAGE_REFUSED');
    plain.answers.push(451);
    expect(await failure(road.send(letter()))).toBe('Error: the mail server failed: EMESSAGE 451');
    plain.answers.push('HANG_UP');
    expect(await failure(road.send(letter()))).toMatch(/^Error: the mail server failed: /);
    expect(await failure(smtp(1).send(letter()))).toMatch(/^Error: the mail server failed: (ECONNECTION|ESOCKET|ECONNREFUSED)/);
    expect(plain.mails).toEqual([]);
  });

  it('travels by TLS with a certificate that fits, after a log-in', async () => {
    const url = `smtp://hub:s3cret%2F@localhost:${startTls.port}`;
    const road = smtp(0, { url, plain: false, caFile: join(folder, 'cert.pem') });
    expect(await road.send(letter())).toBe('SENT');
    expect(startTls.mails[0]?.secure).toBe(true);
  });

  it('does not go to a server whose certificate nobody vouches for, nor to one without TLS', async () => {
    expect(await failure(smtp(untrusted.port, { plain: false }).send(letter()))).toMatch(/^Error: the mail server failed: E/);
    expect(await failure(smtp(plain.port, { plain: false }).send(letter()))).toMatch(/^Error: the mail server failed: ETLS/);
    expect([...untrusted.mails, ...plain.mails]).toEqual([]);
  });

  it('waits where the log-in is refused: settings can be put right', async () => {
    const url = `smtp://hub:wrong@localhost:${startTls.port}`;
    const road = smtp(0, { url, plain: false, caFile: join(folder, 'cert.pem') });
    expect(await failure(road.send(letter()))).toMatch(/^Error: the mail server failed: EAUTH 535/);
  });
});

describe('A short message', () => {
  const sms = letter({ channel: 'SMS', to: '+8613812345678' });
  const road = () => open({ sms: { url: `${gateway.origin}/send`, secret: 'a secret of sixteen' } });

  it('is posted with its key, signed over time and body', async () => {
    expect(await road().send(sms)).toBe('SENT');
    const [one] = gateway.posts;
    expect(JSON.parse(one?.body ?? '')).toEqual({ to: sms.to, text: sms.text, key: sms.key });
    const seconds = String(one?.headers['x-rongtong-time']);
    expect(Math.abs(Number(seconds) - Date.now() / 1000)).toBeLessThan(10);
    expect(one?.headers['x-rongtong-signature']).toBe(smsSignature('a secret of sixteen', seconds, one?.body ?? ''));
  });

  it('is tried again when the gateway is busy, and never when it says no or sends us elsewhere', async () => {
    gateway.answers.push({ status: 503 }, { status: 429 }, { status: 422 }, { status: 302, location: 'http://169.254.169.254/' });
    expect(await failure(road().send(sms))).toBe('Error: answered with 503');
    expect(await failure(road().send(sms))).toBe('Error: answered with 429');
    expect(await failure(road().send(sms))).toBe('Undeliverable: MESSAGE_REFUSED');
    expect(await failure(road().send(sms))).toMatch(/^TypeError: fetch failed/);
    expect(gateway.posts).toHaveLength(4);
  });
});

describe('The robot of a WeCom group', () => {
  const robot = letter({ channel: 'WECOM', to: '693a91f6-7acc-4bc4-97a0-0ec2f1fa5aaa' });
  const road = () => open({ wecomOrigin: gateway.origin });

  it('is given text under its key, at the origin of the setting only', async () => {
    await road().send(robot);
    await road().send({ ...robot, to: '../../evil?x=1#' });
    expect(gateway.posts.map(({ path }) => path)).toEqual([
      `/cgi-bin/webhook/send?key=${robot.to}`,
      '/cgi-bin/webhook/send?key=..%2F..%2Fevil%3Fx%3D1%23',
    ]);
    expect(JSON.parse(gateway.posts[0]?.body ?? '')).toEqual({ msgtype: 'text', text: { content: `${robot.subject}\n${robot.text}` } });
  });

  it('is given at most 2,048 bytes, cut between characters', async () => {
    await road().send({ ...robot, text: '价'.repeat(2_000) });
    const { content } = (JSON.parse(gateway.posts[0]?.body ?? '') as { text: { content: string } }).text;
    expect(Buffer.byteLength(content)).toBeGreaterThan(2_044);
    expect(Buffer.byteLength(content)).toBeLessThanOrEqual(2_048);
    expect(content).not.toContain('\ufffd');
  });

  it('that is unknown is undeliverable, and one that is overrun is tried again', async () => {
    gateway.answers.push(
      { status: 200, body: '{"errcode":93000}' },
      { status: 200, body: '{"errcode":45009}' },
      { status: 200, body: 'oops' },
    );
    expect(await failure(road().send(robot))).toBe('Undeliverable: ADDRESS_REFUSED');
    expect(await failure(road().send(robot))).toBe('Error: the robot answered 45009');
    expect(await failure(road().send(robot))).toMatch(/^SyntaxError/);
  });
});

describe('Without a setting', () => {
  it('nothing is sent, and each closed road names the setting that opens it', async () => {
    const road = open({});
    expect(await Promise.all((['EMAIL', 'SMS', 'WECOM'] as const).map((channel) => road.send(letter({ channel }))))).toEqual([
      'OFF',
      'OFF',
      'OFF',
    ]);
    expect(road.closed).toEqual(['no EMAIL is sent: set SMTP_URL', 'no SMS is sent: set SMS_URL', 'no WECOM is sent: set WECOM_ORIGIN']);
  });

  it('in the demo everything is written to files, each message to one however often it is sent', async () => {
    const road = open({ toFiles: true });
    for (const _ of [1, 2]) await road.send(letter());
    await road.send(letter({ channel: 'SMS', to: '+8613812345678', key: '../../escape' }));
    expect(road.closed).toEqual([]);
    expect(readdirSync(join(folder, 'notices')).sort()).toEqual(['escape.json', 'ntd_0001.eml']);
    expect(readFileSync(join(folder, 'notices', 'ntd_0001.eml'), 'utf8')).toMatch(/^To: wang\.min@lixin\.example/im);
    expect(JSON.parse(readFileSync(join(folder, 'notices', 'escape.json'), 'utf8'))).toMatchObject({ to: '+8613812345678' });
  });
});
