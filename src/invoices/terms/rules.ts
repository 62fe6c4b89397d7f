import { afterDays, type Counted, type WorkCalendar } from '../../kernel/calendar.js';
import { type CalendarDate, daysBetween, plusDays } from '../../kernel/date.js';
import { isProtected, isPublicBody, type Sides } from './rules/protection.js';
import { type Basis, contractStart, type Start, statutoryStart, type TermDates } from './rules/start.js';

export type { Basis };

/** Days that a dated row of the law gives, and the row's source. */
export interface LegalDays {
  readonly days: number;
  readonly source: string;
}

/** The rows of the law that hold on the day of the contract; absent where there was none. */
export interface TermLaw {
  readonly publicBody?: LegalDays;
  readonly publicBodyCap?: LegalDays;
  readonly largeBuyer?: LegalDays;
  /** Special rule of the contract's sector, art. 9(3). */
  readonly sector?: LegalDays;
}

/** Everything that a due date depends on, besides the calendar. */
export interface TermFacts {
  readonly basis: Basis;
  /** Days agreed; null where the two agreed on no term. */
  readonly termDays: number | null;
  /** Why a large buyer pays later than the law's term, from trade practice. */
  readonly termReason: string | null;
  /** Civil Code art. 204: false where the parties agreed that an end on a rest day stays. */
  readonly restDaysMove: boolean;
  /** A part held back by agreement (质保金): the law's term does not run on it. */
  readonly retention: boolean;
  /** Whether bills or vouchers are agreed; they never stretch the term (art. 11). */
  readonly bills: boolean;
  readonly sides: Sides;
  readonly law: TermLaw;
  readonly dates: TermDates;
}

/** One step of a derivation, as data: which rule, where it stands, what went in and what came out. */
export interface TermStep {
  readonly rule: string;
  readonly article: string;
  readonly input: string;
  readonly result: string;
}

export interface DueDate {
  readonly startOn: CalendarDate | null;
  readonly startCause: string;
  readonly contractualDueOn: CalendarDate | null;
  readonly contractualSource: string | null;
  readonly statutoryDueOn: CalendarDate | null;
  readonly statutorySource: string | null;
  /** Contractual less statutory, both after rolling. */
  readonly gapDays: number | null;
  readonly governs: 'CONTRACT' | 'STATUTE' | null;
  readonly dueOn: CalendarDate | null;
  readonly provisional: boolean;
  readonly steps: readonly TermStep[];
}

const ORDER_802 = 'Order 802';
const CIVIL_CODE = 'Civil Code';

interface End extends Counted {
  readonly source: string;
}

const rolled = (steps: TermStep[], calendar: WorkCalendar, from: CalendarDate, days: number, moves: boolean): Counted => {
  const last = plusDays(from, days);
  const end = moves ? afterDays(calendar, from, days) : { day: last, provisional: false };
  steps.push({ rule: 'COUNT_DAYS', article: `${CIVIL_CODE} art. 201`, input: `${from} + ${days} days`, result: last });
  if (!moves) steps.push({ rule: 'REST_DAY_STAYS', article: `${CIVIL_CODE} art. 204`, input: last, result: last });
  else if (end.day !== last) steps.push({ rule: 'REST_DAY_MOVES', article: `${CIVIL_CODE} art. 203`, input: last, result: end.day });
  return end;
};

const begin = (steps: TermStep[], name: string, start: Start): void =>
  void steps.push({ rule: `${name}_START`, article: start.article, input: start.cause, result: start.on ?? 'unknown' });

const contractual = (facts: TermFacts, calendar: WorkCalendar, start: Start, steps: TermStep[]): End | undefined => {
  if (start.on === null) return undefined;
  if (facts.termDays !== null) {
    return { ...rolled(steps, calendar, start.on, facts.termDays, facts.restDaysMove), source: 'trade agreement' };
  }
  if (isProtected(facts.sides)) return undefined;
  // No term and no protection: the price is due when the goods are received.
  const source = `${CIVIL_CODE} art. 628`;
  steps.push({ rule: 'DUE_ON_RECEIPT', article: source, input: 'no term agreed', result: start.on });
  return { ...rolled(steps, calendar, start.on, 0, true), source };
};

