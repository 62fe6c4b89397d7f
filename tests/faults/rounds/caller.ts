import { setTimeout as sleep } from 'node:timers/promises';
import type { Call } from '../../support/checker.js';
import type { Random } from '../../support/reads/random.js';
import type { Org } from './hub.js';
import type { Member } from './member.js';

export interface OrderNow {
  readonly id: string;
  readonly status: string;
  readonly version: number;
  readonly revision: number;
  readonly openProposals: readonly { readonly id: string; readonly side: 'BUYER' | 'SUPPLIER' }[];
}

export interface Said {
  readonly order: OrderNow | null;
  readonly outcome: string | null;
  readonly proposal: { readonly id: string } | null;
  readonly replayed: boolean;
  readonly userErrors: readonly { readonly code: string }[];
}

/** A call as it was sent, and what its sender knows of it. */
export interface Sent extends Call {
  readonly secret: string;
  readonly input: object;
  fate: Call['fate'];
  orderId?: string;
  said?: Said;
  codes: readonly string[];
  attempts: number;
}

interface Answer {
  readonly data?: Readonly<Record<string, unknown>> | null;
  readonly errors?: readonly { readonly message: string; readonly extensions?: { readonly code?: string } }[];
}

export const ORDER = 'id status version revision openProposals { id side }';
const PATIENCE_MS = 20_000;
/** Refusals that say only that this try came at a bad moment. */
const PASSING = new Set(['IDEMPOTENCY_IN_PROGRESS', 'OUTCOME_UNKNOWN', 'CONFLICT']);
/** What a healthy hub may answer while the ground under it is away. */
const AWAY = new Set(['UNAVAILABLE', 'TIMEOUT', 'RATE_LIMITED']);

const documentOf = (mutation: string): string =>
  `mutation ($input: ${mutation.charAt(0).toUpperCase()}${mutation.slice(1)}Input!) { said: ${mutation}(input: $input) {
    order { ${ORDER} } outcome proposal { id } replayed userErrors { code } } }`;

/** A caller that cannot be answered otherwise than by the hub's own fault. */
export class Unforeseen extends Error {}

/** Sends calls to either API, and the same one again to the other whenever it learns nothing of its fate. */
export class Callers {
  readonly sent: Sent[] = [];
  /** Answers of the kind that a client can only report. */
  readonly unforeseen: string[] = [];
  #listeners: ((api: Member) => void)[] = [];
  #keys = 0;

  constructor(
    readonly apis: readonly Member[],
    readonly random: Random,
  ) {}

  /** Settles when the next request is on its way; to that API, if one is named. */
  nextSend(to?: Member): Promise<void> {
    return new Promise((resolve) => {
      const listen = (api: Member): void => {
        if (to !== undefined && to !== api) return;
        this.#listeners = this.#listeners.filter((one) => one !== listen);
        resolve();
      };
      this.#listeners.push(listen);
    });
  }

  /** One request to one API. @throws where nothing came back */
  async post(api: Member, secret: string, query: string, variables: object, requestId?: string): Promise<Answer> {
    const answer = fetch(`${api.url}/graphql`, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        authorization: `Bearer ${secret}`,
        ...(requestId !== undefined && { 'x-request-id': requestId }),
      },
      body: JSON.stringify({ query, variables }),
      signal: AbortSignal.timeout(PATIENCE_MS),
    });
    for (const listen of this.#listeners) listen(api);
    return (await (await answer).json()) as Answer;
  }

  /** The data, or undefined when nothing came that can be relied on. @throws Unforeseen when the caller itself is wrong */
  async #try(api: Member, secret: string, query: string, variables: object, requestId?: string): Promise<Answer['data']> {
    const answer = await this.post(api, secret, query, variables, requestId).catch(() => undefined);
    const [error] = answer?.errors ?? [];
    if (!error) return answer?.data;
    const code = error.extensions?.code ?? '';
    if (code === 'INTERNAL_SERVER_ERROR') this.unforeseen.push(error.message);
    else if (!AWAY.has(code)) throw new Unforeseen(JSON.stringify(answer?.errors));
    return undefined;
  }

  /** Reads until an answer comes. */
  async read<Data>(secret: string, query: string, variables: object = {}): Promise<Data> {
    for (let turn = this.random.under(2); ; turn++) {
      const data = await this.#try(this.apis[turn % this.apis.length] as Member, secret, query, variables);
      if (data) return data as Data;
      await sleep(100 + this.random.under(200));
    }
  }

  /** A call with a key of its own, not sent yet. */
  prepare(org: Org, secret: string, mutation: string, input: object): Sent {
    const key = `key-${this.#keys++}`;
    const call: Sent = {
      ...{ orgId: org.uuid, mutation, key, secret, input: { ...input, idempotencyKey: key } },
      ...{ fate: 'UNKNOWN', codes: [], attempts: 0 },
    };
    this.sent.push(call);
    return call;
  }

  /** Sends a call until its fate is known; a caller of little patience gives up at the first lost reply instead. */
  async insist(call: Sent, patient = true): Promise<Said | undefined> {
    for (let turn = this.random.under(2); ; turn++) {
      call.attempts += 1;
      const said = await this.repeat(call, this.apis[turn % this.apis.length] as Member);
      if (said && !said.userErrors.some(({ code }) => PASSING.has(code))) return settle(call, said);
      if (!patient) return undefined;
      await sleep(50 + this.random.under(250));
    }
  }

  /** Sends a call once, as it was sent first. */
  async repeat(call: Sent, api: Member): Promise<Said | undefined> {
    const data = await this.#try(api, call.secret, documentOf(call.mutation), { input: call.input }, call.key);
    return data?.said as Said | undefined;
  }
}

const settle = (call: Sent, said: Said): Said => {
  call.said = said;
  call.codes = said.userErrors.map(({ code }) => code);
  call.fate = call.codes.length === 0 ? 'ACKNOWLEDGED' : 'REFUSED';
  if (said.order) call.orderId = said.order.id;
  return said;
};
