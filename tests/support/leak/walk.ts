import { randomBytes } from 'node:crypto';
import type { Scope } from '../../../src/platform/auth/viewer.js';
import { SCOPES } from '../../../src/platform/auth/viewer.js';
import { demoOrganisations } from '../../../src/parties/index.js';
import type { DemoHub } from '../demo-hub.js';
import { type Generated, Generator, type Pool } from '../reads/generator.js';
import { type Random, random } from '../reads/random.js';
import { RawSocket } from '../socket.js';
import { wholeObject } from './whole.js';
import { leaksIn, type Secrets, showsRows } from './plant.js';

/** Rights that a viewer of the walk has: few, all of an organisation, or every scope there is, so that the database stands alone. */
export type Rights = 'READER' | 'FULL' | 'UNCHECKED';

const SCOPES_OF: Readonly<Record<Rights, readonly Scope[]>> = {
  READER: ['orders:read', 'parties:read', 'feed:read'],
  FULL: SCOPES.filter((scope) => scope !== 'operator'),
  UNCHECKED: SCOPES,
};

export interface Asker {
  readonly orgKey: string;
  readonly orgId: string;
  readonly rights: Rights;
  readonly secret: string;
}

/** One key of each kind for each organisation of the demo. */
export const askersOf = async (hub: DemoHub): Promise<Asker[]> => {
  const askers: Asker[] = [];
  for (const { orgKey, id } of demoOrganisations) {
    for (const rights of ['READER', 'FULL', 'UNCHECKED'] as const) {
      askers.push({ orgKey, orgId: id, rights, secret: await hub.key(id, SCOPES_OF[rights]) });
    }
  }
  return askers;
};

export interface Walked {
  requests: number;
  /** Answers that show a row of some organisation. */
  rich: number;
  twins: number;
  readonly fields: Set<string>;
  readonly leaks: { readonly asker: string; readonly request: string; readonly found: readonly string[]; readonly answer: string }[];
  /** Requests that told a foreign object from one that does not exist. */
  readonly tellTales: { readonly asker: string; readonly request: string; readonly foreign: string; readonly unknown: string }[];
}

const requestText = ({ text, variables }: Generated): string => text + JSON.stringify(variables);

/** A socket for one request at a time, opened anew when the hub has closed it. */
class Line {
  #socket: Promise<RawSocket> | undefined;
  #id = 0;
  constructor(
    readonly url: string,
    readonly secret: string,
  ) {}

