import { act, type Amount, buyer, head, say, shown, supplier } from './desk.js';
import type { Invoice } from './bills.js';
import type { Month } from './goods.js';

interface Step {
  readonly rule: string;
  readonly article: string;
  readonly input: string;
  readonly result: string;
}
interface Segment {
  readonly fromOn: string;
  readonly toOn: string;
  readonly days: number;
  readonly principal: Amount;
  readonly amount: Amount;
}
export interface Payable {
  readonly id: string;
  readonly status: string;
  readonly dueOn: string | null;
  readonly amount: Amount;
  readonly open: Amount;
  readonly dueDate: {
    readonly on: string | null;
    readonly contractual: string | null;
    readonly statutory: string | null;
    readonly statutorySource: string | null;
    readonly governs: string | null;
    readonly gapDays: number | null;
    readonly provisional: boolean;
    readonly steps: readonly Step[];
  };
  readonly lateInterest: {
    readonly rule: string;
    readonly article: string;
    readonly rate: string;
    readonly rateUnit: string;
    readonly yearDays: number | null;
    readonly days: number;
    readonly owed: Amount;
    readonly total: Amount;
    readonly segments: readonly Segment[];
  };
}

const MONEY = '{ amount currency }';
const PAYABLES = `query ($by: InvoiceByInput!) { invoice(by: $by) { payables { id status dueOn amount ${MONEY} open ${MONEY}
  dueDate { on contractual statutory statutorySource governs gapDays provisional steps { rule article input result } }
  lateInterest { rule article rate rateUnit yearDays days owed ${MONEY} total ${MONEY}
    segments { fromOn toOn days principal ${MONEY} amount ${MONEY} } } } } }`;

export const payablesOf = async ({ id }: Invoice): Promise<readonly Payable[]> =>
  (await buyer<{ invoice: { payables: Payable[] } }>(PAYABLES, { by: { id } })).invoice.payables;

/** When each part must be paid, and why. */
export const showDue = (payables: readonly Payable[]): void => {
  for (const { amount, open, status, dueDate } of payables) {
    const { on, contractual, statutory, statutorySource, governs, gapDays, provisional, steps } = dueDate;
    say(
      `${shown(amount)} (open ${open.amount}, ${status}) due ${on}${provisional ? ', provisional: that year’s calendar is not published' : ''}`,
    );
    say(`  by contract ${contractual}, by law ${statutory} (${statutorySource}), gap ${gapDays} days; ${governs} governs`);
    for (const { rule, article, input, result } of steps) say(`    ${rule}: ${input} -> ${result} [${article}]`);
  }
};

/** What being late costs, piece by piece. */
export const showInterest = (payables: readonly Payable[]): void => {
  for (const { lateInterest: late } of payables) {
    const rate = `${late.rate} ${late.rateUnit}${late.yearDays ? ` on ${late.yearDays} days` : ''}`;
    say(`late interest owed ${shown(late.owed)} of ${shown(late.total)} for ${late.days} days; ${late.rule} ${rate} [${late.article}]`);
    for (const { fromOn, toOn, days, principal, amount } of late.segments)
      say(
        `    ${fromOn} to ${toOn}: ${principal.amount} x ${late.rate} x ${days} d${late.yearDays ? ` / ${late.yearDays}` : ''} = ${amount.amount}`,
      );
  }
};

interface Payment {
  readonly payment: {
    readonly id: string;
    readonly allocations: readonly { readonly component: string; readonly rule: string; readonly amount: Amount }[];
  };
}

/** The buyer pays towards one payable; the supplier confirms that the money is there. The hub records, it holds no money. */
export const pay = async (
  { run, supplierId, number }: Month,
  day: string,
  part: number,
  payable: Payable,
  amount: string,
): Promise<void> => {
  head(`${day}: payment ${part} of CNY ${amount}`);
  const { payment } = await act<Payment>(buyer, run, 'paymentAdvise', `payment { id allocations { component rule amount ${MONEY} } }`, {
    supplier: { id: supplierId },
    number: `${number}-P${part}`,
    endToEndId: `${run}-${part}`,
    paidOn: day,
    amount,
    parts: [{ payableId: payable.id, amount }],
  });
  for (const { component, rule, amount: applied } of payment.allocations) say(`  ${component}: ${shown(applied)} (${rule})`);
  await act(supplier, run, 'paymentConfirm', 'payment { status }', { paymentId: payment.id, receivedOn: day });
};

interface Statement {
  readonly id: string;
  readonly number: string;
  readonly status: string;
  readonly confirmedOn: string | null;
  readonly opening: Amount;
  readonly received: Amount;
  readonly invoiced: Amount;
  readonly credited: Amount;
  readonly paid: Amount;
  readonly closing: Amount;
  readonly lineCount: number;
}
const STATEMENT = `statement { id number status confirmedOn opening ${MONEY} received ${MONEY} invoiced ${MONEY} credited ${MONEY} paid ${MONEY}
  closing ${MONEY} lineCount }`;

interface Open {
  readonly statements: {
    readonly nodes: readonly {
      readonly id: string;
      readonly number: string;
      readonly allowedActions: readonly { action: string; allowed: boolean }[];
    }[];
  };
}
const OPEN = `query ($as: StatementSide!, $counterparty: [ID!]) {
  statements(as: $as, first: 100, filter: { counterparty: $counterparty, status: [SENT] }) { nodes { id number allowedActions { action allowed } } } }`;

/** Statements make a chain: those that were sent before are confirmed first, by whoever has not done so yet. */
const settleEarlier = async ({ run, supplierId, buyerId }: Month): Promise<void> => {
  for (const [side, as, counterparty] of [
    [buyer, 'BUYER', supplierId],
    [supplier, 'SUPPLIER', buyerId],
  ] as const) {
    const { statements } = await side<Open>(OPEN, { as, counterparty: [counterparty] });
    for (const { id, number, allowedActions } of [...statements.nodes].reverse()) {
      if (!allowedActions.some(({ action, allowed }) => action === 'TICK' && allowed)) continue;
      await act(side, run, 'statementTick', 'marked', { statementId: id, all: true });
      await act(side, run, 'statementConfirm', 'statement { status }', { statementId: id });
      say(`${number}, sent before, is confirmed by the ${as.toLowerCase()}`);
    }
  }
};

/** The account of the period, ticked and confirmed by both sides. */
export const settleAccount = async (month: Month, day: string): Promise<void> => {
  const { run, supplierId, from } = month;
  head(`${day}: statement of account from ${from} to ${day}`);
  await settleEarlier(month);
  const { statement } = await act<{ statement: Statement }>(buyer, run, 'statementDraft', STATEMENT, {
    as: 'BUYER',
    counterparty: { id: supplierId },
    periodFrom: from,
    periodTo: day,
  });
  const { opening, invoiced, credited, paid, closing } = statement;
  say(`${statement.lineCount} lines; received ${shown(statement.received)}`);
  say(
    `opening ${opening.amount} + invoiced ${invoiced.amount} - credited ${credited.amount} - paid ${paid.amount} = closing ${closing.amount}`,
  );
  const about = { statementId: statement.id };
  await act(buyer, run, 'statementSend', 'statement { status }', about);
  for (const side of [buyer, supplier]) {
    await act(side, run, 'statementTick', 'marked', { ...about, all: true });
    const { statement: after } = await act<{ statement: Statement }>(side, run, 'statementConfirm', STATEMENT, about);
    say(
      `confirmed by ${side === buyer ? 'the buyer' : 'the supplier'}: ${after.status}${after.confirmedOn ? ` on ${after.confirmedOn}` : ''}`,
    );
  }
};
