import { act, type Amount, buyer, head, say, shown, supplier } from './desk.js';
import type { Month, Receipt } from './goods.js';

const TAX = '13';

/** A fully digital tax invoice (数电票) of the demo: twenty digits. */
const fapiao = (run: string, n: number) => {
  const digits = [...run.slice(-13).padStart(13, '0')].map((one) => one.charCodeAt(0) % 10).join('');
  return { kind: 'DIGITAL_SPECIAL', number: `26${digits}${String(n).padStart(5, '0')}` };
};

interface Difference {
  readonly kind: string;
  readonly expected: string;
  readonly given: string;
}
export interface Invoice {
  readonly id: string;
  readonly number: string;
  readonly status: string;
  readonly total: Amount;
  readonly buckets: Readonly<Record<'pending' | 'payable' | 'disputed' | 'retained' | 'settled', Amount>>;
  readonly lines: readonly {
    readonly lineId: string;
    readonly match: { readonly state: string; readonly differences: readonly Difference[] } | null;
  }[];
  readonly disputes: readonly {
    readonly id: string;
    readonly reason: string;
    readonly open: Amount;
    readonly expected: string;
    readonly given: string;
  }[];
}

const BUCKETS =
  'buckets { pending { amount currency } payable { amount currency } disputed { amount currency } retained { amount currency } settled { amount currency } }';
const INVOICE = `id number status total { amount currency } ${BUCKETS}
  lines { lineId match { state differences { kind expected given } } } disputes { id reason open { amount currency } expected given }`;

/** Where the money of an invoice lies; the parts are always its total. */
export const showInvoice = ({ number, status, total, buckets, lines, disputes }: Invoice): void => {
  say(
    `${number} (${status}): ${shown(total)} = ${Object.entries(buckets)
      .map(([name, amount]) => `${name} ${amount.amount}`)
      .join(' + ')}`,
  );
  for (const { lineId, match } of lines)
    for (const { kind, expected, given } of match?.differences ?? [])
      say(`  line ${lineId} ${kind}: agreed ${expected}, invoiced ${given}`);
  for (const { reason, open, expected, given } of disputes) say(`  disputed ${reason}: ${shown(open)} (${expected} against ${given})`);
};

export const readInvoice = async (id: string): Promise<Invoice> =>
  (await buyer<{ invoice: Invoice }>(`query ($by: InvoiceByInput!) { invoice(by: $by) { ${INVOICE} } }`, { by: { id } })).invoice;

interface Position {
  readonly orderLineId: string;
  readonly itemName: string;
  readonly quantity: string;
  readonly unit: string;
  readonly price: string;
}

/** The supplier invoices; the hub compares line by line with the order and with what was accepted. */
export const invoice = async (
  { run, buyerId, number }: Month,
  day: string,
  suffix: string,
  receipts: readonly Receipt[],
  positions: readonly Position[],
): Promise<Invoice> => {
  head(`${day}: invoice ${number}-${suffix}`);
  const claimed = (orderLineId: string) =>
    receipts.flatMap(({ lines }) => lines.filter(({ lineId }) => lineId === orderLineId).map(({ id }) => id));
  const lines = positions.map((position, n) => ({
    ...position,
    lineId: String(n + 1),
    order: { number },
    taxRate: TAX,
    receipts: claimed(position.orderLineId),
  }));
  const { invoice: made } = await act<{ invoice: Invoice }>(supplier, run, 'invoiceSubmit', `invoice { ${INVOICE} }`, {
    buyer: { id: buyerId },
    number: `${number}-${suffix}`,
    issuedOn: day,
    currency: 'CNY',
    fapiao: fapiao(run, suffix === 'I1' ? 1 : 2),
    lines,
  });
  for (const { quantity, price, unit, itemName } of positions) say(`  ${itemName}: ${quantity} ${unit} x ${price}, tax ${TAX} %`);
  showInvoice(made);
  return made;
};

/** The supplier agrees to what the match disputed, and credits it: the credit takes the disputed part first. */
export const credit = async ({ run, number }: Month, day: string, disputed: Invoice): Promise<Invoice> => {
  head(`${day}: the supplier answers and credits what differs`);
  for (const { id, reason } of disputed.disputes) {
    await act(supplier, run, 'disputeAnswer', 'dispute { status }', { disputeId: id, answer: 'ACCEPT', text: '同意，将开具红字发票' });
    say(`  ${reason}: accepted`);
  }
  const open = disputed.buckets.disputed.amount;
  const { invoice: after } = await act<{ invoice: Invoice }>(supplier, run, 'creditNoteSubmit', `invoice { ${INVOICE} }`, {
    kind: 'RED_INVOICE',
    number: `${number}-C1`,
    issuedOn: day,
    original: { id: disputed.id },
    fapiao: fapiao(run, 3),
    confirmation: `红字信息确认单 ${number}`,
    reason: '单价与数量差异',
    lines: [{ lineId: '1', quantity: '5', gross: open }],
  });
  say(`  red invoice of CNY ${open}`);
  showInvoice(after);
  return after;
};

/** The buyer approves. Approval moves no due date (Order 802 art. 14). */
export const approve = async ({ run }: Month, { id, number }: Invoice): Promise<void> => {
  const { invoice: after } = await act<{ invoice: Invoice }>(buyer, run, 'invoiceRespond', `invoice { ${INVOICE} }`, {
    invoiceId: id,
    code: 'AP',
  });
  say(`${number}: ${after.status}`);
};
