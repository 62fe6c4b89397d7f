import { type Ask, askAs, granted, type UserError } from '../hub-client.js';
import { type Decision, type Prelude, type Sender, type Step, USCC } from './plan.js';

export interface Order {
  readonly id: string;
  readonly status: string;
  readonly revision: number;
}

export interface Imported {
  readonly userErrors: readonly UserError[];
  readonly import: {
    readonly id: string;
    readonly kind: string;
    readonly outcome: string;
    readonly warnings: readonly { readonly code: string; readonly params: readonly { readonly name: string; readonly value: string }[] }[];
    readonly ignoredPaths: readonly string[];
  } | null;
  readonly order: Order | null;
}

interface Done {
  readonly userErrors: readonly UserError[];
  readonly order: Order | null;
}

const ERRORS = 'userErrors { code field message }';
const IMPORT = `mutation ($input: DocumentImportInput!) { documentImport(input: $input) { ${ERRORS} order { id status revision }
  import { id kind outcome ignoredPaths warnings { code params { name value } } } } }`;
const EXPORT = 'query ($id: ID!) { documentExport(by: { import: $id }) { content } }';
const ISSUE = `mutation ($input: OrderIssueInput!) { orderIssue(input: $input) { ${ERRORS} order { id status revision } } }`;
const RESPOND = `mutation ($input: OrderRespondInput!) { orderRespond(input: $input) { ${ERRORS} order { id status revision } } }`;

const as = (sender: Sender): Ask => askAs(`rt_demo_${sender}`);

// Keys are made of what is sent, so that the example may be run again and has one effect.
const keyOf = (...words: readonly string[]): string => ['documents', ...words].join(' ');

export const take = async ({ name, from, to }: Step, content: string): Promise<Imported> => {
  const input = { idempotencyKey: keyOf(name, to), content, counterparty: { uscc: USCC[to] } };
  return (await as(from)<{ documentImport: Imported }>(IMPORT, { input })).documentImport;
};

/** The imported document as the hub writes it. */
export const written = async (from: Sender, id: string): Promise<string> =>
  (await as(from)<{ documentExport: { content: string } }>(EXPORT, { id })).documentExport.content;

export const issue = async ({ issue: number, from, to, lines }: Prelude): Promise<void> => {
  const header = { currency: 'EUR' };
  const input = {
    idempotencyKey: keyOf(number, to),
    supplier: { uscc: USCC[to] },
    number,
    header,
    lines: lines.map((line) => ({ ...line, unit: 'C62' })),
  };
  granted((await as(from)<{ orderIssue: Done }>(ISSUE, { input })).orderIssue);
};

export const agree = async ({ accept, from, to }: Decision, order: Order): Promise<Order> => {
  const input = { idempotencyKey: keyOf('accept', accept, to), orderId: order.id, revision: order.revision, code: 'AP' };
  return granted((await as(from)<{ orderRespond: Done }>(RESPOND, { input })).orderRespond).order ?? order;
};
