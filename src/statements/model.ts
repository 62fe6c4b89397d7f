import { EntitySchema } from '@mikro-orm/core';
import type { Hand, StatementStatus } from './lifecycle/rules.js';

export type Side = 'BUYER' | 'SUPPLIER';

/** A statement as it stands, locked. Its sums and counts are kept by the database: read them, never set them. */
export interface Statement {
  id: string;
  buyerId: string;
  supplierId: string;
  agreementId: string | null;
  number: string;
  periodFrom: string;
  periodTo: string;
  currency: string;
  status: StatementStatus;
  version: number;
  draftedBy: string;
  previousId: string | null;
  answerDays: number;
  sentOn: string | null;
  answerDueOn: string | null;
  answerDueProvisional: boolean;
  answeredOn: string | null;
  waitsFor: Side | null;
  waitsSince: string | null;
  buyerConfirmedOn: string | null;
  supplierConfirmedOn: string | null;
  confirmedOn: string | null;
  readonly lineCount: number;
  readonly excludedCount: number;
  readonly buyerTicked: number;
  readonly supplierTicked: number;
  readonly openDisputes: number;
  readonly opening: string;
}

const day = { type: 'string', columnType: 'date', nullable: true } as const;
// Kept by the guard: an entity that is flushed leaves them alone.
const counted = { type: 'int', persist: false } as const;

export const StatementEntity = new EntitySchema<Statement>({
  name: 'Statement',
  tableName: 'statement',
  properties: {
    id: { type: 'uuid', primary: true },
    buyerId: { type: 'uuid' },
    supplierId: { type: 'uuid' },
    agreementId: { type: 'uuid', nullable: true },
    number: { type: 'text' },
    periodFrom: { type: 'string', columnType: 'date' },
    periodTo: { type: 'string', columnType: 'date' },
    currency: { type: 'text' },
    status: { type: 'text' },
    version: { type: 'int' },
    draftedBy: { type: 'uuid' },
    previousId: { type: 'uuid', nullable: true },
    answerDays: { type: 'int' },
    sentOn: day,
    answerDueOn: day,
    answerDueProvisional: { type: 'boolean' },
    answeredOn: day,
    waitsFor: { type: 'text', nullable: true },
    waitsSince: { type: 'string', columnType: 'timestamptz', nullable: true },
    buyerConfirmedOn: day,
    supplierConfirmedOn: day,
    confirmedOn: day,
    lineCount: counted,
    excludedCount: counted,
    buyerTicked: counted,
    supplierTicked: counted,
    openDisputes: counted,
    opening: { type: 'string', columnType: 'numeric', persist: false },
  },
});

type Sided = Pick<Statement, 'buyerId' | 'supplierId'>;
export const sideOf = ({ buyerId }: Sided, orgId: string): Side => (buyerId === orgId ? 'BUYER' : 'SUPPLIER');
export const orgOn = (statement: Sided, side: Side): string => (side === 'BUYER' ? statement.buyerId : statement.supplierId);
export const handOf = ({ draftedBy }: Pick<Statement, 'draftedBy'>, orgId: string): Hand => (draftedBy === orgId ? 'DRAFTER' : 'OTHER');
export const sideOfHand = (statement: Sided & Pick<Statement, 'draftedBy'>, hand: Hand): Side =>
  (hand === 'DRAFTER') === (statement.draftedBy === statement.buyerId) ? 'BUYER' : 'SUPPLIER';

/** What ties a row to its statement and to both parties. */
export const partyCells = ({ id, buyerId, supplierId }: Pick<Statement, 'id' | 'buyerId' | 'supplierId'>) => ({
  statement_id: id,
  buyer_id: buyerId,
  supplier_id: supplierId,
});
