import { type Decimal, plain, zero } from '../../kernel/decimal.js';
import { lifecycle } from '../../kernel/lifecycle.js';
import { type Refusal, unless, type Verdict } from '../../kernel/refusal.js';
import type { Remedy, WarrantyStatus } from '../warranty/rules.js';

export type ReturnStatus = 'SENT' | 'ARRIVED';
export const CONSEQUENCES = ['CREDIT', 'REPLACEMENT'] as const;
export type Consequence = (typeof CONSEQUENCES)[number];

export const returnLifecycle = lifecycle<ReturnStatus, 'CONFIRM', 'BUYER' | 'SUPPLIER', object, never>([
  { action: 'CONFIRM', by: 'SUPPLIER', from: 'SENT', to: 'ARRIVED' },
]);

/** Why goods may go back: a refusal of them, or a claim that the supplier accepted. Quantities in the unit of the order's line. */
export interface Ground {
  readonly id: string;
  readonly kind: 'REFUSAL' | 'CLAIM';
  readonly lineNo: string;
  readonly unit: string;
  /** The day on which the goods came. */
  readonly receivedOn: string;
  /** What may still go back. */
  readonly left: Decimal;
  /** Of a claim. */
  readonly status?: WarrantyStatus;
  readonly remedy?: Remedy;
}

export interface Back {
  readonly groundId: string;
  readonly quantity: Decimal;
  readonly consequence: Consequence;
}

export interface Returning {
  readonly today: string;
  readonly returnedOn: string;
  readonly lines: readonly Back[];
}

export type ReturnCode =
  | 'NOT_FOUND'
  | 'CLAIM_NOT_ACCEPTED'
  | 'CONSEQUENCE_NOT_CLAIMED'
  | 'RETURN_OVER_LEFT'
  | 'RETURN_LINE_REPEATED'
  | 'RETURNED_ON_WRONG_DAY';

/** The consequence that a claim's remedy has; repair and price cut send nothing back. */
const REMEDY_OF = { REPLACEMENT: 'REPLACE', CREDIT: 'RETURN' } as const;

const groundFaults = ({ quantity, consequence }: Back, ground: Ground, at: readonly string[]): readonly Refusal<ReturnCode>[] => {
  if (ground.kind === 'CLAIM' && ground.status !== 'ACCEPTED')
    return [{ code: 'CLAIM_NOT_ACCEPTED', field: [...at, 'claimId'], params: { status: ground.status ?? '' } }];
  if (ground.kind === 'CLAIM' && ground.remedy !== REMEDY_OF[consequence])
    return [{ code: 'CONSEQUENCE_NOT_CLAIMED', field: [...at, 'consequence'], params: { remedy: ground.remedy ?? '' } }];
  if (quantity.gt(zero) && quantity.lte(ground.left)) return [];
  const params = { lineId: ground.lineNo, left: plain(ground.left), asked: plain(quantity), unit: ground.unit };
  return [{ code: 'RETURN_OVER_LEFT', field: [...at, 'quantity'], params }];
};

/** Whether goods may go back so, or everything that speaks against it. Only refused goods and goods of an accepted claim go back. */
export const sendBack = (grounds: readonly Ground[], asked: Returning): Verdict<readonly Back[], ReturnCode> => {
  const byId = new Map(grounds.map((ground) => [ground.id, ground]));
  const faults = asked.lines.flatMap((line, i): readonly Refusal<ReturnCode>[] => {
    const at = ['lines', String(i)];
    const ground = byId.get(line.groundId);
    if (ground === undefined) return [{ code: 'NOT_FOUND', field: at }];
    if (asked.lines.findIndex((other) => other.groundId === line.groundId) < i) return [{ code: 'RETURN_LINE_REPEATED', field: at }];
    return groundFaults(line, ground, at);
  });
  const came = grounds.map(({ receivedOn }) => receivedOn).sort();
  const from = came[came.length - 1] ?? asked.today;
  const params = { from, to: asked.today };
  const day: readonly Refusal<ReturnCode>[] =
    asked.returnedOn < from || asked.returnedOn > asked.today ? [{ code: 'RETURNED_ON_WRONG_DAY', field: ['returnedOn'], params }] : [];
  return unless([...day, ...faults], asked.lines);
};
