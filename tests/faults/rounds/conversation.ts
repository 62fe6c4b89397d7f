import type { Random } from '../../support/reads/random.js';
import { type Callers, ORDER, type OrderNow, type Said } from './caller.js';
import type { Org } from './hub.js';

/** What one side may try in a state, and what it sends then. */
interface Move {
  readonly by: 'BUYER' | 'SUPPLIER';
  readonly mutation: string;
  readonly input: (order: OrderNow, random: Random) => object | undefined;
}

const quantity = (random: Random): string => String(1 + random.under(40));
const respond = (code: string, more: (random: Random) => object = () => ({})): Move => ({
  by: 'SUPPLIER',
  mutation: 'orderRespond',
  input: ({ revision }, random) => ({ revision, code, ...more(random) }),
});
const counter = respond('CA', (random) => ({
  lines: [
    { lineId: '1', action: 'CHANGED', change: { quantity: quantity(random) } },
    { lineId: '2', action: random.chance(0.8) ? 'ACCEPTED' : 'NOT_ACCEPTED' },
  ],
}));
const propose = (by: Move['by']): Move => ({
  by,
  mutation: 'orderProposeChange',
  input: ({ revision }, random) => ({ revision, lines: [{ lineId: '1', action: 'CHANGE', change: { quantity: quantity(random) } }] }),
});
const proposalOf = ({ openProposals }: OrderNow, side: Move['by']): string | undefined =>
  openProposals.find((one) => one.side === side)?.id;
const about = (proposalId: string | undefined, more: object): object | undefined =>
  proposalId === undefined ? undefined : { proposalId, ...more };
const decide = (by: Move['by']): Move => ({
  by,
  mutation: 'orderDecideChange',
  input: (order, random) =>
    about(proposalOf(order, by === 'BUYER' ? 'SUPPLIER' : 'BUYER'), {
      decision: random.chance(0.6) ? 'ACCEPT' : 'REFUSE',
      reason: 'as agreed',
    }),
});
const withdraw = (by: Move['by']): Move => ({
  by,
  mutation: 'orderWithdrawChange',
  input: (order) => about(proposalOf(order, by), { reason: 'no longer' }),
});
const cancel: Move = { by: 'BUYER', mutation: 'orderCancel', input: () => ({ reason: 'not needed' }) };

const accept = respond('AP');
const MOVES: Readonly<Record<string, readonly Move[]>> = {
  ISSUED: [accept, accept, respond('AB'), counter, counter, respond('RE'), propose('BUYER'), cancel],
  ACKNOWLEDGED: [accept, counter, propose('BUYER')],
  COUNTERED: [decide('BUYER'), decide('BUYER'), withdraw('SUPPLIER'), counter, propose('BUYER')],
  IN_FORCE: [
    ...[propose('BUYER'), propose('SUPPLIER'), decide('BUYER'), decide('BUYER'), decide('SUPPLIER'), decide('SUPPLIER')],
    ...[withdraw('BUYER'), withdraw('SUPPLIER'), counter, cancel],
  ],
};

const MOST_STEPS = 8;
/** How often both sides act at once, and how often a caller gives up at a lost reply. */
const TOGETHER = 0.2;
const IMPATIENT = 0.3;

const line = (lineId: string, random: Random) => ({
  lineId,
  itemName: `Item ${lineId}`,
  quantity: quantity(random),
  unit: 'C62',
  price: '7.25',
});

/** Speaks for a buyer and a supplier, through the systems of both. */
export class Conversation {
  constructor(
    readonly callers: Callers,
    readonly random: Random,
    readonly buyer: Org,
    readonly supplier: Org,
  ) {}

  #act(side: Move['by'], mutation: string, input: object, patient = !this.random.chance(IMPATIENT)): Promise<Said | undefined> {
    const org = side === 'BUYER' ? this.buyer : this.supplier;
    return this.callers.insist(this.callers.prepare(org, this.random.pick(org.keys), mutation, input), patient);
  }

  /** A frame in force, for call-offs to contend for. Answers its id. */
  async frame(number: string): Promise<string> {
    const issued = await this.#act(
      'BUYER',
      'orderIssue',
      {
        ...{ supplier: { id: this.supplier.id }, number, issuedOn: '2026-11-02', typeCode: 'FRAME' },
        header: { currency: 'CNY', validFrom: '2026-01-01', validTo: '2027-12-31' },
        lines: [{ ...line('1', this.random), quantity: '400' }],
      },
      true,
    );
    await this.#act('SUPPLIER', 'orderRespond', { orderId: issued?.order?.id, revision: 1, code: 'AP' }, true);
    return issued?.order?.id ?? '';
  }

  /** One order from its issue on, until nothing more can be said or enough was. */
  async hold(number: string, frameId: string | undefined): Promise<void> {
    const issued = await this.#act('BUYER', 'orderIssue', {
      ...{ supplier: { id: this.supplier.id }, number, issuedOn: '2026-11-02', header: { currency: 'CNY' } },
      ...(frameId === undefined
        ? { lines: [line('1', this.random), line('2', this.random)] }
        : { typeCode: 'CALL_OFF', frame: { id: frameId }, lines: [line('1', this.random)] }),
    });
    let order = issued?.order ?? undefined;
    const steps = 2 + this.random.under(MOST_STEPS - 1);
    for (let step = 0; order !== undefined && step < steps; step++) {
      const moves = this.#movesIn(order);
      if (moves.length === 0) return;
      await Promise.all(moves.map(({ by, mutation, input }) => this.#act(by, mutation, input)));
      order = await this.#look(order.id);
    }
  }

  async #look(id: string): Promise<OrderNow | undefined> {
    const org = this.random.pick([this.buyer, this.supplier]);
    const { order } = await this.callers.read<{ order: OrderNow | null }>(
      this.random.pick(org.keys),
      `query ($id: ID!) { order(by: { id: $id }) { ${ORDER} } }`,
      { id },
    );
    return order ?? undefined;
  }

  #movesIn(order: OrderNow): { by: Move['by']; mutation: string; input: object }[] {
    const possible = (MOVES[order.status] ?? []).flatMap(({ by, mutation, input }) => {
      const told = input(order, this.random);
      return told === undefined ? [] : [{ by, mutation, input: { orderId: order.id, ...told } }];
    });
    if (possible.length === 0) return [];
    const first = this.random.pick(possible);
    return this.random.chance(TOGETHER) ? [first, this.random.pick(possible)] : [first];
  }
}
