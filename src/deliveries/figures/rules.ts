import { type Decimal, decimal, roundHalfUp } from '../../kernel/decimal.js';

/** Changes with every change of what is counted below, so that two figures are compared only where they mean the same. */
export const FORMULA = '1';

/** What the figures mean, in words that stand beside them. */
export const RULE = {
  en: 'Level: schedule of an order line. Agreed day: promised by the supplier, else requested and accepted with the order; window 0 days. A schedule is judged when enough has come or its day is over: complete when what came of the line up to a day reaches ordered·(1 − tolerance), earliest agreed day first; overdue when its day is over and it is not. OTIF: of what came up to the agreed day, the part accepted at its first decision reaches ordered·(1 − tolerance); undecided goods that could tip it leave it pending. Defective: rejected at the door, refused at inspection, or in a warranty claim that was accepted; per million of all that came, by unit.',
  zh: '口径：订单行的交付计划。约定日：供应商承诺日，未另行承诺的为随订单接受的要求日；窗口 0 天。到货足量或约定日已过时计入：该行截至某日累计收货达到 订购量·(1 − 容差) 为完成，先到货先抵最早约定日的计划；约定日已过仍未达到为逾期未交。OTIF：截至约定日到货中首次验收合格数量达到 订购量·(1 − 容差)；待验收数量可能影响结论的暂不计入。不合格：到货拒收、检验拒收或已被同意的质量索赔，按单位计算，每百万件到货。',
} as const;

const percent = roundHalfUp(2);
const days = roundHalfUp(2);
const perMillion = roundHalfUp(1);

/** The part of a whole in percent; null where there is nothing to judge, which is neither none nor all. */
export const share = (part: number, whole: number): string | null =>
  whole === 0 ? null : percent(decimal(part).times(100).div(whole)).toFixed(percent.digits);

const mean = (total: string, count: number): string | null => (count === 0 ? null : days(decimal(total).div(count)).toFixed(days.digits));

export interface Counts {
  readonly early: number;
  readonly onDay: number;
  readonly late: number;
  readonly overdue: number;
  readonly open: number;
  /** Whole numbers as text. */
  readonly daysLate: string;
  readonly daysOff: string;
  readonly hit: number;
  readonly miss: number;
  readonly pending: number;
}

/** Shares and means of counts: "no data" is null with a count of 0. Each is rounded half up to two digits. */
export const timingOf = ({ early, onDay, late, overdue, open, daysLate, daysOff }: Counts) => {
  const complete = early + onDay + late;
  const judged = complete + overdue;
  return {
    judged,
    early,
    onTheDay: onDay,
    late,
    overdue,
    open,
    earlyShare: share(early, judged),
    onTheDayShare: share(onDay, judged),
    daysLate,
    lateShare: share(late + overdue, judged),
    onTimeShare: share(early + onDay, judged),
    meanDaysLate: mean(daysLate, late),
    meanDeviation: mean(daysOff, complete),
  };
};

export const otifOf = ({ hit, miss, pending }: Counts) => ({ judged: hit + miss, inFull: hit, pending, share: share(hit, hit + miss) });

export interface Defects {
  readonly unit: string;
  readonly came: string;
  readonly defective: string;
}

/** Defective parts per million of all that came, rounded half up to one digit. */
export const ppm = (came: Decimal, defective: Decimal): string | null =>
  came.isZero() ? null : perMillion(defective.times(1_000_000).div(came)).toFixed(perMillion.digits);

export const defectsOf = (all: readonly Defects[]) =>
  all.map((one) => ({ ...one, partsPerMillion: ppm(decimal(one.came), decimal(one.defective)) }));
