import { prepare, type Send } from '../../examples/documents/context.js';
import type { Decision, Prelude, Step } from '../../examples/documents/plan.js';
import { demoKey, demoOrganisations } from '../../src/parties/index.js';
import type { DemoHub } from './demo-hub.js';

export interface ImportedOrder {
  readonly id: string;
  readonly number: string;
  readonly status: string;
  readonly revision: number;
  readonly lines: readonly { readonly lineId: string; readonly state: string; readonly quantity: string }[];
}

export interface ImportAnswer {
  readonly repeated: boolean | null;
  readonly replayed: boolean;
  readonly userErrors: readonly { readonly code: string; readonly field: readonly string[] | null; readonly message: string }[];
  readonly import: {
    readonly id: string;
    readonly kind: string;
    readonly number: string;
    readonly outcome: string;
    readonly warnings: readonly {
      readonly code: string;
      readonly message: string;
      readonly params: readonly { readonly name: string; readonly value: string }[];
    }[];
    readonly ignoredPaths: readonly string[];
    readonly keptPaths: readonly string[];
  } | null;
  readonly order: ImportedOrder | null;
  readonly invoice: { readonly id: string; readonly number: string; readonly status: string } | null;
}

const IMPORT = `mutation ($input: DocumentImportInput!) { documentImport(input: $input) {
  repeated replayed userErrors { code field message }
  import { id kind number outcome warnings { code message params { name value } } ignoredPaths keptPaths }
  order { id number status revision lines { lineId state quantity } } invoice { id number status } } }`;

export const usccOf = (orgKey: string): string => demoOrganisations.find((one) => one.orgKey === orgKey)?.claim.uscc ?? '';

/** Ways to send documents to a hub and to have them written, as organisations of the demo. */
export const documentsOn = (hub: () => DemoHub) => {
  let calls = 0;
  const key = (): string => `documents-${++calls}`;
  const ask = <Data>(from: string, query: string, variables: object): Promise<Data> => hub().ask<Data>(demoKey(from), query, variables);

  const take = async (from: string, input: object): Promise<ImportAnswer> =>
    (await ask<{ documentImport: ImportAnswer }>(from, IMPORT, { input: { idempotencyKey: key(), ...input } })).documentImport;

  /** The document as it is written now, or null. */
  const written = async (from: string, by: object): Promise<string | null> => {
    const query = 'query ($by: DocumentExportByInput!) { documentExport(by: $by) { content } }';
    return (await ask<{ documentExport: { content: string } | null }>(from, query, { by })).documentExport?.content ?? null;
  };

  /** The same of documents of billing. */
  const writtenBill = async (from: string, by: object): Promise<string | null> => {
    const query = 'query ($by: BillExportByInput!) { billExport(by: $by) { content } }';
    return (await ask<{ billExport: { content: string } | null }>(from, query, { by })).billExport?.content ?? null;
  };

  const send: Send = async (from, _words, query, input) => {
    const answer = await ask<Record<string, { userErrors: unknown[] }>>(from, query, { input: { idempotencyKey: key(), ...input } });
    if (Object.values(answer).some(({ userErrors }) => userErrors.length > 0)) throw new Error(JSON.stringify({ answer, input }));
    return answer as never;
  };

  /** The supplier says yes to what is open. */
  const accept = async (from: string, order: ImportedOrder): Promise<ImportedOrder> => {
    const input = { idempotencyKey: key(), orderId: order.id, revision: order.revision, code: 'AP' };
    const query = `mutation ($input: OrderRespondInput!) { orderRespond(input: $input) {
      order { id number status revision lines { lineId state quantity } } userErrors { code } } }`;
    const { orderRespond } = await ask<{ orderRespond: { order: ImportedOrder | null; userErrors: unknown[] } }>(from, query, { input });
    if (!orderRespond.order) throw new Error(JSON.stringify(orderRespond));
    return orderRespond.order;
  };

  /** Goes through a conversation. Answers the order as it stands at its end. */
  const converse = async (
    steps: readonly (Step | Prelude | Decision)[],
    contentOf: (name: string) => string,
    seen: (step: Step, answer: ImportAnswer) => Promise<void> | void,
  ): Promise<ImportedOrder | undefined> => {
    let order: ImportedOrder | undefined;
    for (const step of steps) {
      if ('accept' in step) order = order && (await accept(step.from, order));
      else if (!('name' in step)) await prepare(send, step, contentOf);
      else {
        const answer = await take(step.from, { content: contentOf(step.name), counterparty: { uscc: usccOf(step.to) } });
        order = answer.order ?? order;
        await seen(step, answer);
      }
    }
    return order;
  };
  return { ask, take, written, writtenBill, accept, converse, key, send };
};
