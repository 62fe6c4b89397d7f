import { monthEnd } from '../../../kernel/calendar.js';
import type { CalendarDate } from '../../../kernel/date.js';

/** The event from which a term runs. */
export type Basis = 'DELIVERY' | 'ACCEPTANCE' | 'INVOICE_RECEIVED' | 'MONTH_END' | 'CONFIRMED_STATEMENT';

/** The days on which a term can begin. */
export interface TermDates {
  /** Delivery; null for what is not delivered, such as a service. */
  readonly receivedOn: CalendarDate | null;
  readonly acceptedOn: CalendarDate | null;
  /** Last day of the agreed inspection. */
  readonly inspectionEndsOn: CalendarDate | null;
  /** Day on which the buyer refused the goods in inspection, before they passed. */
  readonly failedOn?: CalendarDate | null;
  readonly invoiceReceivedOn: CalendarDate;
  /** Day on which the later of the two confirmed the statement. */
  readonly confirmedOn: CalendarDate | null;
}

export interface Start {
  readonly on: CalendarDate | null;
  readonly cause: string;
  readonly article: string;
}

const later = (a: CalendarDate, b: CalendarDate): CalendarDate => (a > b ? a : b);

const delivered = ({ receivedOn, invoiceReceivedOn }: TermDates): Start =>
  receivedOn === null
    ? { on: invoiceReceivedOn, cause: 'INVOICE_RECEIVED', article: 'Civil Code art. 509' }
    : { on: receivedOn, cause: 'DELIVERED', article: 'Order 802 art. 9' };

/**
 * Order 802 art. 10: from the day on which the goods passed; from the end of the agreed inspection where the buyer is late with it.
 * A refusal within the time is no delay: then the term waits for the goods that pass.
 */
const accepted = (dates: TermDates): Start => {
  const { acceptedOn, inspectionEndsOn, failedOn } = dates;
  const article = 'Order 802 art. 10';
  const refusedInTime = failedOn !== undefined && failedOn !== null && inspectionEndsOn !== null && failedOn <= inspectionEndsOn;
  if (refusedInTime) return { on: acceptedOn, cause: acceptedOn === null ? 'INSPECTION_FAILED' : 'ACCEPTED', article };
  if (inspectionEndsOn !== null && (acceptedOn === null || acceptedOn > inspectionEndsOn))
    return { on: inspectionEndsOn, cause: 'INSPECTION_ENDED', article };
  return acceptedOn === null ? delivered(dates) : { on: acceptedOn, cause: 'ACCEPTED', article };
};

const confirmed = ({ confirmedOn }: TermDates): Start => ({
  on: confirmedOn,
  cause: confirmedOn === null ? 'AWAITS_STATEMENT' : 'STATEMENT_CONFIRMED',
  article: 'Order 802 art. 9(4)',
});

/** Where the term that the two agreed on begins. */
export const contractStart = (basis: Basis, dates: TermDates): Start => {
  const delivery = delivered(dates);
  switch (basis) {
    case 'DELIVERY':
      return delivery;
    case 'ACCEPTANCE':
      return accepted(dates);
    case 'CONFIRMED_STATEMENT':
      return confirmed(dates);
    case 'MONTH_END':
      return { on: monthEnd(delivery.on ?? dates.invoiceReceivedOn), cause: 'MONTH_ENDED', article: 'Civil Code art. 510' };
    case 'INVOICE_RECEIVED':
      // An invoice that came before the goods starts nothing: what is not delivered is not owed.
      return {
        on: later(dates.invoiceReceivedOn, delivery.on ?? dates.invoiceReceivedOn),
        cause: 'INVOICE_RECEIVED',
        article: 'Civil Code art. 510',
      };
  }
};

/** Where the law's term begins: with delivery, unless acceptance or periodic settlement was agreed. */
export const statutoryStart = (basis: Basis, dates: TermDates): Start => {
  if (basis === 'ACCEPTANCE') return accepted(dates);
  return basis === 'CONFIRMED_STATEMENT' ? confirmed(dates) : delivered(dates);
};