/** The law's days for this debt, and whether the parties may go beyond them. */
const legalDays = ({ sides, law, termDays }: TermFacts): (LegalDays & { readonly rule: string }) | undefined => {
  if (law.sector) return { ...law.sector, rule: 'SECTOR_TERM' };
  if (!isPublicBody(sides)) return law.largeBuyer && { ...law.largeBuyer, rule: 'LARGE_BUYER_TERM' };
  if (termDays === null) return law.publicBody && { ...law.publicBody, rule: 'PUBLIC_BODY_TERM' };
  return law.publicBodyCap && { ...law.publicBodyCap, rule: 'PUBLIC_BODY_CAP' };
};

const statutory = (facts: TermFacts, calendar: WorkCalendar, steps: TermStep[]): End | undefined => {
  const held = isProtected(facts.sides);
  const { buyerClass, buyerOwnership, supplierClass, smeDeclared } = facts.sides;
  steps.push({
    rule: 'PROTECTION',
    article: `${ORDER_802} art. 3`,
    input: `buyer ${buyerClass} ${buyerOwnership}, supplier ${supplierClass}, declared ${smeDeclared ?? 'nothing'}`,
    result: held ? 'holds' : 'does not hold',
  });
  if (!held) return undefined;
  if (facts.retention) {
    steps.push({ rule: 'RETENTION', article: `${ORDER_802} art. 13`, input: 'held back by agreement', result: 'no statutory term' });
    return undefined;
  }
  const legal = legalDays(facts);
  const start = statutoryStart(facts.basis, facts.dates);
  begin(steps, 'STATUTORY', start);
  if (legal === undefined || start.on === null) return undefined;
  steps.push({ rule: legal.rule, article: legal.source, input: start.on, result: `${legal.days} days` });
  return { ...rolled(steps, calendar, start.on, legal.days, true), source: legal.source };
};

const choose = (
  facts: TermFacts,
  contract: End | undefined,
  statute: End | undefined,
): { by: 'CONTRACT' | 'STATUTE'; why: string } | null => {
  if (contract === undefined) return statute === undefined ? null : { by: 'STATUTE', why: 'nothing agreed' };
  if (statute === undefined) return { by: 'CONTRACT', why: 'no statutory term' };
  if (contract.day <= statute.day) return { by: 'CONTRACT', why: 'not later than the law' };
  const mayBeLonger = !isPublicBody(facts.sides) && facts.law.sector === undefined && facts.termReason !== null;
  return mayBeLonger
    ? { by: 'CONTRACT', why: 'longer by trade practice, reason recorded' }
    : { by: 'STATUTE', why: 'later than the law allows' };
};

const WAITING: Omit<DueDate, 'startCause' | 'steps'> = {
  startOn: null,
  contractualDueOn: null,
  contractualSource: null,
  statutoryDueOn: null,
  statutorySource: null,
  gapDays: null,
  governs: null,
  dueOn: null,
  provisional: false,
};

/**
 * When a debt is due: by the contract, by the law, and which of the two governs. Order 802 arts. 3, 9, 10, 11; Civil Code arts.
 * 200 to 204, 628. Without a start (a statement not yet confirmed) nothing is due.
 */
export const dueDate = (facts: TermFacts, calendar: WorkCalendar): DueDate => {
  const steps: TermStep[] = [];
  const start = contractStart(facts.basis, facts.dates);
  begin(steps, 'CONTRACT', start);
  if (start.on === null) return { ...WAITING, startCause: start.cause, steps };
  const contract = contractual(facts, calendar, start, steps);
  const statute = statutory(facts, calendar, steps);
  if (facts.bills)
    steps.push({ rule: 'INSTRUMENT', article: `${ORDER_802} art. 11`, input: 'bill or voucher agreed', result: 'term unchanged' });
  const chosen = choose(facts, contract, statute);
  const end = chosen?.by === 'STATUTE' ? statute : contract;
  steps.push({ rule: 'GOVERNS', article: `${ORDER_802} art. 9`, input: chosen?.why ?? 'no rule', result: chosen?.by ?? 'nothing' });
  return {
    startOn: start.on,
    startCause: start.cause,
    contractualDueOn: contract?.day ?? null,
    contractualSource: contract?.source ?? null,
    statutoryDueOn: statute?.day ?? null,
    statutorySource: statute?.source ?? null,
    gapDays: contract && statute ? daysBetween(statute.day, contract.day) : null,
    governs: chosen?.by ?? null,
    dueOn: end?.day ?? null,
    provisional: [contract, statute].some((one) => one?.provisional === true),
    steps,
  };
};