  async ask({ text, variables }: Generated): Promise<string> {
    const socket = await (this.#socket ??= RawSocket.ready(this.url, `Bearer ${this.secret}`));
    const id = String(++this.#id);
    socket.subscribe(id, text, variables);
    const answers: string[] = [];
    for (;;) {
      const message = await socket.next().catch((error: unknown) => ({ type: 'closed', id, payload: String(error) }));
      if (message.id !== id) continue;
      if (message.payload !== undefined) answers.push(JSON.stringify(message.payload));
      if (message.type === 'closed') this.#socket = undefined;
      if (message.type !== 'next') return answers.join('\n');
    }
  }

  async close(): Promise<void> {
    (await this.#socket)?.socket.close();
  }
}

const ANY_ID = /\b([a-z]{3})_([0-9a-f]{32})\b/g;
/** What changes from one request to the next whatever is asked. */
const settle = (answer: string): string =>
  answer.replace(/"(requestId|secret|initialPassword)":"[^"]*"/g, '').replace(/\d{4}-\d\d-\d\dT[\d:.]+Z/g, 'a moment');

/** Walks the schema as many organisations, over both transports, with the ids of everybody. */
export class Walk {
  readonly walked: Walked = { requests: 0, rich: 0, twins: 0, fields: new Set(), leaks: [], tellTales: [] };
  readonly #cursors: string[] = [];
  readonly #lines = new Map<string, Line>();
  readonly #random: Random;
  readonly #mutations: readonly string[];
  #written = 0;

  constructor(
    readonly hub: DemoHub,
    readonly secrets: Secrets,
    readonly askers: readonly Asker[],
    seed: number,
  ) {
    this.#random = random(seed);
    this.#mutations = Object.keys(hub.schema.getMutationType()?.getFields() ?? {});
  }

  async run(requests: number, lanes = 4): Promise<Walked> {
    await Promise.all(
      Array.from({ length: lanes }, async (_, lane) => {
        while (this.walked.requests < requests) await this.#one(lane);
      }),
    );
    await Promise.all([...this.#lines.values()].map((line) => line.close()));
    return this.walked;
  }

  async #one(lane: number): Promise<void> {
    const { chance, pick } = this.#random;
    // A document that asks for one thing too much is refused whole, so few ask with few rights.
    const asker = pick(this.askers.filter(({ rights }) => rights !== 'READER' || chance(0.2)));
    const writes = chance(0.15);
    const generator = new Generator(this.hub.schema, this.#random, this.#pool(asker, writes));
    const generated = writes ? generator.field('mutation', this.#nextMutation()) : chance(0.4) ? this.#whole(asker) : generator.query();
    const line = chance(0.4) ? this.#line(lane, asker) : undefined;
    const answer = await this.#ask(asker, generated, line);
    if (showsRows(this.secrets, answer)) this.walked.rich += 1;
    for (const [, cursor] of answer.matchAll(/"(?:endCursor|startCursor|cursor)":"([^"]+)"/g))
      if (this.#cursors.length < 2_000) this.#cursors.push(cursor ?? '');
    if (chance(0.5)) await this.#twin(asker, generated, answer, line);
  }

  /** Everything that can be read of one object that is not the asker's own, or now and then of any. */
  #whole({ orgId }: Asker): Generated {
    const { chance, pick } = this.#random;
    const { id, type } = pick(this.secrets.ids.filter(({ may }) => chance(0.5) || !may.has(orgId)));
    return { text: wholeObject(this.hub.schema, type, this.#random.under(3)), variables: { id }, given: [] };
  }

  #nextMutation(): string {
    return this.#mutations[this.#written++ % this.#mutations.length] ?? '';
  }

  async #ask(asker: Asker, generated: Generated, line: Line | undefined): Promise<string> {
    this.walked.requests += 1;
    for (const [, name] of generated.text.matchAll(/(?:^|[\s{:])([a-zA-Z]\w*)(?=[\s({}]|$)/g)) this.walked.fields.add(name ?? '');
    const answer = line ? await line.ask(generated) : (await this.hub.post(asker.secret, generated.text, generated.variables)).text;
    const found = leaksIn(this.secrets, asker.orgId, requestText(generated), answer);
    if (found.length > 0)
      this.walked.leaks.push({ asker: `${asker.orgKey} ${asker.rights}`, request: requestText(generated), found, answer });
    return answer;
  }

  /** The same request with ids that nobody has in place of those that others have must give the same answer. */
  async #twin(asker: Asker, generated: Generated, answer: string, line: Line | undefined): Promise<void> {
    const swapped = new Map<string, string>();
    for (const [id, prefix] of requestText(generated).matchAll(ANY_ID)) {
      const may = this.secrets.mayAll.get(id.slice(4));
      if (may && !may.has(asker.orgId)) swapped.set(id, `${prefix}_${randomBytes(16).toString('hex')}`);
    }
    if (swapped.size === 0) return;
    const swap = (text: string, pairs: Iterable<readonly [string, string]>) =>
      [...pairs].reduce((all, [from, to]) => all.replaceAll(from, to), text);
    const variables = JSON.parse(swap(JSON.stringify(generated.variables), swapped)) as Generated['variables'];
    const other = await this.#ask(asker, { ...generated, text: swap(generated.text, swapped), variables }, line);
    const unknown = swap(
      settle(other),
      [...swapped].map(([from, to]) => [to, from] as const),
    );
    this.walked.twins += 1;
    if (unknown !== settle(answer))
      this.walked.tellTales.push({ asker: `${asker.orgKey} ${asker.rights}`, request: requestText(generated), foreign: answer, unknown });
  }

  #line(lane: number, { secret }: Asker): Line {
    const line = this.#lines.get(`${lane} ${secret}`) ?? new Line(this.hub.url, secret);
    this.#lines.set(`${lane} ${secret}`, line);
    return line;
  }

  /** Values of arguments. What is written names only what is not the asker's own, so that nobody loses the key it asks with. */
  #pool({ orgId }: Asker, writes: boolean): Pool {
    const { chance, pick } = this.#random;
    const foreign = this.secrets.ids.filter(({ may }) => !may.has(orgId));
    const any = (): string => {
      if (chance(0.1)) return pick(['', 'org_', 'ord_zz', `agr_${'0'.repeat(32)}`]);
      return pick(writes || chance(0.7) ? foreign : this.secrets.ids)?.id ?? 'x';
    };
    return ({ names, type }) => {
      if (type === 'ID') return [any()];
      if (type === 'Cursor') return [null, null, this.#cursors.length > 0 ? pick(this.#cursors) : 'x'];
      if (type === 'UnifiedSocialCreditCode')
        return writes ? ['91350100M000100Y43', 'x'] : demoOrganisations.map(({ claim }) => claim.uscc);
      if (type === 'Date') return ['2026-01-01', '2026-12-31'];
      if (type === 'DateTime') return ['2026-01-01T00:00:00Z'];
      if (type === 'Decimal') return ['0', '1', '0.5'];
      if (type === 'CurrencyCode') return ['CNY', 'EUR'];
      if (names.at(-1) === 'idempotencyKey') return [randomBytes(8).toString('hex')];
      return [];
    };
  }
}
