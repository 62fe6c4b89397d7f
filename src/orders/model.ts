import { EntitySchema } from '@mikro-orm/core';
import type { OrderType } from '../kernel/uncodes.js';
import type { OrderStatus, Side } from './lifecycle/rules.js';

/** The order as it stands. Its lines, revisions and proposals are written as sets of rows: see `store/`. */
export interface Order {
  id: string;
  buyerId: string;
  supplierId: string;
  number: string;
  typeCode: OrderType;
  issuedOn: string;
  status: OrderStatus;
  version: number;
  revision: number;
  agreedRevision: number | null;
  waitsFor: Side | null;
  waitsSince: string | null;
  currency: string;
  note: string | null;
  buyerReference: string | null;
  salesOrderNumber: string | null;
  deliverFrom: string | null;
  deliverTo: string | null;
  promisedFrom: string | null;
  promisedTo: string | null;
  validFrom: string | null;
  validTo: string | null;
  frameTotal: string | null;
  allowance: string | null;
  charge: string | null;
  tax: string | null;
  details: Record<string, string>;
  linesTotal: string;
  total: string;
  payable: string;
  lineCount: number;
  frameId: string | null;
  calledOffValue: string;
  answerHours: number;
}

const amount = { type: 'string', columnType: 'numeric', nullable: true } as const;
const day = { type: 'string', columnType: 'date', nullable: true } as const;
const words = { type: 'text', nullable: true } as const;

export const OrderEntity = new EntitySchema<Order>({
  name: 'Order',
  tableName: 'orders',
  properties: {
    id: { type: 'uuid', primary: true },
    buyerId: { type: 'uuid' },
    supplierId: { type: 'uuid' },
    number: { type: 'text' },
    typeCode: { type: 'text' },
    issuedOn: { type: 'string', columnType: 'date' },
    status: { type: 'text' },
    version: { type: 'int' },
    revision: { type: 'int' },
    agreedRevision: { type: 'int', nullable: true },
    waitsFor: words,
    waitsSince: { type: 'string', columnType: 'timestamptz', nullable: true },
    currency: { type: 'text' },
    note: words,
    buyerReference: words,
    salesOrderNumber: words,
    deliverFrom: day,
    deliverTo: day,
    promisedFrom: day,
    promisedTo: day,
    validFrom: day,
    validTo: day,
    frameTotal: amount,
    allowance: amount,
    charge: amount,
    tax: amount,
    details: { type: 'json', columnType: 'jsonb' },
    linesTotal: { type: 'string', columnType: 'numeric' },
    total: { type: 'string', columnType: 'numeric' },
    payable: { type: 'string', columnType: 'numeric' },
    lineCount: { type: 'int' },
    frameId: { type: 'uuid', nullable: true },
    calledOffValue: { type: 'string', columnType: 'numeric' },
    answerHours: { type: 'int' },
  },
});

export const sideOf = (order: Pick<Order, 'buyerId' | 'supplierId'>, orgId: string): Side =>
  order.buyerId === orgId ? 'BUYER' : 'SUPPLIER';

/** The organisation on a side of the order. */
export const orgOn = (order: Pick<Order, 'buyerId' | 'supplierId'>, side: Side): string =>
  side === 'BUYER' ? order.buyerId : order.supplierId;
