import type { Decision, Prelude, Sender, Step } from './plan.js';
import { USCC } from './plan.js';

export interface Order {
  readonly id: string;
  readonly status: string;
  readonly revision: number;
}

export interface Imported {
  readonly userErrors: readonly { readonly code: string; readonly message: string }[];
  readonly import: {
    readonly id: string;
    readonly kind: string;
    readonly outcome: string;
    readonly warnings: readonly { readonly code: string; readonly params: readonly { readonly name: string; readonly value: string }[] }[];
    readonly ignoredPaths: readonly string[];
  } | null;
  readonly order: Order | null;
}

const IMPORT = `mutation ($input: DocumentImportInput!) { documentImport(input: $input) {
  userErrors { code message } order { id status revision }
  import { id kind outcome ignoredPaths warnings { code params { name value } } } } }`;
const EXPORT = 'query ($id: ID!) { documentExport(by: { import: $id }) { content } }';
const ISSUE = 'mutation ($input: OrderIssueInput!) { orderIssue(input: $input) { userErrors { code message } } }';
const RESPOND =
  'mutation ($input: OrderRespondInput!) { orderRespond(input: $input) { userErrors { code message } order { id status revision } } }';

/** A client of the hub that speaks for the organisations of the demo. Its keys are made of what it sends, so that it may be run again. */
export const hubAt = (url: string) => {
  const ask = async <Data>(from: Sender, query: string, variables: object): Promise<Data> => {
    const response = await fetch(`${url}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization: `Bearer rt_demo_${from}` },
      body: JSON.stringify({ query, variables }),
    });
    const { data, errors } = (await response.json()) as { data?: Data; errors?: readonly { readonly message: string }[] };
    if (!data || errors) throw new Error(errors?.map((error) => error.message).join('\n') ?? `The hub answered ${response.status}.`);
    return data;
  };
  return {
    async take({ name, from, to }: Step, content: string): Promise<Imported> {
      const input = { idempotencyKey: `documents ${name} to ${to}`, content, counterparty: { uscc: USCC[to] } };
      return (await ask<{ documentImport: Imported }>(from, IMPORT, { input })).documentImport;
    },
    async written(from: Sender, id: string): Promise<string> {
      return (await ask<{ documentExport: { content: string } }>(from, EXPORT, { id })).documentExport.content;
    },
    async issue({ issue: number, from, to, lines }: Prelude): Promise<void> {
      const input = {
        idempotencyKey: `documents ${number} to ${to}`,
        supplier: { uscc: USCC[to] },
        number,
        header: { currency: 'EUR' },
        lines: lines.map((line) => ({ ...line, unit: 'C62' })),
      };
      await ask(from, ISSUE, { input });
    },
    async accept({ accept, from, to }: Decision, order: Order): Promise<Order> {
      const input = { idempotencyKey: `documents accept ${accept} of ${to}`, orderId: order.id, revision: order.revision, code: 'AP' };
      return (await ask<{ orderRespond: { order: Order | null } }>(from, RESPOND, { input })).orderRespond.order ?? order;
    },
  };
};
