import type { TradeDocument } from '../../src/interchange/rules/document/index.js';
import type { ImportAnswer } from './import.js';
import { answerDocument, orderDocument, written } from './trade-documents.js';

export const HAISHAN = { scheme: '0088', value: '6901000000016' };
export const LIXIN = { scheme: '0088', value: '6901000000023' };
export const role = (endpoint: { scheme: string; value: string } | undefined) => ({
  party: endpoint ? { endpoint } : { names: ['Somebody'] },
});

/** Documents between Haishan, who buys, and Lixin, who delivers, found by their GLNs. */
export const ordersByDocument = (take: (from: string, input: object) => Promise<ImportAnswer>) => {
  let numbers = 0;
  const nextNumber = (): string => `DOC-${++numbers}`;
  const sides = { buyer: role(HAISHAN), seller: role(LIXIN) };
  const order = (number: string, more: Partial<TradeDocument> = {}): TradeDocument =>
    orderDocument({ number: { value: number }, ...sides, ...more });
  const about = (number: string, more: Partial<TradeDocument> = {}): TradeDocument =>
    answerDocument({ number: { value: nextNumber() }, orders: [{ id: { value: number } }], ...sides, ...more });
  /** What an import answered: its outcome, or its refusals with their fields. */
  const said = ({ userErrors, import: record, repeated }: ImportAnswer): string =>
    userErrors.length > 0
      ? userErrors.map(({ code, field }) => [code, ...(field ?? [])].join(' ')).join(', ')
      : `${record?.outcome}${repeated ? ' again' : ''}`;
  /** Sends a new order. Answers its number. */
  const issued = async (more: Partial<TradeDocument> = {}): Promise<string> => {
    const number = nextNumber();
    const answer = await take('buyer', { content: written('ORDER', order(number, more)) });
    if (answer.import?.outcome !== 'ISSUED') throw new Error(said(answer));
    return number;
  };
  return { nextNumber, order, about, said, issued };
};
