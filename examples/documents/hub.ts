import { type Ask, askAs, granted, type UserError } from '../hub-client.js';
import type { Send } from './context.js';
import { type Decision, type Sender, type Step, USCC } from './plan.js';

export interface Order {
  readonly id: string;
  readonly status: string;
  readonly revision: number;
}

export interface Imported {
  readonly replayed: boolean;
  readonly userErrors: readonly UserError[];
  readonly import: {
    readonly id: string;
    readonly kind: string;
    readonly outcome: string;
    readonly warnings: readonly { readonly code: string; readonly params: readonly { readonly name: string; readonly value: string }[] }[];
    readonly ignoredPaths: readonly string[];
  } | null;
  readonly order: Order | null;
  readonly invoice: { readonly id: string; readonly status: string } | null;
}

interface Done {
  readonly userErrors: readonly UserError[];
  readonly order: Order | null;
}

const ERRORS = 'userErrors { code field message }';
const IMPORT = `mutation ($input: DocumentImportInput!) { documentImport(input: $input) { replayed ${ERRORS} order { id status revision }
  invoice { id status } import { id kind outcome ignoredPaths warnings { code params { name value } } } } }`;
const EXPORT = 'query ($id: ID!) { documentExport(by: { import: $id }) { content } billExport(by: { import: $id }) { content } }';
const RESPOND = `mutation ($input: OrderRespondInput!) { orderRespond(input: $input) { ${ERRORS} order { id status revision } } }`;

const as = (sender: Sender): Ask => askAs(`rt_demo_${sender}`);

// Keys are made of what is sent, so that the example may be run again and has one effect.
const keyOf = (...words: readonly string[]): string => ['documents', ...words].join(' ');

export const take = async ({ name, from, to }: Step, content: string): Promise<Imported> => {
  const input = { idempotencyKey: keyOf(name, to), content, counterparty: { uscc: USCC[to] } };
  return (await as(from)<{ documentImport: Imported }>(IMPORT, { input })).documentImport;
};

/** The imported document as the hub writes it. */
export const written = async (from: Sender, id: string): Promise<string> => {
  const { documentExport, billExport } = await as(from)<Record<'documentExport' | 'billExport', { content: string } | null>>(EXPORT, {
    id,
  });
  return (documentExport ?? billExport)?.content ?? '';
};

/** A call of the public API beside the documents. */
export const send: Send = async (from, words, query, input) => {
  const answer = await as(from)<Record<string, { readonly userErrors: readonly UserError[] }>>(query, {
    input: { idempotencyKey: keyOf(...words), ...input },
  });
  Object.values(answer).forEach(granted);
  return answer as never;
};

export const agree = async ({ accept, from, to }: Decision, order: Order): Promise<Order> => {
  // When the example is run again, nothing is open any more.
  if (order.status !== 'IN_FORCE') return order;
  const input = { idempotencyKey: keyOf('accept', accept, to), orderId: order.id, revision: order.revision, code: 'AP' };
  return granted((await as(from)<{ orderRespond: Done }>(RESPOND, { input })).orderRespond).order ?? order;
};
