import { EntitySchema } from '@mikro-orm/core';
import type { DisputeStatus, FapiaoKind, FapiaoStatus, InvoiceStatus, Side } from './lifecycle/rules.js';

/** An invoice as it stands, locked. Its buckets are kept by the database: read them, never set them. */
export interface Invoice {
  id: string;
  buyerId: string;
  supplierId: string;
  agreementId: string | null;
  number: string;
  issuedOn: string;
  receivedOn: string;
  currency: string;
  status: InvoiceStatus;
  version: number;
  fapiaoKind: FapiaoKind | null;
  fapiaoCode: string | null;
  fapiaoNumber: string | null;
  fapiaoStatus: FapiaoStatus | null;
  readonly total: string;
  readonly pending: string;
  readonly payable: string;
  readonly disputed: string;
  readonly retained: string;
  readonly settled: string;
  readonly credited: string;
}

export interface Dispute {
  id: string;
  invoiceId: string;
  invoiceLineId: string;
  buyerId: string;
  supplierId: string;
  origin: 'MATCH' | 'BUYER';
  reason: string;
  status: DisputeStatus;
  version: number;
  readonly open: string;
  conceded: string;
}

// Kept by guards: an entity that is flushed leaves them alone.
const kept = { type: 'string', columnType: 'numeric', persist: false } as const;
const day = { type: 'string', columnType: 'date' } as const;
const words = { type: 'text', nullable: true } as const;
const parties = { id: { type: 'uuid', primary: true }, buyerId: { type: 'uuid' }, supplierId: { type: 'uuid' } } as const;

export const InvoiceEntity = new EntitySchema<Invoice>({
  name: 'Invoice',
  tableName: 'invoice',
  properties: {
    ...parties,
    agreementId: { type: 'uuid', nullable: true },
    number: { type: 'text' },
    issuedOn: day,
    receivedOn: day,
    currency: { type: 'text' },
    status: { type: 'text' },
    version: { type: 'int' },
    fapiaoKind: words,
    fapiaoCode: words,
    fapiaoNumber: words,
    fapiaoStatus: words,
    total: kept,
    pending: kept,
    payable: kept,
    disputed: kept,
    retained: kept,
    settled: kept,
    credited: kept,
  },
});

export const DisputeEntity = new EntitySchema<Dispute>({
  name: 'Dispute',
  tableName: 'dispute',
  properties: {
    ...parties,
    invoiceId: { type: 'uuid' },
    invoiceLineId: { type: 'uuid' },
    origin: { type: 'text' },
    reason: { type: 'text' },
    status: { type: 'text' },
    version: { type: 'int' },
    open: kept,
    conceded: { type: 'string', columnType: 'numeric' },
  },
});

export const sideOf = (invoice: Pick<Invoice, 'buyerId'>, orgId: string): Side => (invoice.buyerId === orgId ? 'BUYER' : 'SUPPLIER');
