import type { CreditMessage, InvoiceMessage, ResponseMessage } from './bill-message.js';
import type { DespatchMessage, ReceiptMessage } from './goods-message.js';
import type { LineAnswer, LineChange, OrderType, ResponseCode } from '../../../kernel/uncodes.js';

/** What a document asks of the rooms, in their words: decimals and dates as text, checked for their form only. */
export type Message = OrderingMessage | DespatchMessage | ReceiptMessage | InvoiceMessage | CreditMessage | ResponseMessage;

export type OrderingMessage = OrderMessage | ChangeMessage | AnswerMessage | CancellationMessage;

interface Numbered {
  /** The document's own number. */
  readonly number: string;
  readonly issuedOn: string;
}

interface AboutOrder extends Numbered {
  /** Number of the order that the document is about. */
  readonly order: string;
}

export interface OrderMessage extends Numbered {
  readonly kind: 'ORDER';
  readonly orderType: OrderType;
  /** Number of the frame agreement that a call-off draws on. */
  readonly frame?: string;
  readonly header: HeaderTerms & { readonly currency: string };
  readonly lines: readonly (LineTerms & { readonly lineId: string })[];
}

export interface ChangeMessage extends AboutOrder {
  readonly kind: 'CHANGE';
  /** What the buyer says about the change as a whole. */
  readonly note?: string;
  readonly header: HeaderTerms;
  readonly lines: readonly { readonly lineId: string; readonly action: LineChange; readonly patch: LineTerms }[];
}

export interface AnswerMessage extends AboutOrder {
  readonly kind: 'ANSWER';
  /** Number of the change that is answered; without it the order itself is. */
  readonly change?: string;
  readonly code: ResponseCode;
  readonly note?: string;
  readonly promise: { readonly salesOrderNumber?: string; readonly promisedFrom?: string; readonly promisedTo?: string };
  readonly lines: readonly { readonly lineId: string; readonly action: LineAnswer; readonly note?: string; readonly patch: LineTerms }[];
}

export interface CancellationMessage extends AboutOrder {
  readonly kind: 'CANCELLATION';
  readonly reason?: string;
}

export interface HeaderTerms {
  readonly currency?: string;
  readonly note?: string;
  readonly buyerReference?: string;
  readonly deliverFrom?: string;
  readonly deliverTo?: string;
  readonly validFrom?: string;
  readonly validTo?: string;
  readonly allowance?: string;
  readonly charge?: string;
  readonly tax?: string;
  readonly details?: Readonly<Record<string, string>>;
}

export interface LineTerms {
  readonly itemName?: string;
  readonly description?: string;
  readonly buyerItemId?: string;
  readonly sellerItemId?: string;
  readonly standardItemId?: string;
  readonly quantity?: string;
  readonly unit?: string;
  readonly price?: string;
  readonly priceBasis?: string;
  readonly allowance?: string;
  readonly charge?: string;
  readonly taxRate?: string;
  readonly note?: string;
  readonly schedules?: readonly ScheduleTerms[];
  readonly details?: Readonly<Record<string, string>>;
}

export interface ScheduleTerms {
  readonly scheduleId: string;
  readonly quantity: string;
  readonly requestedFrom?: string;
  readonly requestedTo?: string;
  readonly promisedFrom?: string;
  readonly promisedTo?: string;
}
