import { setTimeout as sleep } from 'node:timers/promises';
import { notices } from '../../src/notices/index.js';
import { orders } from '../../src/orders/index.js';
import { parties } from '../../src/parties/index.js';
import { CSRF_HEADER } from '../../src/platform/auth/credentials.js';
import type { Duty } from '../../src/platform/auth/viewer.js';
import { createRunner } from '../../src/platform/commands/index.js';
import { roleUrl } from '../../src/platform/database/index.js';
import { startDispatcher } from '../../src/platform/events/dispatcher.js';
import { openOutgoing } from '../../src/platform/outgoing/index.js';
import { createQueues, startSweeper } from '../../src/platform/queue/index.js';
import { startTicker } from '../../src/platform/time/index.js';
import notice from '../../workers/notice.js';
import noticeSend from '../../workers/notice-send.js';
import orderReminder from '../../workers/order-reminder.js';
import { type Gateway, openGateway } from './gateway.js';
import { type Mailbox, openMailbox } from './mailbox.js';
import { type OrdersHub, ordersHub } from './orders.js';
import { testRoles } from './roles.js';
import { ask, type Answer } from './work.js';

const domain = [parties, orders, notices];

export interface Member {
  readonly id: string;
  readonly login: string;
  /** The whole answer, errors included. */
  raw<Data>(query: string, variables?: object): Promise<Answer<Data>>;
  /** The data of a document that must be taken. */
  ask<Data>(query: string, variables?: object): Promise<Data>;
  /** A mutation by name with the fields of its payload: its answer, or the codes of its refusals with their fields. */
  act(mutation: string, input: object, selection?: string): Promise<Record<string, unknown>>;
}

/** Everything that tells people: API, dispatcher, jobs, a mail server and a gateway. */
export interface NoticesHub extends OrdersHub {
  readonly mailbox: Mailbox;
  readonly gateway: Gateway;
  /** A person of an organisation, in a session. */
  member(orgId: string, duties: Duty[]): Promise<Member>;
  /** Waits until everything that happened has had its effects. */
  settled(): Promise<void>;
  advance(hours: number): Promise<void>;
  /** Sets business time to that hour in Shanghai, of today or tomorrow. */
  toHour(clock: string): Promise<void>;
  verified(member: Member, channel: 'EMAIL' | 'SMS' | 'WECOM', address: string): Promise<string>;
}

const inputType = (mutation: string): string => `${mutation.charAt(0).toUpperCase()}${mutation.slice(1)}Input!`;

/** Whoever asks with these headers. */
export const memberOf = (url: string, headers: Readonly<Record<string, string>>, id = '', login = ''): Member => {
  const say: Member['ask'] = async <Data>(query: string, variables: object = {}) => {
    const { data, errors } = await ask<Data>(url, headers, query, variables);
    if (errors) throw new Error(JSON.stringify(errors));
    return data;
  };
  return {
    id,
    login,
    ask: say,
    raw: (query, variables) => ask(url, headers, query, variables),
    async act(mutation, input, selection = '') {
      const type = /^noticeCodeSend|^noticeAddressRemove/.test(mutation) ? 'NoticeAddressInput!' : inputType(mutation);
      const document = `mutation M($input: ${type}) { done: ${mutation}(input: $input) { ${selection} userErrors { code field } } }`;
      const { done } = await say<{ done: { userErrors: { code: string; field: string[] | null }[] } }>(document, { input });
      const { userErrors, ...rest } = done;
      return userErrors.length > 0 ? { refused: userErrors.map(({ code, field }) => [code, ...(field ?? [])].join(' ')) } : rest;
    },
  };
};

const sessionOn = async (url: string, { login, password }: { readonly login: string; readonly password: string }) => {
  const answer = await fetch(`${url}/session`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ login, password }),
  });
  const { csrfToken } = (await answer.json()) as { csrfToken: string };
  return { cookie: answer.headers.get('set-cookie')?.split(';')[0] ?? '', [CSRF_HEADER]: csrfToken };
};

