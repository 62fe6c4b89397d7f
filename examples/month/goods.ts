import { act, buyer, head, plus, say, supplier } from './desk.js';

/** What the steps of the month hand on. */
export interface Month {
  readonly run: string;
  readonly from: string;
  readonly supplierId: string;
  readonly buyerId: string;
  readonly number: string;
}

interface Line {
  readonly id: string;
  readonly lineId: string;
  readonly received: string;
  readonly accepted: string;
}
export interface Receipt {
  readonly id: string;
  readonly number: string;
  readonly lines: readonly Line[];
}

const LINES = [
  { lineId: '00010', itemName: '压缩机 QD-91', quantity: '1000', unit: 'C62', price: '100.00' },
  { lineId: '00020', itemName: '支架 Q235', quantity: '600', unit: 'KGM', price: '8.50' },
] as const;

/** The buyer orders, the supplier accepts. */
export const order = async ({ run, from, supplierId, number }: Month): Promise<void> => {
  head(`${from}: the order`);
  const lines = LINES.map((line) => ({ ...line, requestedTo: plus(from, 6) }));
  const header = { currency: 'CNY', deliverTo: plus(from, 6) };
  const { order } = await act<{ order: { id: string; revision: number; total: { amount: string } } }>(
    buyer,
    run,
    'orderIssue',
    'order { id revision total { amount } }',
    { supplier: { id: supplierId }, number, header, lines },
  );
  say(`${number}: 1000 x 100.00 + 600 kg x 8.50 = CNY ${order.total.amount} without tax`);
  const answer = { orderId: order.id, revision: order.revision, code: 'AP', promisedTo: plus(from, 6) };
  await act(supplier, run, 'orderRespond', 'outcome', answer);
};

export interface Delivery {
  readonly part: number;
  /** Sent, kept, short and rejected pieces of line 00010, and kilograms of line 00020. */
  readonly pieces: { readonly sent: string; readonly received: string; readonly short?: string; readonly rejected?: string };
  readonly kilograms?: string;
}

/** The supplier sends, the buyer says what came. */
export const deliver = async ({ run, buyerId, number }: Month, day: string, { part, pieces, kilograms }: Delivery): Promise<Receipt> => {
  head(`${day}: delivery ${part} of 3`);
  const ordered = { number };
  const sent = [
    { order: ordered, lineId: '00010', quantity: pieces.sent, lot: `L${part}` },
    ...(kilograms ? [{ order: ordered, lineId: '00020', quantity: kilograms }] : []),
  ];
  const despatch = { buyer: { id: buyerId }, number: `${number}-D${part}`, despatchedOn: day, lines: sent };
  const { despatch: note } = await act<{ despatch: { lines: { id: string; lineId: string }[] } & { id: string } }>(
    supplier,
    run,
    'despatchSend',
    'despatch { id lines { id lineId } }',
    despatch,
  );
  const lineOf = (lineId: string) => note.lines.find((line) => line.lineId === lineId)?.id;
  const came = [
    {
      despatchLineId: lineOf('00010'),
      received: pieces.received,
      ...(pieces.short && { short: pieces.short, shortAction: 'SEND_REST' }),
      ...(pieces.rejected && { rejected: pieces.rejected, rejectReason: 'DAMAGED', rejectAction: 'RETURN' }),
    },
    ...(kilograms ? [{ despatchLineId: lineOf('00020'), received: kilograms }] : []),
  ];
  const { receipt } = await act<{ receipt: Receipt }>(
    buyer,
    run,
    'receiptRecord',
    'receipt { id number lines { id lineId received accepted } }',
    {
      despatch: { id: note.id },
      number: `${number}-R${part}`,
      receivedOn: day,
      lines: came,
    },
  );
  say(
    `sent ${pieces.sent}, received ${pieces.received}, short ${pieces.short ?? '0'}, rejected ${pieces.rejected ?? '0'} of line 00010` +
      (kilograms ? `; ${kilograms} kg of line 00020` : ''),
  );
  return receipt;
};

/** Everything that came is found in order and signed for. */
export const accept = async ({ run }: Month, day: string, receipt: Receipt): Promise<void> => {
  head(`${day}: acceptance by hand of ${receipt.number}`);
  const lines = receipt.lines.map(({ id, received }) => ({ receiptLineId: id, accepted: received }));
  const { acceptance } = await act<{ acceptance: { way: string; acceptedOn: string } }>(
    buyer,
    run,
    'acceptanceRecord',
    'acceptance { way acceptedOn }',
    { receiptId: receipt.id, kind: 'FINAL', acceptedOn: day, signer: '周工', lines },
  );
  say(`${acceptance.way} on ${acceptance.acceptedOn}`);
};

const PROGRESS = `query ($number: String!) { orders(as: BUYER, first: 1, filter: { number: $number }) { nodes { lines { lineId
  progress { ordered despatched received short rejected accepted invoiced open late } } } } }`;

/** How far each line has come, derived from the facts. */
export const showProgress = async ({ number }: Month): Promise<void> => {
  const { orders } = await buyer<{ orders: { nodes: { lines: { lineId: string; progress: Record<string, string | boolean> }[] }[] } }>(
    PROGRESS,
    {
      number,
    },
  );
  for (const { lineId, progress } of orders.nodes[0]?.lines ?? []) {
    const figures = Object.entries(progress).map(([name, value]) => `${name} ${value}`);
    say(`  line ${lineId}: ${figures.join(', ')}`);
  }
};

const ACCEPTED = `query ($by: ReceiptByInput!) { receipt(by: $by) { acceptances { way acceptedOn lines { accepted } }
  lines { lineId inspection { endsOn days } } } }`;

/** What the clock accepted, since nobody said anything until the window's end (Civil Code art. 621). */
export const showClock = async (receipt: Receipt): Promise<void> => {
  const { receipt: now } = await buyer<{
    receipt: {
      acceptances: { way: string; acceptedOn: string; lines: { accepted: string }[] }[];
      lines: { lineId: string; inspection: { endsOn: string; days: number } | null }[];
    };
  }>(ACCEPTED, { by: { id: receipt.id } });
  const window = now.lines[0]?.inspection;
  say(`inspection of ${receipt.number}: ${window?.days} days, to the end of ${window?.endsOn}`);
  for (const { way, acceptedOn, lines } of now.acceptances)
    say(`${way} on ${acceptedOn}: ${lines.map(({ accepted }) => accepted).join(' and ')}`);
};
