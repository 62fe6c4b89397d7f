import { XmlDocument, XmlElement } from 'libxml2-wasm';
import type { AgreedOrder, IssuedOrder, Prelude, Sender, SubmittedInvoice } from './plan.js';
import { USCC } from './plan.js';

/** Sends a mutation as an organisation, with a key of its own made of the words. Throws when it is refused. */
export type Send = <Payload>(from: Sender, words: readonly string[], query: string, input: object) => Promise<Payload>;

const ERRORS = 'userErrors { code field message }';
const ISSUE = `mutation ($input: OrderIssueInput!) { orderIssue(input: $input) { ${ERRORS} order { id status revision } } }`;
const RESPOND = `mutation ($input: OrderRespondInput!) { orderRespond(input: $input) { ${ERRORS} order { id status revision } } }`;
const SUBMIT = `mutation ($input: InvoiceSubmitInput!) { invoiceSubmit(input: $input) { ${ERRORS} invoice { id status } } }`;

interface OrderLine {
  readonly lineId: string;
  readonly itemName: string;
  readonly quantity: string;
  readonly unit: string;
}

/** A document by which to look into it, by the local names of its elements. */
const opened = <T>(content: string, use: (root: XmlElement) => T): T => {
  const document = XmlDocument.fromString(content);
  try {
    return use(document.root);
  } finally {
    document.dispose();
  }
};

const stepped = (path: string): string =>
  path
    .split('/')
    .map((name) => `*[local-name()='${name}']`)
    .join('/');
const textAt = (element: XmlElement, path: string): string => element.get(`./${stepped(path)}`)?.content.trim() ?? '';
const unitAt = (element: XmlElement, path: string): string => {
  const found = element.get(`./${stepped(path)}`);
  return found instanceof XmlElement ? (found.attr('unitCode')?.value ?? '') : '';
};

// Quantities of the examples have three digits after the point at most: counted in thousandths they are whole numbers.
const thousandths = (text: string): number => Math.round(Number(text === '' ? '0' : text) * 1000);

/** The order of which a despatch delivers: what each line delivers and what it says is outstanding. */
export const orderOfDespatch = (
  content: string,
): { readonly number: string; readonly issuedOn: string; readonly lines: readonly OrderLine[] } =>
  opened(content, (root) => {
    const ordered = new Map<string, OrderLine & { thousandths: number }>();
    for (const line of root.find(`./${stepped('DespatchLine')}`)) {
      if (!(line instanceof XmlElement)) continue;
      const lineId = textAt(line, 'OrderLineReference/LineID');
      const before = ordered.get(lineId)?.thousandths ?? 0;
      const sum = ['DeliveredQuantity', 'OutstandingQuantity', 'BackorderQuantity'].reduce(
        (all, name) => all + thousandths(textAt(line, name)),
        before,
      );
      const about = { itemName: textAt(line, 'Item/Name'), unit: unitAt(line, 'DeliveredQuantity') };
      ordered.set(lineId, { lineId, ...about, quantity: String(sum / 1000), thousandths: sum });
    }
    return {
      number: textAt(root, 'OrderReference/ID'),
      issuedOn: textAt(root, 'OrderReference/IssueDate') || textAt(root, 'IssueDate'),
      lines: [...ordered.values()].map(({ thousandths: _thousandths, ...line }) => line),
    };
  });

interface Ordered {
  readonly orderIssue: { readonly order: { readonly id: string; readonly revision: number; readonly status: string } | null };
}

const issue = async (send: Send, { issue: number, from, to, lines }: IssuedOrder): Promise<void> => {
  const header = { currency: 'EUR' };
  await send(from, [number, to], ISSUE, {
    supplier: { uscc: USCC[to] },
    number,
    header,
    lines: lines.map((line) => ({ ...line, unit: 'C62' })),
  });
};

const agree = async (send: Send, { orderOf, from, to }: AgreedOrder, content: string): Promise<void> => {
  const { number, issuedOn, lines } = orderOfDespatch(content);
  const input = { supplier: { uscc: USCC[to] }, number, issuedOn, header: { currency: 'EUR' }, lines };
  const { orderIssue } = await send<Ordered>(from, ['order of', orderOf, to], ISSUE, input);
  const { order } = orderIssue;
  if (order?.status === 'ISSUED')
    await send(to, ['agree', orderOf, from], RESPOND, { orderId: order.id, revision: order.revision, code: 'AP' });
};

const submit = async (send: Send, { invoice: number, from, to, time, prepaid }: SubmittedInvoice): Promise<void> => {
  const line = { lineId: '1', itemName: 'Work as agreed', quantity: '1', unit: 'C62', price: '100', taxCategory: 'Z', taxRate: '0' };
  await send(from, [number, to, String(time)], SUBMIT, {
    buyer: { uscc: USCC[to] },
    number,
    issuedOn: '2017-11-30',
    currency: 'EUR',
    totals: prepaid ? { prepaid: '100' } : {},
    lines: [line],
  });
};

/** Does through the public API what trading partners have done before their documents begin. */
export const prepare = (send: Send, step: Prelude, contentOf: (name: string) => string): Promise<void> => {
  if ('issue' in step) return issue(send, step);
  return 'orderOf' in step ? agree(send, step, contentOf(step.orderOf)) : submit(send, step);
};

/** In words what was done. */
export const toldOf = (step: Prelude): string => {
  if ('issue' in step) return `order ${step.issue} is issued with ${step.lines.length} lines such as the answer speaks of`;
  return 'orderOf' in step
    ? `an order is issued and agreed with the lines and quantities of ${step.orderOf}`
    : `invoice ${step.invoice} over 100.00 EUR is submitted${step.prepaid ? ', paid in advance' : ''}`;
};