const startWork = async (hub: OrdersHub, mailbox: Mailbox, gateway: Gateway): Promise<() => Promise<void>> => {
  const database = await hub.db.open('hub_worker');
  const pool = database.pool('hub_dispatch');
  const workers = [notice, noticeSend, orderReminder];
  const jobsUrl = roleUrl(hub.db.ownerUrl, 'hub_jobs', testRoles);
  const queues = createQueues({ jobsUrl, redisUrl: process.env.REDIS_URL, workers, retryAfterMs: 20, deadAfterMs: 5_000 });
  const outgoing = openOutgoing(
    {
      smtp: { url: `smtp://127.0.0.1:${mailbox.port}`, from: 'notices@hub.example', plain: true },
      sms: { url: `${gateway.origin}/sms`, secret: 'a secret of sixteen' },
      wecomOrigin: gateway.origin,
      toFiles: false,
    },
    hub.dataDir,
  );
  await queues.startWorkers(createRunner({ database }), pool, undefined, outgoing);
  const consumers = new Set(workers.map(({ consumer }) => consumer));
  const effects = domain.flatMap((room) => room.effects).filter(({ consumer }) => consumers.has(consumer));
  const subjects = domain.flatMap((room) => room.subjects);
  const dispatcher = startDispatcher({ pool, subjects, effects, enqueue: queues.enqueue });
  const sweeper = startSweeper({ pool, enqueue: queues.enqueue, lateAfterMs: 1_000, everyMs: 200 });
  const ticker = startTicker({ pool, wake: dispatcher.wake });
  return async () => {
    await ticker.stop();
    await sweeper.stop();
    await dispatcher.stop();
    await queues.stop();
    outgoing.close();
  };
};

export async function noticesHub(): Promise<NoticesHub> {
  const hub = await ordersHub([notices]);
  const [mailbox, gateway] = [await openMailbox(), await openGateway()];
  const stopWork = await startWork(hub, mailbox, gateway);
  const stopHub = hub.stop;
  const { owner } = hub.db;
  const quiet = `select (select count(*) from app.outbox) + (select count(*) from app.deadline where due_at <= app.business_now())
    + (select count(*) from app.effect_due d where not exists (select from app.dead_letter x where (x.consumer, x.event_id) = (d.consumer, d.event_id))) as n`;
  const settled = async (): Promise<void> => {
    for (let still = 0; still < 3; ) {
      still = (await owner.query<{ n: string }>(quiet)).rows[0]?.n === '0' ? still + 1 : 0;
      await sleep(30);
    }
  };
  const ahead = (seconds: string) => owner.query(`update app.clock set movable = true, ahead_seconds = ahead_seconds + ${seconds}`);
  return Object.assign(hub, {
    mailbox,
    gateway,
    settled,
    async advance(hours: number) {
      await ahead(String(hours * 3_600));
      await settled();
    },
    async toHour(clock: string) {
      await ahead(`(select extract(epoch from t.day + $$${clock}$$::time - t.local + case when t.local::time >= $$${clock}$$::time then interval '1 day' else interval '0' end)
        from (select app.business_now() at time zone 'Asia/Shanghai' as local, (app.business_now() at time zone 'Asia/Shanghai')::date as day) t)`);
      await settled();
    },
    async member(orgId: string, duties: Duty[]) {
      const person = await hub.person(orgId, duties);
      const { rows } = await owner.query<{ id: string }>('select id from app.person where login = $1', [person.login]);
      return memberOf(hub.url, await sessionOn(hub.url, person), rows[0]?.id, person.login);
    },
    async verified(member: Member, channel: 'EMAIL' | 'SMS' | 'WECOM', address: string) {
      const { address: added } = await member.act('noticeAddressAdd', { channel, address }, 'address { id }');
      await settled();
      const sent = channel === 'EMAIL' ? mailbox.mails.at(-1)?.raw : gateway.posts.at(-1)?.body;
      const { id } = added as { id: string };
      await member.act('noticeAddressVerify', { addressId: id, code: codeIn(sent ?? '') }, 'verified');
      return id;
    },
    async stop() {
      await stopWork();
      await Promise.all([mailbox.close(), gateway.close()]);
      await stopHub();
    },
  });
}

/** The text of a mail, whatever its transfer encoding. */
export const textOf = (raw: string): string => {
  const [head = '', ...body] = raw.split('\r\n\r\n');
  const text = body.join('\r\n\r\n');
  if (/^content-transfer-encoding: base64/im.test(head)) return Buffer.from(text, 'base64').toString();
  if (!/^content-transfer-encoding: quoted-printable/im.test(head)) return text;
  const bytes = text
    .replaceAll('=\r\n', '')
    .replaceAll(/=([0-9A-F]{2})/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
  return Buffer.from(bytes, 'latin1').toString();
};

export const codeIn = (message: string): string => /\b(\d{6})\b/.exec(message.startsWith('{') ? message : textOf(message))?.[1] ?? '';
