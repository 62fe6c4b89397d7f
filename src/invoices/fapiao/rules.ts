import type { Refusal } from '../../kernel/refusal.js';
import type { FapiaoKind, FapiaoStatus } from '../lifecycle/rules.js';

export interface Fapiao {
  readonly kind: FapiaoKind;
  readonly code?: string;
  readonly number: string;
}

export type FapiaoCode = 'FAPIAO_NUMBER_WRONG' | 'FAPIAO_RECORDED' | 'FAPIAO_NOT_RECORDED' | 'FAPIAO_NOT_VOIDABLE';

const DIGITAL = /^[0-9]{20}$/;
const NUMBER = /^[0-9]{8}$/;
const CODE = /^([0-9]{10}|[0-9]{12})$/;

const isDigital = (kind: FapiaoKind): boolean => kind.startsWith('DIGITAL');

/** Whether the number has the form of its kind: 20 digits of a 数电票 without a code, else a code of 10 or 12 digits and a number of 8. */
export const fapiaoFaults = ({ kind, code, number }: Fapiao, field: readonly string[]): readonly Refusal<FapiaoCode>[] => {
  const right = isDigital(kind) ? DIGITAL.test(number) && code === undefined : NUMBER.test(number) && CODE.test(code ?? '');
  return right ? [] : [{ code: 'FAPIAO_NUMBER_WRONG', field: [...field, 'number'] }];
};

export interface RecordedFapiao {
  readonly kind: FapiaoKind;
  readonly number: string;
  readonly status: FapiaoStatus;
  readonly issuedOn: string;
}

/**
 * Reasons against voiding (作废) a recorded tax invoice on a day. A fully digital one is only ever taken back by a red invoice; another
 * one may be voided in the month of its issue (国税发〔2006〕156号, art. 20).
 */
export const voidFaults = ({ kind, number, status, issuedOn }: RecordedFapiao, today: string): readonly Refusal<FapiaoCode>[] => {
  if (status !== 'VALID') return [{ code: 'FAPIAO_RECORDED', field: ['invoiceId'], params: { number, status } }];
  return !isDigital(kind) && issuedOn.slice(0, 7) === today.slice(0, 7)
    ? []
    : [{ code: 'FAPIAO_NOT_VOIDABLE', field: ['invoiceId'], params: { kind, issuedOn } }];
};
