/* eslint-disable */
/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
import type { TypedDocumentNode as DocumentNode } from '@graphql-typed-document-node/core';
/** Days, both ends included. */
export type DayRange = {
  /** First day. */
  from?: string | null | undefined;
  /** Last day. */
  to?: string | null | undefined;
};

/** What can happen to an object. Types are added, never renamed: ignore those you do not know. */
export type EventType =
  /** Acceptance due. */
  | 'ACCEPTANCE_DUE'
  /** Acceptance recorded. */
  | 'ACCEPTANCE_RECORDED'
  /** Advance recorded. */
  | 'ADVANCE_RECORDED'
  /** Agreement confirmed. */
  | 'AGREEMENT_CONFIRMED'
  /** Agreement ended. */
  | 'AGREEMENT_ENDED'
  /** Agreement proposed. */
  | 'AGREEMENT_PROPOSED'
  /** Agreement refused. */
  | 'AGREEMENT_REFUSED'
  /** Agreement withdrawn. */
  | 'AGREEMENT_WITHDRAWN'
  /** Approval tiers set. */
  | 'APPROVAL_TIERS_SET'
  /** Attachment added. */
  | 'ATTACHMENT_ADDED'
  /** Attachment superseded. */
  | 'ATTACHMENT_SUPERSEDED'
  /** Calendar published. */
  | 'CALENDAR_PUBLISHED'
  /** Clock advanced. */
  | 'CLOCK_ADVANCED'
  /** Clock started. */
  | 'CLOCK_STARTED'
  /** Clock stepped. */
  | 'CLOCK_STEPPED'
  /** Credit note issued. */
  | 'CREDIT_NOTE_ISSUED'
  /** Dead letter replayed. */
  | 'DEAD_LETTER_REPLAYED'
  /** Despatch cancelled. */
  | 'DESPATCH_CANCELLED'
  /** Despatch sent. */
  | 'DESPATCH_SENT'
  /** Dispute answered. */
  | 'DISPUTE_ANSWERED'
  /** Dispute resolved. */
  | 'DISPUTE_RESOLVED'
  /** Document imported. */
  | 'DOCUMENT_IMPORTED'
  /** Evidence sealed. */
  | 'EVIDENCE_SEALED'
  /** Fapiao recorded. */
  | 'FAPIAO_RECORDED'
  /** Goods returned. */
  | 'GOODS_RETURNED'
  /** Identifier added. */
  | 'IDENTIFIER_ADDED'
  /** Identifier confirmed. */
  | 'IDENTIFIER_CONFIRMED'
  /** Invitation created. */
  | 'INVITATION_CREATED'
  /** Invitation revoked. */
  | 'INVITATION_REVOKED'
  /** Invitation used. */
  | 'INVITATION_USED'
  /** Invoice approved. */
  | 'INVOICE_APPROVED'
  /** Invoice disputed. */
  | 'INVOICE_DISPUTED'
  /** Invoice matched. */
  | 'INVOICE_MATCHED'
  /** Invoice paid. */
  | 'INVOICE_PAID'
  /** Invoice responded. */
  | 'INVOICE_RESPONDED'
  /** Invoice response due. */
  | 'INVOICE_RESPONSE_DUE'
  /** Invoice submitted. */
  | 'INVOICE_SUBMITTED'
  /** Invoice voided. */
  | 'INVOICE_VOIDED'
  /** Key created. */
  | 'KEY_CREATED'
  /** Key revoked. */
  | 'KEY_REVOKED'
  /** Key rotated. */
  | 'KEY_ROTATED'
  /** Line closed. */
  | 'LINE_CLOSED'
  /** Line late. */
  | 'LINE_LATE'
  /** Line promised. */
  | 'LINE_PROMISED'
  /** Line reopened. */
  | 'LINE_REOPENED'
  /** Login refused. */
  | 'LOGIN_REFUSED'
  /** Membership ended. */
  | 'MEMBERSHIP_ENDED'
  /** Membership granted. */
  | 'MEMBERSHIP_GRANTED'
  /** Notice due. */
  | 'NOTICE_DUE'
  /** Notice escalation due. */
  | 'NOTICE_ESCALATION_DUE'
  /** Order accepted. */
  | 'ORDER_ACCEPTED'
  /** Order acknowledged. */
  | 'ORDER_ACKNOWLEDGED'
  /** Order answer due. */
  | 'ORDER_ANSWER_DUE'
  /** Order cancelled. */
  | 'ORDER_CANCELLED'
  /** Order change accepted. */
  | 'ORDER_CHANGE_ACCEPTED'
  /** Order change lapsed. */
  | 'ORDER_CHANGE_LAPSED'
  /** Order change proposed. */
  | 'ORDER_CHANGE_PROPOSED'
  /** Order change refused. */
  | 'ORDER_CHANGE_REFUSED'
  /** Order change withdrawn. */
  | 'ORDER_CHANGE_WITHDRAWN'
  /** Order countered. */
  | 'ORDER_COUNTERED'
  /** Order disclosed. */
  | 'ORDER_DISCLOSED'
  /** Order disclosure ended. */
  | 'ORDER_DISCLOSURE_ENDED'
  /** Order issued. */
  | 'ORDER_ISSUED'
  /** Order refused. */
  | 'ORDER_REFUSED'
  /** Order reminded. */
  | 'ORDER_REMINDED'
  /** Order replaced. */
  | 'ORDER_REPLACED'
  /** Organisation changed. */
  | 'ORGANISATION_CHANGED'
  /** Organisation claimed. */
  | 'ORGANISATION_CLAIMED'
  /** Organisation verified. */
  | 'ORGANISATION_VERIFIED'
  /** Password changed. */
  | 'PASSWORD_CHANGED'
  /** Password reset. */
  | 'PASSWORD_RESET'
  /** Payable cut. */
  | 'PAYABLE_CUT'
  /** Payable due. */
  | 'PAYABLE_DUE'
  /** Payable opened. */
  | 'PAYABLE_OPENED'
  /** Payable overdue. */
  | 'PAYABLE_OVERDUE'
  /** Payable paid. */
  | 'PAYABLE_PAID'
  /** Payable recheck due. */
  | 'PAYABLE_RECHECK_DUE'
  /** Payable redated. */
  | 'PAYABLE_REDATED'
  /** Payment advised. */
  | 'PAYMENT_ADVISED'
  /** Payment confirmed. */
  | 'PAYMENT_CONFIRMED'
  /** Person invited. */
  | 'PERSON_INVITED'
  /** Receipt recorded. */
  | 'RECEIPT_RECORDED'
  /** Refusal settled. */
  | 'REFUSAL_SETTLED'
  /** Repricing agreed. */
  | 'REPRICING_AGREED'
  /** Repricing agreed by side. */
  | 'REPRICING_AGREED_BY_SIDE'
  /** Repricing proposed. */
  | 'REPRICING_PROPOSED'
  /** Repricing replaced. */
  | 'REPRICING_REPLACED'
  /** Repricing settled. */
  | 'REPRICING_SETTLED'
  /** Repricing settled in part. */
  | 'REPRICING_SETTLED_IN_PART'
  /** Retention due. */
  | 'RETENTION_DUE'
  /** Retention released. */
  | 'RETENTION_RELEASED'
  /** Return arrived. */
  | 'RETURN_ARRIVED'
  /** Session ended. */
  | 'SESSION_ENDED'
  /** Session opened. */
  | 'SESSION_OPENED'
  /** Statement answer due. */
  | 'STATEMENT_ANSWER_DUE'
  /** Statement confirmed. */
  | 'STATEMENT_CONFIRMED'
  /** Statement confirmed by side. */
  | 'STATEMENT_CONFIRMED_BY_SIDE'
  /** Statement disputed. */
  | 'STATEMENT_DISPUTED'
  /** Statement drafted. */
  | 'STATEMENT_DRAFTED'
  /** Statement lines set aside. */
  | 'STATEMENT_LINES_SET_ASIDE'
  /** Statement sent. */
  | 'STATEMENT_SENT'
  /** Statement ticked. */
  | 'STATEMENT_TICKED'
  /** Statement withdrawn. */
  | 'STATEMENT_WITHDRAWN'
  /** Table import failed. */
  | 'TABLE_IMPORT_FAILED'
  /** Table import finished. */
  | 'TABLE_IMPORT_FINISHED'
  /** Table import queued. */
  | 'TABLE_IMPORT_QUEUED'
  /** Table import stopped. */
  | 'TABLE_IMPORT_STOPPED'
  /** Warranty accepted. */
  | 'WARRANTY_ACCEPTED'
  /** Warranty claimed. */
  | 'WARRANTY_CLAIMED'
  /** Warranty closed. */
  | 'WARRANTY_CLOSED'
  /** Warranty refused. */
  | 'WARRANTY_REFUSED'
  /** Warranty remedied. */
  | 'WARRANTY_REMEDIED'
  /** Warranty reopened. */
  | 'WARRANTY_REOPENED';

/** What a party may do with an order. */
export type OrderAction =
  /** Accept: `orderRespond` with AP. */
  | 'ACCEPT'
  /** Accept the other side's proposal: `orderDecideChange`. */
  | 'ACCEPT_CHANGE'
  /** Accept the other side's proposal to end the order: `orderDecideChange`. */
  | 'ACCEPT_END'
  /** Confirm receipt: `orderRespond` with AB. */
  | 'ACKNOWLEDGE'
  /** Take the offer back: `orderCancel`. */
  | 'CANCEL'
  /** Accept with changes: `orderRespond` with CA. */
  | 'COUNTER'
  /** Propose a change: `orderProposeChange`. */
  | 'PROPOSE_CHANGE'
  /** Propose the end of the order: `orderCancel`. */
  | 'PROPOSE_END'
  /** Refuse: `orderRespond` with RE. */
  | 'REFUSE'
  /** Turn the other side's proposal down: `orderDecideChange`. */
  | 'REFUSE_CHANGE'
  /** Put another offer in its place: `orderIssue` with the same number, or `orderProposeChange`. */
  | 'REPLACE_OFFER'
  /** Take the own proposal back: `orderWithdrawChange`. */
  | 'WITHDRAW_CHANGE';

/** Takes an offer back, or proposes or confirms the end of an agreed order. */
export type OrderCancelInput = {
  /** The version that was read; refused when the order has changed since. */
  expectedVersion?: number | null | undefined;
  /** Key under which the call has one effect, however often it is sent. */
  idempotencyKey?: string | null | undefined;
  /** Number of the cancellation's document. */
  number?: string | null | undefined;
  /** The order. */
  orderId: string | number;
  /** Why, up to 4,000 characters. */
  reason?: string | null | undefined;
};

/** Decides on a proposal of the other side. */
export type OrderDecideChangeInput = {
  /** The decision. */
  decision: OrderDecision;
  /** The version that was read; refused when the order has changed since. */
  expectedVersion?: number | null | undefined;
  /** Key under which the call has one effect, however often it is sent. */
  idempotencyKey?: string | null | undefined;
  /** The order. */
  orderId: string | number;
  /** The proposal. */
  proposalId: string | number;
  /** Why, up to 4,000 characters. */
  reason?: string | null | undefined;
};

/** A decision on a proposal of the other side. */
export type OrderDecision =
  /** It becomes the next revision, in force. */
  | 'ACCEPT'
  /** It is turned down; the order stays as it is. */
  | 'REFUSE';

/** A further term by name, compared as text. */
export type OrderDetailInput = {
  /** Name of the term, up to 100 characters. */
  name: string;
  /** What it says, up to 1,000 characters. */
  value: string;
};

/** Which orders to list. */
export type OrderFilter = {
  /** The other party is any of these organisations. */
  counterparty?: Array<string | number> | null | undefined;
  /** Last day on which the order as a whole is asked to arrive. */
  deliverTo?: DayRange | null | undefined;
  /** Day of the document. */
  issuedOn?: DayRange | null | undefined;
  /** The number, as its buyer wrote it. */
  number?: string | null | undefined;
  /** Any of these statuses. */
  status?: Array<OrderStatus> | null | undefined;
  /** Any of these kinds. */
  type?: Array<OrderType> | null | undefined;
  /** Any of these sides must act next. */
  waitsFor?: Array<OrderSide> | null | undefined;
};

/** What changes of an order's header; what is not given stays. */
export type OrderHeaderChangeInput = {
  /** Sum of allowances on the whole order. */
  allowance?: string | null | undefined;
  /** The buyer's own name for the purchase, to be quoted back. */
  buyerReference?: string | null | undefined;
  /** Sum of charges on the whole order. */
  charge?: string | null | undefined;
  /** Currency of all amounts. */
  currency?: string | null | undefined;
  /** First day of delivery requested for lines without days of their own. */
  deliverFrom?: string | null | undefined;
  /** Last day of delivery requested for lines without days of their own. */
  deliverTo?: string | null | undefined;
  /** Further terms; all of them, where any is given. */
  details?: Array<OrderDetailInput> | null | undefined;
  /** Of a frame agreement: the most that may be called off, without tax. */
  frameTotal?: string | null | undefined;
  /** Text to the whole order, up to 4,000 characters. */
  note?: string | null | undefined;
  /** First day of delivery promised; from the supplier only. */
  promisedFrom?: string | null | undefined;
  /** Last day of delivery promised; from the supplier only. */
  promisedTo?: string | null | undefined;
  /** The supplier's number for the sale; from the supplier only. */
  salesOrderNumber?: string | null | undefined;
  /** Tax on the whole order, as the document states it. */
  tax?: string | null | undefined;
  /** First day of validity. */
  validFrom?: string | null | undefined;
  /** Last day of validity; required of a frame agreement. */
  validTo?: string | null | undefined;
};

/** What a change does to a line, UN/EDIFACT 1229. */
export type OrderLineAction =
  /** Adds it (1). */
  | 'ADD'
  /** Changes what is given (3). */
  | 'CHANGE'
  /** Ends it (2). */
  | 'END'
  /** Leaves it as it is (4). */
  | 'NO_ACTION'
  /** Makes an ended or refused line active again, with what is given (74). */
  | 'REOPEN';

/** What a change does to one line. */
export type OrderLineActionInput = {
  /** What to do. */
  action: OrderLineAction;
  /** What the line is to be, with ADD, CHANGE and REOPEN. */
  change?: OrderLineChangeInput | null | undefined;
  /** The line; a new number for an added line. */
  lineId: string;
};

/** Answer to one line, UN/EDIFACT 1229. */
export type OrderLineAnswer =
  /** Accepted as it is (5). */
  | 'ACCEPTED'
  /** A line that the supplier adds (1). */
  | 'ADDED'
  /** Already delivered as ordered (42). */
  | 'ALREADY_DELIVERED'
  /** Accepted with a change (3). */
  | 'CHANGED'
  /** Not accepted (7). */
  | 'NOT_ACCEPTED';

/** The answer to one line. */
export type OrderLineAnswerInput = {
  /** The answer. */
  action: OrderLineAnswer;
  /** What the line is to be, with answers CHANGED and ADDED. */
  change?: OrderLineChangeInput | null | undefined;
  /** The line; a new number for an added line. */
  lineId: string;
  /** What is to be said about it. */
  note?: string | null | undefined;
};

/** What changes of a line; what is not given stays. A line that is added needs name, quantity and unit. */
export type OrderLineChangeInput = {
  /** Sum of allowances on the line. */
  allowance?: string | null | undefined;
  /** The buyer's number for the item. */
  buyerItemId?: string | null | undefined;
  /** Sum of charges on the line. */
  charge?: string | null | undefined;
  /** Description of the item, up to 4,000 characters. */
  description?: string | null | undefined;
  /** Further terms; all of them, where any is given. */
  details?: Array<OrderDetailInput> | null | undefined;
  /** Of a call-off: the frame's line that it draws on; the line of the same id when absent. */
  frameLineId?: string | null | undefined;
  /** Name of the item, up to 500 characters. */
  itemName?: string | null | undefined;
  /** Text to the line, up to 4,000 characters. */
  note?: string | null | undefined;
  /** Price of `priceBasis` units, without tax. */
  price?: string | null | undefined;
  /** Number of units that the price is for; 1 when absent. */
  priceBasis?: string | null | undefined;
  /** Of a frame agreement: prices by day, in place of `price`. */
  prices?: Array<OrderPriceInput> | null | undefined;
  /** First day promised; from the supplier only. */
  promisedFrom?: string | null | undefined;
  /** Last day promised; from the supplier only. */
  promisedTo?: string | null | undefined;
  /** Quantity, above zero. A line with several parts needs its `schedules` too. */
  quantity?: string | null | undefined;
  /** First day requested. */
  requestedFrom?: string | null | undefined;
  /** Last day requested. */
  requestedTo?: string | null | undefined;
  /** Parts with days of their own; one for the whole line when absent. */
  schedules?: Array<OrderScheduleInput> | null | undefined;
  /** The supplier's number for the item. */
  sellerItemId?: string | null | undefined;
  /** Standard number for the item, such as a GTIN. */
  standardItemId?: string | null | undefined;
  /** Rate of tax in per cent. */
  taxRate?: string | null | undefined;
  /** Unit of the quantity, UN/ECE recommendation 20. */
  unit?: string | null | undefined;
};

/** How a line changes. */
export type OrderLineChangeKind =
  /** It is new. */
  | 'ADDED'
  /** Some of its fields change. */
  | 'CHANGED'
  /** It ends. */
  | 'ENDED'
  /** The supplier does not accept it. */
  | 'REFUSED'
  /** It counts again. */
  | 'REOPENED';

/** Whether a line counts. */
export type OrderLineState =
  /** To be delivered. */
  | 'ACTIVE'
  /** Taken out by agreement; it stays to be seen. */
  | 'ENDED'
  /** Not accepted by the supplier; it stays to be seen. */
  | 'REFUSED';

/** What becomes of lines that a change does not name. */
export type OrderOtherLines =
  /** They end: the lines given are all that is to be left. */
  | 'END'
  /** They stay as they are. */
  | 'KEEP';

/** A price of a frame agreement from a day on. */
export type OrderPriceInput = {
  /** First day of the price. */
  from: string;
  /** Price of one unit, without tax. */
  price: string;
};

/** What became of a proposal. */
export type OrderProposalStatus =
  /** It is a revision of the order. */
  | 'ACCEPTED'
  /** Another proposal took its place, or its base or its order came to an end. */
  | 'LAPSED'
  /** It awaits the other side's decision. */
  | 'OPEN'
  /** The other side turned it down. */
  | 'REFUSED'
  /** Its own side took it back. */
  | 'WITHDRAWN';

/** Says what an order is to be. */
export type OrderProposeChangeInput = {
  /** The version that was read; refused when the order has changed since. */
  expectedVersion?: number | null | undefined;
  /** What changes of the header. */
  header?: OrderHeaderChangeInput | null | undefined;
  /** Key under which the call has one effect, however often it is sent. */
  idempotencyKey: string;
  /** What changes of the lines. */
  lines?: Array<OrderLineActionInput> | null | undefined;
  /** What is to be said about it, up to 4,000 characters. */
  note?: string | null | undefined;
  /** Number of the change's document, unique within the order and side. */
  number?: string | null | undefined;
  /** The order. */
  orderId: string | number;
  /** What becomes of active lines that are not named. */
  otherLines?: OrderOtherLines;
  /** The revision on which the change stands; refused as stale when the order stands at another. */
  revision: number;
};

/** The supplier's answer to what is open: the offer, or the buyer's change. */
export type OrderRespondInput = {
  /** The answer as a whole. */
  code: OrderResponseCode;
  /** The version that was read; refused when the order has changed since. */
  expectedVersion?: number | null | undefined;
  /** The supplier's own reference in another system. The buyer does not see it. */
  externalReference?: string | null | undefined;
  /** Key under which the call has one effect, however often it is sent. */
  idempotencyKey: string;
  /** With CA: an answer to every active line. */
  lines?: Array<OrderLineAnswerInput> | null | undefined;
  /** What is to be said about it, up to 4,000 characters. */
  note?: string | null | undefined;
  /** Number of the answer's document, unique within the order. */
  number?: string | null | undefined;
  /** The order. */
  orderId: string | number;
  /** First day promised for the whole order. */
  promisedFrom?: string | null | undefined;
  /** Last day promised for the whole order. */
  promisedTo?: string | null | undefined;
  /** The revision that is answered; refused as stale when the order stands at another. */
  revision: number;
  /** The supplier's number for the sale. */
  salesOrderNumber?: string | null | undefined;
};

/** Answer to an order as a whole, UN/EDIFACT 4343. */
export type OrderResponseCode =
  /** Received; another answer follows. */
  | 'AB'
  /** Accepted as it is. */
  | 'AP'
  /** Accepted with changes: every line is answered. */
  | 'CA'
  /** Rejected. */
  | 'RE';

/** How a revision came about. */
export type OrderRevisionOrigin =
  /** The other side accepted a proposal. */
  | 'CHANGED'
  /** The first offer. */
  | 'ISSUED'
  /** The buyer put another offer in the place of one that was not agreed. */
  | 'REPLACED';

/** A part of a line with its own days. The parts of a line sum to its quantity. */
export type OrderScheduleInput = {
  /** First day promised; from the supplier only. */
  promisedFrom?: string | null | undefined;
  /** Last day promised; from the supplier only. */
  promisedTo?: string | null | undefined;
  /** Quantity, in the unit of the line. */
  quantity: string;
  /** First day requested. */
  requestedFrom?: string | null | undefined;
  /** Last day requested. */
  requestedTo?: string | null | undefined;
  /** Number of the part within its line, up to 50 characters. */
  scheduleId: string;
};

/** On which side of an order an organisation stands. */
export type OrderSide =
  /** Orders. */
  | 'BUYER'
  /** Delivers. */
  | 'SUPPLIER';

/** Where an order stands. */
export type OrderStatus =
  /** The supplier has received it; an answer follows (AB). */
  | 'ACKNOWLEDGED'
  /** It was taken back, or both have agreed on its end. The end. */
  | 'CANCELLED'
  /** The supplier proposes changes (CA), which await the buyer. */
  | 'COUNTERED'
  /** Both sides have agreed. */
  | 'IN_FORCE'
  /** An offer of the buyer awaits the supplier's answer. */
  | 'ISSUED'
  /** The supplier has refused it (RE). The end. */
  | 'REFUSED';

/** Kind of an order, UN/EDIFACT 1001. */
export type OrderType =
  /** Call-off from a frame agreement (226). */
  | 'CALL_OFF'
  /** Consignment order (227). */
  | 'CONSIGNMENT'
  /** Frame agreement, from which call-offs draw (221, blanket order). */
  | 'FRAME'
  /** Order (220). */
  | 'ORDER'
  /** Purchase order (105). */
  | 'PURCHASE_ORDER';

/** What an organisation does on the hub. */
export type OrganisationRole =
  /** Trade association. */
  | 'ASSOCIATION'
  /** Places orders. */
  | 'BUYER'
  /** Finances receivables, orders or receipts. */
  | 'FINANCIER'
  /** Public authority. */
  | 'GOVERNMENT'
  /** Operates this hub. */
  | 'OPERATOR'
  /** Offers services to firms. */
  | 'SERVICE_BODY'
  /** Takes orders. */
  | 'SUPPLIER'
  /** Keeps goods and issues warehouse receipts. */
  | 'WAREHOUSE_KEEPER';

/** What a person does for an organisation. */
export type PersonDuty =
  /** Administers people, keys and agreements. */
  | 'ADMIN'
  /** Binds the organisation, such as by confirming a debt. */
  | 'APPROVER'
  /** Reads everything, including the audit trail. */
  | 'AUDITOR'
  /** Checks what another has recommended. */
  | 'CHECKER'
  /** Handles orders from day to day. */
  | 'CLERK'
  /** Handles quality tasks. */
  | 'QUALITY'
  /** Reviews and recommends. */
  | 'REVIEWER';

/** What an item of a stream says. */
export type UpdateKind =
  /** Something happened. */
  | 'EVENT'
  /** The given cursor is too old to resume from: events before this place are passed over. Read anew what you follow, then go on. */
  | 'GAP'
  /** The object that is followed as it is now, after a gap. */
  | 'SNAPSHOT';

/** Why something asked for was not done. Codes are added, never renamed: treat an unknown one as a plain refusal. */
export type UserErrorCode =
  /** A final acceptance decides on everything: {left} {unit} of line {lineId} are left. Name them, or record a partial acceptance. */
  | 'ACCEPTANCE_INCOMPLETE'
  /** Of line {lineId} {left} {unit} are left to decide on, {asked} are named. */
  | 'ACCEPTANCE_OVER_RECEIVED'
  /** The goods came on {receivedOn}; they cannot be accepted before. */
  | 'ACCEPTED_BEFORE_RECEIPT'
  /** The agreed period for inspection of line {lineId} ended on {day}: what was left is accepted (Civil Code art. 621). A defect found later is a warranty claim. */
  | 'ACCEPTED_BY_CLOCK'
  /** Today is {today}; goods are not accepted in advance. */
  | 'ACCEPTED_IN_ADVANCE'
  /** No period for inspection is agreed, so line {lineId} was accepted with its receipt on {day}. A defect found later is a warranty claim. */
  | 'ACCEPTED_ON_RECEIPT'
  /** The code "{written}" at {path} was read as {read}. */
  | 'ACTION_READ_AS'
  /** This address is among yours already. */
  | 'ADDRESS_TAKEN'
  /** At most {max} addresses can be kept. Remove one first. */
  | 'ADDRESS_TOO_MANY'
  /** This address is confirmed already. */
  | 'ADDRESS_VERIFIED'
  /** An advance with this number to this supplier exists already. */
  | 'ADVANCE_EXISTS'
  /** The order is {status}: an advance is paid for an order that both agreed on. */
  | 'ADVANCE_ORDER_NOT_IN_FORCE'
  /** The order comes to {total} {currency} with tax, {before} are advanced already; {given} more are too much. */
  | 'ADVANCE_OVER_ORDER'
  /** The last day must not lie before the first, nor before today. */
  | 'AGREEMENT_DATES'
  /** These two parties have an agreement with this number already. */
  | 'AGREEMENT_NUMBER_TAKEN'
  /** The sum of allowances is {found} in the document, but {expected} follows from its other figures ({rule}). It counts as its own figures come to; have the document corrected. */
  | 'ALLOWANCES_TOTAL_DIFFERS'
  /** The allowance or charge is {found} in the document, but {expected} follows from its other figures ({rule}). It counts as its own figures come to; have the document corrected. */
  | 'ALLOWANCE_DIFFERS'
  /** The document answers change {number}, but change {open} of this order awaits the answer. Answer that one. */
  | 'ANSWERS_OTHER_CHANGE'
  /** The response code {answer} is none of AB, AP, CA and RE. Correct it. */
  | 'ANSWER_CODE_UNKNOWN'
  /** The document says {answer} for the whole order and {status} at {path} ({rule}). Say CA where a line differs. */
  | 'ANSWER_CONTRADICTS_LINES'
  /** The document has no response code. It was read as {answer}. */
  | 'ANSWER_NOT_STATED'
  /** The document accepts with changes and names no line ({rule}). Answer every line. */
  | 'ANSWER_WITHOUT_LINES'
  /** The invoice is approved already. */
  | 'APPROVAL_COMPLETE'
  /** Your organisation has set no tiers of approval. Answer the invoice with AP, or set tiers. */
  | 'APPROVAL_NO_TIERS'
  /** The invoice needs the approval of the buyer first, by the agreed tiers of amount. */
  | 'APPROVAL_PENDING'
  /** You have approved this invoice; the next step is for somebody else. */
  | 'APPROVED_BY_YOU'
  /** Only a person with the duty APPROVER approves an invoice. */
  | 'APPROVER_ONLY'
  /** The goods arrived between {from} and {to}. */
  | 'ARRIVED_ON_WRONG_DAY'
  /** This file is attached to the document already. */
  | 'ATTACHED_ALREADY'
  /** A document has at most {max} attachments. */
  | 'ATTACHMENTS_TOO_MANY'
  /** The file is empty. Upload it again. */
  | 'ATTACHMENT_EMPTY'
  /** A file of kind {kind} cannot be {type}. It takes: {allowed}. */
  | 'ATTACHMENT_FALSE_KIND'
  /** The name ends in .{ending}, but the content is {type}. Rename the file, or upload the right one. */
  | 'ATTACHMENT_FALSE_NAME'
  /** Only who attached a file can say that it counts no more. */
  | 'ATTACHMENT_NOT_OWN'
  /** The content of the file is of no kind that is taken. Attach PDF, OFD, XLSX, DOCX or another ZIP format, an image (PNG, JPEG, GIF), XML or plain text in UTF-8. */
  | 'ATTACHMENT_TYPE_UNKNOWN'
  /** Name exactly one document to attach the file to. */
  | 'ATTACH_TO_ONE'
  /** The price at {path} is for a quantity that is not above zero ({rule}). Correct it. */
  | 'BASE_NOT_POSITIVE'
  /** The price at {path} is per {base}, but the line is in {unit}, and the hub cannot convert these. Give both in one unit. */
  | 'BASE_UNIT_DIFFERS'
  /** {calledOff} {unit} of line {lineId} are called off already; it cannot become less. */
  | 'BELOW_CALLED_OFF'
  /** {delivered} {unit} of line {lineId} are under way or have come; it cannot become less, end or change its unit. Close the line, or agree on no less. */
  | 'BELOW_DELIVERED'
  /** A bill can settle only where bills or vouchers are among the agreed instruments (Order 802 art. 11). */
  | 'BILL_NOT_AGREED'
  /** The type {written} is none that the hub keeps ({rule}). It was read as {read}. */
  | 'BILL_TYPE_READ_AS'
  /** Only a buyer can do this. */
  | 'BUYER_ONLY'
  /** {day} stands here more than once. */
  | 'CALENDAR_DAY_REPEATED'
  /** {day} does not lie in {year}. */
  | 'CALENDAR_OTHER_YEAR'
  /** The calendar of this year is published already, and stays. */
  | 'CALENDAR_PUBLISHED'
  /** {day} is no weekend: it is worked anyway. Leave it out. */
  | 'CALENDAR_WORKS_ANYWAY'
  /** The tax of the category is {found} in the document, but {expected} follows from its other figures ({rule}). It counts as its own figures come to; have the document corrected. */
  | 'CATEGORY_TAX_DIFFERS'
  /** The open proposal ends the whole order. */
  | 'CHANGE_ENDS_ORDER'
  /** The open proposal does not end the order. */
  | 'CHANGE_KEEPS_ORDER'
  /** This proposal is {status} already and cannot be decided any more. */
  | 'CHANGE_NOT_OPEN'
  /** The sum of charges is {found} in the document, but {expected} follows from its other figures ({rule}). It counts as its own figures come to; have the document corrected. */
  | 'CHARGES_TOTAL_DIFFERS'
  /** The claim is {status}. Accepted goods go back only by a claim that the supplier has accepted. */
  | 'CLAIM_NOT_ACCEPTED'
  /** Of line {lineId} {free} {unit} are accepted, still with you and not claimed yet; {asked} are claimed. Goods that are not accepted are refused instead. */
  | 'CLAIM_OVER_ACCEPTED'
  /** The goods came on {receivedOn}; a defect could be claimed until {until} (agreed guarantee, else two years: Civil Code art. 621). */
  | 'CLAIM_TOO_LATE'
  /** The clock only goes forward. Give a moment after the present business time. */
  | 'CLOCK_BACKWARDS'
  /** The clock is on its way already. Wait until its task is done. */
  | 'CLOCK_BUSY'
  /** The business clock of this hub tells the real time and cannot be moved. Use a demo hub for that. */
  | 'CLOCK_FIXED'
  /** Write the time of day as HH:MM, from 00:00 to 23:59. */
  | 'CLOCK_INVALID'
  /** The clock goes at most {years} years at once. Give an earlier moment. */
  | 'CLOCK_TOO_FAR'
  /** There is no code for this address any more: it was not used in time, or wrong ones were given too often. Ask for a new one. */
  | 'CODE_EXPIRED'
  /** You have confirmed this statement. A confirmation binds until the other side disputes a line. */
  | 'CONFIRMED_ALREADY'
  /** The other side has confirmed the statement already. */
  | 'CONFIRMED_BY_OTHER'
  /** Another change came first. Read the object again. */
  | 'CONFLICT'
  /** The claim asks for {remedy}. Goods go back for replacement where REPLACE was claimed, and for credit where RETURN was. */
  | 'CONSEQUENCE_NOT_CLAIMED'
  /** A consequence is named only where the goods are given up (outcome SCRAPPED). */
  | 'CONSEQUENCE_ONLY_WITH_SCRAP'
  /** There is no address of this supplier yet. Give an e-mail address or a telephone number. */
  | 'CONTACT_REQUIRED'
  /** Give either the content or the file, not both and not neither. */
  | 'CONTENT_OR_FILE'
  /** The document names the other side by {names}, which is not known for the organisation named in the input. The input was followed. */
  | 'COUNTERPARTY_DIFFERS'
  /** The document names you yourself as the other side. Correct it, or name the counterparty in the input. */
  | 'COUNTERPARTY_IS_SENDER'
  /** The document names the other side by no identifier with a scheme. Name the counterparty in the input. */
  | 'COUNTERPARTY_NOT_NAMED'
  /** The document names the other side by {names}, and no organisation on the hub is known by that. Ask the operator to add the identifier, or name the counterparty in the input. */
  | 'COUNTERPARTY_UNKNOWN'
  /** It is dated {given}, before the original of {expected}. */
  | 'CREDIT_BEFORE_ORIGINAL'
  /** The original is in {expected}. */
  | 'CREDIT_CURRENCY'
  /** A part of an invoice is taken back by lines above zero, and this document has others; {left} {currency} are left of the invoice. Take back lines above zero, or all that is left. */
  | 'CREDIT_LINE_BELOW_ZERO'
  /** The original has no line {lineId}. */
  | 'CREDIT_LINE_UNKNOWN'
  /** Nothing is taken back: name lines with an amount or a quantity, or take back the whole. */
  | 'CREDIT_NOTHING'
  /** The invoice is taken back as a whole already. */
  | 'CREDIT_NOTHING_LEFT'
  /** A credit note or red invoice {number} between these parties exists already. */
  | 'CREDIT_NUMBER_EXISTS'
  /** Of the invoice {left} {currency} are left to take back, this takes {given}. */
  | 'CREDIT_OVER_INVOICE'
  /** Of line {lineId} {left} {currency} are left to take back, this takes {given}. */
  | 'CREDIT_OVER_LINE'
  /** Of line {lineId} {left} {unit} are left to take back, this takes {given}. */
  | 'CREDIT_OVER_QUANTITY'
  /** The lines sum to {expected}, the document says {given}. */
  | 'CREDIT_SUM_WRONG'
  /** The document states no currency of its own; its amounts are all in {currency}, which was taken. */
  | 'CURRENCY_ASSUMED'
  /** The document is in {currency}, but has amounts in {others} ({rule}). Send one document per currency. */
  | 'CURRENCY_DIFFERS'
  /** The order is in {currency}, and stays so. Cancel it and issue another one in the other currency. */
  | 'CURRENCY_FIXED'
  /** {currency} is no currency of ISO 4217 ({rule}). Give its three capital letters. */
  | 'CURRENCY_UNKNOWN'
  /** Order {order} is in {expected}, the invoice in {given}. Invoice it in the currency of the order. */
  | 'CURRENCY_WRONG'
  /** This is not a cursor of your feed. Take it from an item that you received. */
  | 'CURSOR_UNKNOWN'
  /** The invoice is dated {given}, before order {order} of {expected}. */
  | 'DATED_BEFORE_ORDER'
  /** The invoice is dated {given}; today is {expected}. */
  | 'DATED_IN_FUTURE'
  /** The last day lies before the first. Exchange or correct them. */
  | 'DATES_REVERSED'
  /** One can delegate only duties that one holds, within their dates, and not those that were delegated to oneself. */
  | 'DELEGATION_TOO_WIDE'
  /** A delegation goes to another person. */
  | 'DELEGATION_TO_ONESELF'
  /** A delegation needs a last day. */
  | 'DELEGATION_WITHOUT_END'
  /** Another document of yours of this kind carries this external reference already. */
  | 'DELIVERY_REFERENCE_TAKEN'
  /** A despatch advice {number} was sent to this buyer already. */
  | 'DESPATCH_EXISTS'
  /** The despatch announces line {lineId} more than once. Name its own line by id. */
  | 'DESPATCH_LINE_AMBIGUOUS'
  /** Despatch {number} has no line {lineId}. Name a line of the despatch, or the line of the order. */
  | 'DESPATCH_LINE_NOT_KNOWN'
  /** The hub knows no despatch {number} between you and that organisation. The receipt was taken by what it says of the order. */
  | 'DESPATCH_NOT_KNOWN'
  /** Of line {lineId} only {remaining} {unit} may still be sent, {asked} are announced. Agree on more first, or send less. */
  | 'DESPATCH_OVER_TOLERANCE'
  /** A receipt speaks of this despatch already; it cannot be taken back any more. */
  | 'DESPATCH_RECEIVED'
  /** The despatch was taken back. Record what came without it. */
  | 'DESPATCH_WAS_CANCELLED'
  /** This disclosure has ended already. */
  | 'DISCLOSURE_ENDED'
  /** The order is shown to this organisation already. */
  | 'DISCLOSURE_EXISTS'
  /** {count} lines are disputed still. */
  | 'DISPUTES_OPEN'
  /** Of this dispute {open} {currency} are open, {asked} cannot become payable. */
  | 'DISPUTE_CONCEDED_OVER'
  /** The invoice has no line {lineId}. */
  | 'DISPUTE_LINE_UNKNOWN'
  /** Nothing of line {lineId} is left to dispute. */
  | 'DISPUTE_NOTHING'
  /** Of line {lineId} {open} {currency} are neither settled nor disputed, {asked} are disputed here. */
  | 'DISPUTE_OVER_OPEN'
  /** This is no reason to hold back a payment: neither a change of management, nor internal process, nor an audit that is not finished (Order 802 art. 14). */
  | 'DISPUTE_REASON_INVALID'
  /** Say why you contradict. */
  | 'DISPUTE_TEXT_REQUIRED'
  /** The document is not valid {encoding}. Send it as UTF-8, or as UTF-16 with a byte order mark. */
  | 'DOCUMENT_ENCODING'
  /** The document says nothing at {path}, which is needed ({rule}). Add it. */
  | 'DOCUMENT_FACT_MISSING'
  /** The document has a DOCTYPE, which is not taken. Remove it. */
  | 'DOCUMENT_HAS_DTD'
  /** The document is not well-formed XML: {reason} Correct it at that place. */
  | 'DOCUMENT_MALFORMED'
  /** A document with this number was received for this order already. */
  | 'DOCUMENT_REPEATED'
  /** The document is nested too deeply or has too many elements or attributes for a document of trade. Split it. */
  | 'DOCUMENT_TOO_COMPLEX'
  /** The document is larger than {max} bytes. Split it. */
  | 'DOCUMENT_TOO_LARGE'
  /** The hub does not take {root}. Send a UBL 2 Order, OrderChange, OrderResponse, OrderResponseSimple, OrderCancellation, DespatchAdvice, ReceiptAdvice, Invoice, CreditNote or ApplicationResponse. */
  | 'DOCUMENT_UNSUPPORTED'
  /** This is not an e-mail address. Write it as name@company.example. */
  | 'EMAIL_INVALID'
  /** This has ended already. */
  | 'ENDED_ALREADY'
  /** {name} cannot be "{value}" here. It takes: {allowed}. */
  | 'EXPORT_ARGUMENT'
  /** Another order carries this external reference already. */
  | 'EXTERNAL_REFERENCE_TAKEN'
  /** The document says nothing at {path}, which {rule} asks for. It was taken; have it added. */
  | 'FACT_EXPECTED'
  /** The document says something at {path}, where {rule} allows nothing. It was taken; have it removed. */
  | 'FACT_UNEXPECTED'
  /** This tax invoice number stands on another invoice of yours. */
  | 'FAPIAO_EXISTS'
  /** No tax invoice is recorded for this invoice. */
  | 'FAPIAO_NOT_RECORDED'
  /** A tax invoice of kind {kind} of {issuedOn} cannot be voided: digital ones never, others only in the month of issue. Issue a red invoice. */
  | 'FAPIAO_NOT_VOIDABLE'
  /** A fully digital invoice (数电票) has one number of 20 digits and no code; older forms have a code of 10 or 12 digits and a number of 8. */
  | 'FAPIAO_NUMBER_WRONG'
  /** The tax invoice {number} is recorded already, as {status}. */
  | 'FAPIAO_RECORDED'
  /** The operator invites the first person of an organisation, as ADMIN and nothing else; from then on its administrators invite. */
  | 'FIRST_ADMINISTRATOR_ONLY'
  /** The defect was found between {from} and {to}, or not at all. */
  | 'FOUND_ON_WRONG_DAY'
  /** The frame agreement is in {currency}. */
  | 'FRAME_CURRENCY'
  /** Line {lineId} of the frame has {remaining} {unit} left, {asked} are asked. */
  | 'FRAME_EXHAUSTED'
  /** Only a call-off (type 226) draws on a frame's line. */
  | 'FRAME_LINE_ONLY_IN_CALL_OFF'
  /** The frame agreement has no active line {lineId}. */
  | 'FRAME_LINE_UNKNOWN'
  /** A frame agreement needs the day on which it ends. */
  | 'FRAME_NEEDS_VALIDITY'
  /** Order {number} is a frame agreement. Deliver against its call-offs. */
  | 'FRAME_NOT_DELIVERED'
  /** The frame agreement is {status}, not in force. */
  | 'FRAME_NOT_IN_FORCE'
  /** On {day} the frame agreement is not valid: it runs from {validFrom} to {validTo}. */
  | 'FRAME_NOT_VALID'
  /** On {day} the frame's price is {price} for {basis}. */
  | 'FRAME_PRICE'
  /** A call-off (type 226) names the frame agreement it draws on, and no other order does. */
  | 'FRAME_REQUIRED'
  /** Only a frame agreement (type 221) has a total to call off from. */
  | 'FRAME_TERMS_ONLY_IN_FRAME'
  /** This unit cannot be converted to the frame's unit {unit}. */
  | 'FRAME_UNIT'
  /** The frame has {remaining} {currency} left, {asked} are asked. */
  | 'FRAME_VALUE_EXHAUSTED'
  /** {left} are to go back before they are replaced or paid back. Wait for the return. */
  | 'GOODS_NOT_RETURNED'
  /** A party to the order sees it already. */
  | 'GRANTEE_IS_PARTY'
  /** Only an administrator keeps the group of the organisation. */
  | 'GROUP_BY_ADMIN'
  /** The address of the whole organisation is a WeCom group. Choose WECOM. */
  | 'GROUP_ONLY_WECOM'
  /** This hub has its operator already, whose administrators enter everybody else. */
  | 'HUB_FOUNDED'
  /** The first call with this key is still running. Send the same call again shortly. */
  | 'IDEMPOTENCY_IN_PROGRESS'
  /** This idempotency key was used with another input. Use a new key for a new request. */
  | 'IDEMPOTENCY_KEY_REUSED'
  /** An identifier is 1 to 50 letters, digits and the signs : . _ / + -, its scheme 1 to 35 of them. Check it. */
  | 'IDENTIFIER_INVALID'
  /** This identifier is confirmed for another organisation. */
  | 'IDENTIFIER_TAKEN'
  /** This receipt line stands here more than once. */
  | 'INSPECTED_LINE_REPEATED'
  /** The receipt has no such line. */
  | 'INSPECTED_LINE_UNKNOWN'
  /** This is not a calendar date. Write it as YYYY-MM-DD. */
  | 'INVALID_DATE'
  /** This is not a decimal number. Write digits with at most one point, such as 12.50. */
  | 'INVALID_NUMBER'
  /** The text holds characters that cannot be stored (NUL or half a surrogate pair). Remove them. */
  | 'INVALID_TEXT'
  /** This value is not possible here. */
  | 'INVALID_VALUE'
  /** This invitation was revoked already. */
  | 'INVITATION_ENDED'
  /** There are {max} open invitations to this order already. Revoke one first. */
  | 'INVITATION_TOO_MANY'
  /** Invoice {number} between these parties exists already. Use another number, or void the first one. */
  | 'INVOICE_EXISTS'
  /** Line {lineId} stands here more than once. */
  | 'INVOICE_LINE_REPEATED'
  /** The document names no invoice at {path} ({rule}). Name it. */
  | 'INVOICE_NOT_NAMED'
  /** There is no invoice {number} between you and that organisation ({rule}). Check the number, or wait until the invoice has come. */
  | 'INVOICE_NUMBER_UNKNOWN'
  /** Order {order} has no line {lineId}. */
  | 'INVOICE_ORDER_LINE_UNKNOWN'
  /** The hub knows no invoice {original} between these parties. */
  | 'INVOICE_ORIGINAL_UNKNOWN'
  /** {settled} {currency} of the invoice are settled already; it cannot be taken as a whole any more. Use a credit note. */
  | 'INVOICE_PART_SETTLED'
  /** Another invoice carries this external reference already. */
  | 'INVOICE_REFERENCE_TAKEN'
  /** {unit} is not a unit code of UN/ECE recommendation 20. */
  | 'INVOICE_UNIT_UNKNOWN'
  /** The order counts in {expected}, and {given} cannot be converted to it. */
  | 'INVOICE_UNIT_WRONG'
  /** Buyer and supplier must be two organisations. */
  | 'INVOICE_WITH_ONESELF'
  /** This key has expired or was revoked. Create a new one. */
  | 'KEY_NOT_LIVE'
  /** This key was rotated already. Rotate its successor. */
  | 'KEY_ROTATED_ALREADY'
  /** There is no notice of kind {kind}. */
  | 'KIND_UNKNOWN'
  /** This is the last administrator without an end date. Give the duty ADMIN to another person first. */
  | 'LAST_ADMINISTRATOR'
  /** Beside {answer} no lines are expected ({rule}). They were not taken. */
  | 'LINES_NOT_EXPECTED'
  /** {count} lines are not ticked by you. Tick or dispute each line before you confirm. */
  | 'LINES_NOT_TICKED'
  /** Lines are answered only with CA; {code} speaks of the order as a whole. */
  | 'LINES_ONLY_WITH_CHANGES'
  /** The sum of the lines is {found} in the document, but {expected} follows from its other figures ({rule}). It counts as its own figures come to; have the document corrected. */
  | 'LINES_TOTAL_DIFFERS'
  /** Line {lineId} is active; there is nothing to reopen. */
  | 'LINE_ACTIVE'
  /** The amount of the line is {found} in the document, but {expected} follows from its other figures ({rule}). It counts as its own figures come to; have the document corrected. */
  | 'LINE_AMOUNT_DIFFERS'
  /** Line {lineId} was closed on {closedOn}. The buyer reopens it where more is wanted. */
  | 'LINE_CLOSED'
  /** The order has a line {lineId} already. Give the new line another number. */
  | 'LINE_EXISTS'
  /** Line {lineId} stands in the document twice ({rule}). Give each line its own number. */
  | 'LINE_ID_REPEATED'
  /** The new line {lineId} needs {name}. */
  | 'LINE_INCOMPLETE'
  /** {inTransit} {unit} of line {lineId} are under way. Record what came of them, or that it is short, and close it then. */
  | 'LINE_IN_TRANSIT'
  /** Line {lineId} was ended or refused. Reopen it first (action 74). */
  | 'LINE_NOT_ACTIVE'
  /** Line {lineId} is not answered. With answer CA every line needs an action. */
  | 'LINE_NOT_ANSWERED'
  /** Line {lineId} is not closed; there is nothing to reopen. */
  | 'LINE_NOT_CLOSED'
  /** The other side does not dispute line {lineId}. Only a line that one side disputes is set aside by the other. */
  | 'LINE_NOT_DISPUTED'
  /** Nothing of line {lineId} of order {order} was received ({ordered} {unit} are ordered). Invoice it when the goods are received. */
  | 'LINE_NOT_RECEIVED'
  /** The line at {path} names no line of an order. It was read as line {lineId} of the order ({rule}). */
  | 'LINE_READ_AS_ORDER_LINE'
  /** Line {lineId} stands here more than once. */
  | 'LINE_REPEATED'
  /** Line {lineId} was set aside for the next statement and is not marked here any more. */
  | 'LINE_SET_ASIDE'
  /** The line status "{status}" at {path} was read as {action}. */
  | 'LINE_STATUS_READ_AS'
  /** The line status {status} at {path} says neither yes nor no. Use the codes of UN/EDIFACT 1229. */
  | 'LINE_STATUS_UNKNOWN'
  /** The order has no line {lineId}. */
  | 'LINE_UNKNOWN'
  /** The line at {path} delivers nothing ({rule}). It was left out. */
  | 'LINE_WITHOUT_GOODS'
  /** A log-in name is 3 to 100 characters without blanks, such as an e-mail address. */
  | 'LOGIN_INVALID'
  /** This log-in name cannot be given. Choose another. */
  | 'LOGIN_NOT_AVAILABLE'
  /** The net price is {found} in the document, but {expected} follows from its other figures ({rule}). It counts as its own figures come to; have the document corrected. */
  | 'NET_PRICE_DIFFERS'
  /** This says nothing that is not so already. Nothing was recorded. */
  | 'NOTHING_CHANGED'
  /** No line of the document delivers anything ({rule}). Send it when goods are under way. */
  | 'NOTHING_DELIVERED'
  /** Nothing of this invoice is open any more. */
  | 'NOTHING_OPEN'
  /** The line says nothing: give a quantity received, short or rejected. */
  | 'NOTHING_SAID'
  /** Everything of this receipt is decided on already. */
  | 'NOTHING_TO_ACCEPT'
  /** The action {action} is not possible for you in status {status}. */
  | 'NOT_ALLOWED'
  /** There is no such object, or you may not see it. Check the identifier. */
  | 'NOT_FOUND'
  /** {open} {currency} are not settled. Advise the payment first, or say that a part is paid (PPD). */
  | 'NOT_SETTLED'
  /** An order needs at least one line. */
  | 'NO_LINES'
  /** There is no open proposal to decide on or withdraw. */
  | 'NO_OPEN_CHANGE'
  /** An opening balance cannot be set aside: a statement begins with it. Withdraw the statement instead. */
  | 'OPENING_CANNOT_WAIT'
  /** The balance of the statement before is another one by now. Withdraw this one and draft it again. */
  | 'OPENING_CHANGED'
  /** This account begins with the closing balance of statement {number}. Only the first one states an opening balance. */
  | 'OPENING_ONLY_FIRST'
  /** {disputed} {currency} are in dispute. Withdraw the disputes, or answer CA. */
  | 'OPEN_DISPUTES'
  /** A hub has one operator, and it is there already. Leave the role OPERATOR out. */
  | 'OPERATOR_IS_ONE'
  /** Order {number} ended as {status}. Use another number for a new order. */
  | 'ORDER_CLOSED'
  /** An order {number} of this buyer with this supplier exists and says something else. Send it alone, so that it is read as a change. */
  | 'ORDER_EXISTS'
  /** The line at {path} is about several lines of orders ({rule}). Send one line for each. */
  | 'ORDER_LINES_SEVERAL'
  /** Order {number} is {status}. Only goods of an order that both sides agreed on can move. */
  | 'ORDER_NOT_AGREED'
  /** The hub knows no order {number} between you and that organisation ({rule}). The line was taken without an order, and the buyer decides on it by hand. */
  | 'ORDER_NOT_KNOWN'
  /** There is no order {number} between you and that organisation. Send the order first. */
  | 'ORDER_NUMBER_UNKNOWN'
  /** Number {number} stands here more than once for this supplier. */
  | 'ORDER_REPEATED'
  /** Order {number} is of type {typeCode}; a document sent again cannot change that. */
  | 'ORDER_TYPE_CHANGED'
  /** The order type {orderType} is none of 105, 220, 221, 226 and 227. Correct it. */
  | 'ORDER_TYPE_UNKNOWN'
  /** Buyer and supplier must be two organisations. */
  | 'ORDER_WITH_ONESELF'
  /** No organisation with {scheme} {value} is on the hub. Ask the operator to enter it, or to add this identifier to it. */
  | 'ORGANISATION_UNKNOWN'
  /** The document refers to an earlier invoice {number} that the hub does not know between you and that organisation ({rule}). It was taken without that reference. */
  | 'ORIGINAL_NOT_KNOWN'
  /** The document names no invoice that it takes back ({rule}), and none or several of them could be meant. Name the invoice. */
  | 'ORIGINAL_NOT_NAMED'
  /** The document names no invoice that it takes back ({rule}). The only one of order {order} was taken: {number}. */
  | 'ORIGINAL_READ_AS'
  /** The invoice that this takes back is not known to the hub, or not between these parties. Check its number. */
  | 'ORIGINAL_UNKNOWN'
  /** The other side has not confirmed the statement yet. */
  | 'OTHER_NOT_CONFIRMED'
  /** The connection broke while the change was being stored. Read the object to see whether it took effect. */
  | 'OUTCOME_UNKNOWN'
  /** The number must lie between {min} and {max}, with at most {scale} decimals. */
  | 'OUT_OF_RANGE'
  /** The owner must be a person who acts for your organisation. */
  | 'OWNER_UNKNOWN'
  /** The day {given} is yet to come; today is {today}. */
  | 'PAID_IN_FUTURE'
  /** All lines of a document are of orders between the same two parties. */
  | 'PARTIES_DIFFER'
  /** Buyer and supplier must be two organisations. */
  | 'PARTY_IS_ONESELF'
  /** A password has 12 to 128 characters, and is not the old one nor the log-in name. */
  | 'PASSWORD_TOO_WEAK'
  /** The present password is not right. */
  | 'PASSWORD_WRONG'
  /** The amount to pay is {found} in the document, but {expected} follows from its other figures ({rule}). It counts as its own figures come to; have the document corrected. */
  | 'PAYABLE_DIFFERS'
  /** This payment is confirmed already. */
  | 'PAYMENT_CONFIRMED'
  /** This debt is in {expected}, the payment in {given}. */
  | 'PAYMENT_CURRENCY'
  /** A payment advice with this number to this supplier exists already. */
  | 'PAYMENT_EXISTS'
  /** Nothing is owed to this supplier in {currency}. */
  | 'PAYMENT_NOTHING_DUE'
  /** Interest on this debt is posted to {last}; a payment of {given} would change it. Give the day on which the money came. */
  | 'PAYMENT_OUT_OF_ORDER'
  /** Of this debt {due} {currency} are owed on {on}, interest included; {given} are more than that. */
  | 'PAYMENT_OVER_DUE'
  /** The same debt stands here more than once. */
  | 'PAYMENT_PART_REPEATED'
  /** A payment with this end-to-end id was recorded already. One transfer is advised once. */
  | 'PAYMENT_REPEATED'
  /** The parts sum to {sum}, the payment is {amount}. Make them equal, or leave the parts out. */
  | 'PAYMENT_SUM'
  /** The document of {issuedOn} asks for delivery until {day}, which was over. The period was not taken; agree on another. */
  | 'PERIOD_IN_THE_PAST'
  /** The period ends on {to}, after today ({today}). State a period that is over. */
  | 'PERIOD_NOT_OVER'
  /** The period ends on {to}, before it begins on {from}. */
  | 'PERIOD_REVERSED'
  /** Only the organisation that invited the person may do this. */
  | 'PERSON_OF_ANOTHER'
  /** Only a person in a session can do this. */
  | 'PERSON_ONLY'
  /** This is not a telephone number. Write it with its country, as in +8613812345678. */
  | 'PHONE_INVALID'
  /** The plan has more than one part of kind {kind}. */
  | 'PLAN_KIND_REPEATED'
  /** The shares of the payment plan sum to {sum}; make them 1. */
  | 'PLAN_NOT_WHOLE'
  /** A part of kind {kind} does not run from this event: ADVANCE runs from ORDER and nothing else does; RETENTION runs from DELIVERY, ACCEPTANCE or INVOICE_RECEIVED. */
  | 'PLAN_TRIGGER'
  /** The prepaid amount {prepaid} is more than the total {total}. */
  | 'PREPAID_OVER_TOTAL'
  /** The statement before this one is not confirmed by both sides yet. Confirm that one first. */
  | 'PREVIOUS_NOT_CONFIRMED'
  /** An amount is claimed only with the remedy PRICE_CUT. */
  | 'PRICE_CUT_ONLY_AS_REMEDY'
  /** The price {price} at {path} is below zero ({rule}). Correct it. */
  | 'PRICE_NEGATIVE'
  /** A price reduction is asked only where the goods are to be kept (action CONCESSION). */
  | 'PRICE_REDUCTION_ONLY_WITH_CONCESSION'
  /** Dated prices stand only in a frame agreement (type 221). */
  | 'PRICE_ROWS_ONLY_IN_FRAME'
  /** Two prices begin on {from}. */
  | 'PRICE_ROW_REPEATED'
  /** Today is {today}; a delivery cannot be promised for {promisedOn}. */
  | 'PROMISED_IN_PAST'
  /** The document accepts as requested and promises {from} to {to}, which lies outside the request. The promise was not taken; answer CA to propose other days. */
  | 'PROMISE_NOT_TAKEN'
  /** Only the supplier promises days and names the sales order. */
  | 'PROMISE_ONLY_BY_SUPPLIER'
  /** The promised days lie outside the requested ones: answer CA, so that the buyer can decide. */
  | 'PROMISE_OUTSIDE_REQUEST'
  /** The quantity {quantity} at {path} is not above zero ({rule}). Correct it, or end the line by an order change. */
  | 'QUANTITY_NOT_POSITIVE'
  /** Quiet hours have a beginning and an end, and they differ. Give both, or neither. */
  | 'QUIET_HALF'
  /** Too many tries. Wait {seconds} seconds. */
  | 'RATE_LIMITED'
  /** The invoice comes to {total}: it takes another one back, and was read as a credit note. */
  | 'READ_AS_CREDIT'
  /** The answer {answer} has no reason code ({rule}). It was read as OTH with the words beside it. */
  | 'REASON_NOT_STATED'
  /** At {path} stands why something is outstanding ("{reason}"), but not how much ({rule}). It was kept with the document. */
  | 'REASON_WITHOUT_QUANTITY'
  /** Reason, action and price reduction belong to a refused quantity; none is named. */
  | 'REASON_WITHOUT_REFUSAL'
  /** A receipt advice {number} was recorded with this supplier already. */
  | 'RECEIPT_EXISTS'
  /** Of line {lineId} of order {order} {received} {unit} were received and {invoiced} are invoiced already: nothing is left to invoice. */
  | 'RECEIPT_INVOICED'
  /** This is not a receipt of the order line that the invoice line names. */
  | 'RECEIPT_LINE_UNKNOWN'
  /** Of line {lineId} only {remaining} {unit} may still be kept, {asked} are told. Reject the rest with reason OVER_SUPPLY. */
  | 'RECEIPT_OVER_TOLERANCE'
  /** It was paid on {paid}; it cannot be received on {given}. */
  | 'RECEIVED_BEFORE_PAID'
  /** Today is {today}; goods cannot have come on {receivedOn}. */
  | 'RECEIVED_IN_FUTURE'
  /** A red invoice takes back a tax invoice, and none is recorded for the original. */
  | 'RED_NEEDS_FAPIAO'
  /** Of this refusal {left} {unit} are neither settled nor sent back, {asked} are named. */
  | 'REFUSED_LEFT'
  /** At {path} {rejected} are rejected of {received} received ({rule}). Rejected goods are among the received; correct one of the two. */
  | 'REJECTED_OVER_RECEIVED'
  /** The file that takes its place must be attached to the same document. */
  | 'REPLACEMENT_ELSEWHERE'
  /** This side has agreed to the list already. */
  | 'REPRICING_AGREED_ALREADY'
  /** The list is in {currency}. */
  | 'REPRICING_CURRENCY'
  /** This document settles a list already, or was rejected or voided. */
  | 'REPRICING_DOCUMENT_USED'
  /** The other side has not agreed to the list yet. */
  | 'REPRICING_NOT_AGREED_BY_OTHER'
  /** Order {number} is no frame agreement (type 221): only its dated prices can change what was invoiced. */
  | 'REPRICING_NOT_FRAME'
  /** The list is {status}: a document settles a list that both sides agreed on and that is not settled yet. */
  | 'REPRICING_NOT_OPEN'
  /** Name one document: a further invoice, or a credit note or red invoice. */
  | 'REPRICING_NO_DOCUMENT'
  /** Of the list {open} {currency} are open for this document, it is worth {total}. Issue it for what is open at most. */
  | 'REPRICING_OVER'
  /** Revision {revision} of the frame agreement changed nothing that both sides agreed on; the agreed one is {agreed}. */
  | 'REPRICING_REVISION'
  /** A value is required here. */
  | 'REQUIRED'
  /** The document answers several documents at {path} ({rule}). Send one for each. */
  | 'RESPONSES_SEVERAL'
  /** {code} needs at least one reason code. */
  | 'RESPONSE_NEEDS_REASON'
  /** The document answers {about}, and the hub takes answers to invoices alone ({rule}). Send it to the system that sent what it answers. */
  | 'RESPONSE_NOT_TO_INVOICE'
  /** After {status} an answer {code} is not possible: the order is AB, IP, UQ, CA, RE, AP, PD, and RE and PD are final. */
  | 'RESPONSE_OUT_OF_ORDER'
  /** An answer with this number was received for this invoice already. */
  | 'RESPONSE_REPEATED'
  /** The goods go back between {from} and {to}. */
  | 'RETURNED_ON_WRONG_DAY'
  /** Name either the refusal (acceptanceLineId) or the claim (claimId) by which the goods go back. */
  | 'RETURN_GROUND_REQUIRED'
  /** This refusal or claim stands here more than once. */
  | 'RETURN_LINE_REPEATED'
  /** Of line {lineId} {left} {unit} may still go back on this ground, {asked} are named. */
  | 'RETURN_OVER_LEFT'
  /** All goods of one return go back to one supplier. */
  | 'RETURN_TO_ONE_SUPPLIER'
  /** This is not the robot of a WeCom group. Give its key, or the whole address that begins with https://qyapi.weixin.qq.com/. */
  | 'ROBOT_INVALID'
  /** On the hub {party} does not act as {role}. The operator can add the role. */
  | 'ROLE_MISSING'
  /** The line has several deliveries, and not each says its quantity. They were not taken; give each a quantity. */
  | 'SCHEDULES_WITHOUT_QUANTITY'
  /** Schedule {scheduleId} stands in this line more than once. */
  | 'SCHEDULE_REPEATED'
  /** Nothing more is awaited of part {scheduleId}. */
  | 'SCHEDULE_SETTLED'
  /** The schedules of line {lineId} sum to {sum}, its quantity is {quantity}. Make them equal. */
  | 'SCHEDULE_SUM'
  /** The line has no part {scheduleId}. */
  | 'SCHEDULE_UNKNOWN'
  /** The scope {scope} is the operator's only. Leave it out. */
  | 'SCOPE_NOT_AVAILABLE'
  /** The document names its sender by {names}, which is not known for you. It was taken as yours, since you sent it. */
  | 'SENDER_DIFFERS'
  /** The day must lie between {from} and {to}. */
  | 'SETTLED_ON_WRONG_DAY'
  /** The document carries a signature. The hub keeps it and does not check it; it does not hold for the document as the hub writes it. */
  | 'SIGNATURE_NOT_CHECKED'
  /** The supplier must say at signing whether it is a small or medium firm (Order 802 art. 3). */
  | 'SME_DECLARATION_REQUIRED'
  /** A large organisation cannot declare itself a small or medium firm. Correct the declaration or the size class. */
  | 'SME_DECLARATION_WRONG'
  /** This is about an older revision; the order is at revision {currentRevision}. Read it again and answer that one. */
  | 'STALE_REVISION'
  /** It was changed meanwhile and is at version {currentVersion}. Read it again and decide anew. */
  | 'STALE_VERSION'
  /** Statement {number} is a draft still. Send it or withdraw it before you draft the next one. */
  | 'STATEMENT_DRAFT_EXISTS'
  /** There is nothing to state in this period. Choose another period or currency. */
  | 'STATEMENT_EMPTY'
  /** A later statement begins with the balance of this one. Withdraw that one first. */
  | 'STATEMENT_FOLLOWED'
  /** The statement has no line {lineId}. */
  | 'STATEMENT_LINE_UNKNOWN'
  /** A statement {number} between these parties exists already. Use another number. */
  | 'STATEMENT_NUMBER_EXISTS'
  /** {id} is not in {currency}, the currency of the statement. */
  | 'SUBJECT_CURRENCY'
  /** {id} stands in statement {number} already. A document stands in one statement only. */
  | 'SUBJECT_IN_STATEMENT'
  /** {id} is of {day}, outside the period from {from} to {to}. Leave it out, or state the period in which it lies. */
  | 'SUBJECT_OUTSIDE_PERIOD'
  /** The document says {found} at {path}; its own figures come to {expected}, which was taken. */
  | 'SUM_TAKEN'
  /** By rounding {rounding} this is {expected}, the invoice says {given}. Correct the sum, or the figures it is made of. */
  | 'SUM_WRONG'
  /** It was said before that this file counts no more. */
  | 'SUPERSEDED_ALREADY'
  /** This supplier is on the hub and has people of its own. Send the order to it by its code; no invitation is needed. */
  | 'SUPPLIER_REGISTERED'
  /** The line has values beyond the last heading. A separator inside a value needs quotation marks around the value. */
  | 'TABLE_CELLS_BEYOND'
  /** The spreadsheet could not work out this cell. Correct its formula, or put the value in its place. */
  | 'TABLE_CELL_ERROR'
  /** A cell holds at most {max} characters. Shorten it. */
  | 'TABLE_CELL_TOO_LONG'
  /** The file is empty. Send a table with headings and at least one line. */
  | 'TABLE_EMPTY'
  /** The text is neither UTF-8, UTF-16 with its mark, nor GB18030. Save it as UTF-8. */
  | 'TABLE_ENCODING'
  /** The file is neither a CSV table nor an XLSX workbook that can be read. Save it as one of the two. */
  | 'TABLE_FILE_TYPE'
  /** The table lacks needed columns: {headings}. Add them; a template is at /exports/templates. */
  | 'TABLE_HEADINGS_MISSING'
  /** The first line names no column that is known for such documents. It needs: {headings}. A template is at /exports/templates. */
  | 'TABLE_HEADINGS_UNKNOWN'
  /** The heading {heading} names a column that stands in the table already. Keep one of the two. */
  | 'TABLE_HEADING_REPEATED'
  /** Line {first} of the same document says "{value}" here. Say the same in all lines of a document, or leave the others empty. */
  | 'TABLE_LINES_DIFFER'
  /** Below the headings there is no line. Add at least one. */
  | 'TABLE_NO_LINES'
  /** The file is an old binary workbook (.xls), or has a password. Save it as .xlsx without a password. */
  | 'TABLE_OLD_FORMAT'
  /** A quotation mark stands where none can, or a quoted value does not end. Double quotation marks inside a value, and put the value in quotation marks. */
  | 'TABLE_QUOTES'
  /** A table has at most {max} lines. Split it. */
  | 'TABLE_TOO_LONG'
  /** A table has at most {max} columns. Remove those that are not needed. */
  | 'TABLE_TOO_WIDE'
  /** The workbook unpacks to more than {max} bytes, or far more than its own size tells. Split it, or save it as CSV. */
  | 'TABLE_UNPACKS_TOO_LARGE'
  /** The taxable amount is {found} in the document, but {expected} follows from its other figures ({rule}). It counts as its own figures come to; have the document corrected. */
  | 'TAXABLE_DIFFERS'
  /** The tax is {found} in the document, but {expected} follows from its other figures ({rule}). It counts as its own figures come to; have the document corrected. */
  | 'TAX_DIFFERS'
  /** The lines have several tax rates: say which category and rate this allowance or charge has. */
  | 'TAX_OF_ADJUSTMENT_REQUIRED'
  /** The agreement allows the tax rates {allowed} %, the line has {rate} %. */
  | 'TAX_RATE_NOT_AGREED'
  /** Tax category {category} cannot have the rate {rate} %: S is above zero, Z, E, AE, K, G and O are zero. */
  | 'TAX_RATE_WRONG'
  /** The tax category {written} at {path} is none of EN 16931 ({rule}). It was read as {read}. */
  | 'TAX_READ_AS'
  /** Payment to an SME must not depend on being paid by somebody else (Order 802 art. 9(2)). Agree on a term in days. */
  | 'TERM_CONDITIONAL'
  /** A public body pays an SME within {days} days of delivery at most ({source}). Shorten the term. */
  | 'TERM_OVER_CAP'
  /** A large buyer pays an SME within {days} days of delivery ({source}). Shorten the term, or give the reason from trade practice in termReason. */
  | 'TERM_REASON_REQUIRED'
  /** Tiers rise in amount and never ask for fewer approvers; only the last one may be without a limit. */
  | 'TIERS_NOT_RISING'
  /** At most {max} characters are allowed. */
  | 'TOO_LONG'
  /** At most {max} entries are allowed in one call. Split the request. */
  | 'TOO_MANY'
  /** {value} at {path} has more digits after the point than {rule} allows. Have it rounded. */
  | 'TOO_MANY_DIGITS'
  /** The invoice comes to {total}: below zero. Send a credit note or a red invoice instead. */
  | 'TOTAL_BELOW_ZERO'
  /** Allowances exceed the order: its total would be below zero. */
  | 'TOTAL_NEGATIVE'
  /** The total without tax is {found} in the document, but {expected} follows from its other figures ({rule}). It counts as its own figures come to; have the document corrected. */
  | 'TOTAL_WITHOUT_TAX_DIFFERS'
  /** The total with tax is {found} in the document, but {expected} follows from its other figures ({rule}). It counts as its own figures come to; have the document corrected. */
  | 'TOTAL_WITH_TAX_DIFFERS'
  /** The quantity at {path} is in {unit}, the line in {other}, and the hub cannot convert these ({rule}). Give both in one unit. */
  | 'UNITS_DIFFER'
  /** Line {lineId} is ordered in {orderUnit}, into which {unit} cannot be converted. */
  | 'UNIT_NOT_CONVERTIBLE'
  /** {unit} is not a unit code of UN/ECE recommendation 20. */
  | 'UNIT_UNKNOWN'
  /** This is not a unified social credit code: 18 characters without I, O, S, V, Z, and the last one must fit the others. Check it for typing errors. */
  | 'USCC_INVALID'
  /** Only Chinese organisations have a unified social credit code. Give country CN, or leave the code out and add an identifier. */
  | 'USCC_NOT_EXPECTED'
  /** A Chinese organisation needs its unified social credit code. */
  | 'USCC_REQUIRED'
  /** An organisation with this code is on the hub already. */
  | 'USCC_TAKEN'
  /** The document of {issuedOn} is valid until {day}, which was over. The validity was not taken. */
  | 'VALIDITY_IN_THE_PAST'
  /** What stands at {path} is against {rule}. It was taken; have it corrected. */
  | 'VALUE_AGAINST_RULE'
  /** {calledOff} {currency} are called off already; the total cannot become less. */
  | 'VALUE_BELOW_CALLED_OFF'
  /** "{value}" at {path} is no {type}. It was left out; correct it. */
  | 'VALUE_NOT_READ'
  /** The lines of the document come to {found} {currency}, and it states another amount: all that was left of invoice {number}, {left}. That was taken back. */
  | 'WHOLE_TAKEN_BACK'
  /** In order {number} you stand on the other side: the supplier despatches, the buyer receives. */
  | 'WRONG_SIDE'
  /** {zone} is not a time zone. Write it as Asia/Shanghai. */
  | 'ZONE_UNKNOWN';

export type StandingQueryVariables = Exact<{ [key: string]: never; }>;


export type StandingQuery = { __typename: 'Query', viewer: { __typename: 'Viewer', feedCursor: string, scopes: Array<string>, duties: Array<PersonDuty>, organisation: { __typename: 'Organisation', id: string, nameZh: string, nameEn: string, legalName: string, roles: Array<OrganisationRole> }, person: { __typename: 'Person', id: string, name: string } | null } };

export type PaletteFindQueryVariables = Exact<{
  as: OrderSide;
  number: string;
}>;


export type PaletteFindQuery = { __typename: 'Query', orders: { __typename: 'OrderConnection', nodes: Array<{ __typename: 'Order', id: string, number: string, type: OrderType, status: OrderStatus, version: number, revision: number, waitsFor: OrderSide | null, waitsSince: string | null, issuedOn: string, deliverTo: string | null, promisedTo: string | null, changedAt: string, lineCount: number, currency: string, total: { __typename: 'Money', amount: string, currency: string }, buyer: { __typename: 'Organisation', id: string, nameZh: string, nameEn: string, legalName: string }, supplier: { __typename: 'Organisation', id: string, nameZh: string, nameEn: string, legalName: string } }> } };

export type FeedFollowSubscriptionVariables = Exact<{
  after?: string | null | undefined;
}>;


export type FeedFollowSubscription = { feed: { __typename: 'FeedItem', cursor: string, kind: UpdateKind, event: { __typename: 'Event', id: string, type: EventType, subjectType: string, subjectId: string | null, version: number, status: string | null } | null, node:
      | { __typename: 'Acceptance', id: string }
      | { __typename: 'AcceptanceLine', id: string }
      | { __typename: 'Advance', id: string }
      | { __typename: 'ApiKey', id: string }
      | { __typename: 'ApprovalPolicy', id: string }
      | { __typename: 'Attachment', id: string }
      | { __typename: 'ClockTask', id: string }
      | { __typename: 'CreditNote', id: string }
      | { __typename: 'DeadLetter', id: string }
      | { __typename: 'DeliverySchedule', id: string }
      | { __typename: 'DespatchAdvice', id: string }
      | { __typename: 'DespatchLine', id: string }
      | { __typename: 'Dispute', id: string }
      | { __typename: 'DocumentImport', id: string }
      | { __typename: 'Event', id: string }
      | { __typename: 'EvidenceSeal', id: string }
      | { __typename: 'GoodsReturn', id: string }
      | { __typename: 'Invitation', id: string }
      | { __typename: 'Invoice', id: string }
      | { __typename: 'InvoiceLine', id: string }
      | { __typename: 'InvoiceResponse', id: string }
      | { __typename: 'Membership', id: string }
      | { __typename: 'Notice', id: string }
      | { __typename: 'NoticeAddress', id: string }
      | { __typename: 'NoticeDelivery', id: string }
      | { __typename: 'NoticeSetting', id: string }
      | { __typename: 'Order', id: string, number: string, type: OrderType, status: OrderStatus, version: number, revision: number, waitsFor: OrderSide | null, waitsSince: string | null, issuedOn: string, deliverTo: string | null, promisedTo: string | null, changedAt: string, lineCount: number, currency: string, total: { __typename: 'Money', amount: string, currency: string }, buyer: { __typename: 'Organisation', id: string, nameZh: string, nameEn: string, legalName: string }, supplier: { __typename: 'Organisation', id: string, nameZh: string, nameEn: string, legalName: string } }
      | { __typename: 'OrderDisclosure', id: string }
      | { __typename: 'OrderLine', id: string }
      | { __typename: 'OrderProposal', id: string }
      | { __typename: 'OrderResponse', id: string }
      | { __typename: 'OrderSchedule', id: string }
      | { __typename: 'Organisation', id: string }
      | { __typename: 'Payable', id: string }
      | { __typename: 'Payment', id: string }
      | { __typename: 'Person', id: string }
      | { __typename: 'ReceiptAdvice', id: string }
      | { __typename: 'ReceiptLine', id: string }
      | { __typename: 'Repricing', id: string }
      | { __typename: 'Session', id: string }
      | { __typename: 'Statement', id: string }
      | { __typename: 'StatementLine', id: string }
      | { __typename: 'TableImport', id: string }
      | { __typename: 'TradeAgreement', id: string }
      | { __typename: 'WarrantyClaim', id: string }
      | { __typename: 'WorkCalendarYear', id: string }
     | null } };

export type OrdersQueryVariables = Exact<{
  as: OrderSide;
  after?: string | null | undefined;
  filter?: OrderFilter | null | undefined;
}>;


export type OrdersQuery = { __typename: 'Query', orders: { __typename: 'OrderConnection', nodes: Array<{ __typename: 'Order', id: string, number: string, type: OrderType, status: OrderStatus, version: number, revision: number, waitsFor: OrderSide | null, waitsSince: string | null, issuedOn: string, deliverTo: string | null, promisedTo: string | null, changedAt: string, lineCount: number, currency: string, total: { __typename: 'Money', amount: string, currency: string }, buyer: { __typename: 'Organisation', id: string, nameZh: string, nameEn: string, legalName: string }, supplier: { __typename: 'Organisation', id: string, nameZh: string, nameEn: string, legalName: string } }>, pageInfo: { __typename: 'PageInfo', endCursor: string | null, hasNextPage: boolean } } };

export type OrderPageQueryVariables = Exact<{
  id: string | number;
}>;


export type OrderPageQuery = { __typename: 'Query', order: { __typename: 'Order', note: string | null, salesOrderNumber: string | null, buyerReference: string | null, id: string, number: string, type: OrderType, status: OrderStatus, version: number, revision: number, waitsFor: OrderSide | null, waitsSince: string | null, issuedOn: string, deliverTo: string | null, promisedTo: string | null, changedAt: string, lineCount: number, currency: string, allowedActions: Array<{ __typename: 'OrderAllowedAction', action: OrderAction, allowed: boolean, reason: string | null }>, lines: Array<{ __typename: 'OrderLine', id: string, lineId: string, state: OrderLineState, itemName: string, description: string | null, buyerItemId: string | null, sellerItemId: string | null, quantity: string, unit: string, price: string | null, amount: string | null, schedules: Array<{ __typename: 'OrderSchedule', id: string, scheduleId: string, quantity: string, requestedTo: string | null, promisedTo: string | null }>, progress: { __typename: 'OrderLineProgress', despatched: string, received: string, accepted: string, invoiced: string, open: string, late: boolean, atRisk: boolean } | null }>, openProposals: Array<{ __typename: 'OrderProposal', id: string, side: OrderSide, status: OrderProposalStatus, version: number, endsOrder: boolean, note: string | null, at: string, totalBefore: { __typename: 'Money', amount: string, currency: string }, totalAfter: { __typename: 'Money', amount: string, currency: string }, headerChanges: Array<{ __typename: 'OrderFieldChange', field: string, old: string | null, new: string | null, delta: string | null }>, lines: Array<{ __typename: 'OrderProposalLine', lineId: string, kind: OrderLineChangeKind, itemName: string, changes: Array<{ __typename: 'OrderFieldChange', field: string, old: string | null, new: string | null, delta: string | null }> }> }>, revisions: Array<{ __typename: 'OrderRevision', revision: number, origin: OrderRevisionOrigin, at: string, by: { __typename: 'Organisation', id: string, nameZh: string, nameEn: string, legalName: string }, total: { __typename: 'Money', amount: string, currency: string }, lines: Array<{ __typename: 'OrderRevisionLine', lineId: string, kind: OrderLineChangeKind }> }>, responses: Array<{ __typename: 'OrderResponse', id: string, code: OrderResponseCode, at: string, note: string | null }>, total: { __typename: 'Money', amount: string, currency: string }, buyer: { __typename: 'Organisation', id: string, nameZh: string, nameEn: string, legalName: string }, supplier: { __typename: 'Organisation', id: string, nameZh: string, nameEn: string, legalName: string } } | null };

export type OrderLineRowFragment = { __typename: 'OrderLine', id: string, lineId: string, state: OrderLineState, itemName: string, description: string | null, buyerItemId: string | null, sellerItemId: string | null, quantity: string, unit: string, price: string | null, amount: string | null, schedules: Array<{ __typename: 'OrderSchedule', id: string, scheduleId: string, quantity: string, requestedTo: string | null, promisedTo: string | null }>, progress: { __typename: 'OrderLineProgress', despatched: string, received: string, accepted: string, invoiced: string, open: string, late: boolean, atRisk: boolean } | null };

export type OpenChangeFragment = { __typename: 'OrderProposal', id: string, side: OrderSide, status: OrderProposalStatus, version: number, endsOrder: boolean, note: string | null, at: string, totalBefore: { __typename: 'Money', amount: string, currency: string }, totalAfter: { __typename: 'Money', amount: string, currency: string }, headerChanges: Array<{ __typename: 'OrderFieldChange', field: string, old: string | null, new: string | null, delta: string | null }>, lines: Array<{ __typename: 'OrderProposalLine', lineId: string, kind: OrderLineChangeKind, itemName: string, changes: Array<{ __typename: 'OrderFieldChange', field: string, old: string | null, new: string | null, delta: string | null }> }> };

export type OrderRespondMutationVariables = Exact<{
  input: OrderRespondInput;
}>;


export type OrderRespondMutation = { __typename: 'Mutation', orderRespond: { __typename: 'OrderRespondPayload', order: { __typename: 'Order', id: string, number: string, type: OrderType, status: OrderStatus, version: number, revision: number, waitsFor: OrderSide | null, waitsSince: string | null, issuedOn: string, deliverTo: string | null, promisedTo: string | null, changedAt: string, lineCount: number, currency: string, total: { __typename: 'Money', amount: string, currency: string }, buyer: { __typename: 'Organisation', id: string, nameZh: string, nameEn: string, legalName: string }, supplier: { __typename: 'Organisation', id: string, nameZh: string, nameEn: string, legalName: string } } | null, userErrors: Array<{ __typename: 'UserError', code: UserErrorCode, message: string, field: Array<string> | null }> } };

export type OrderDecideMutationVariables = Exact<{
  input: OrderDecideChangeInput;
}>;


export type OrderDecideMutation = { __typename: 'Mutation', orderDecideChange: { __typename: 'OrderDecideChangePayload', order: { __typename: 'Order', id: string, number: string, type: OrderType, status: OrderStatus, version: number, revision: number, waitsFor: OrderSide | null, waitsSince: string | null, issuedOn: string, deliverTo: string | null, promisedTo: string | null, changedAt: string, lineCount: number, currency: string, total: { __typename: 'Money', amount: string, currency: string }, buyer: { __typename: 'Organisation', id: string, nameZh: string, nameEn: string, legalName: string }, supplier: { __typename: 'Organisation', id: string, nameZh: string, nameEn: string, legalName: string } } | null, userErrors: Array<{ __typename: 'UserError', code: UserErrorCode, message: string, field: Array<string> | null }> } };

export type OrderProposeMutationVariables = Exact<{
  input: OrderProposeChangeInput;
}>;


export type OrderProposeMutation = { __typename: 'Mutation', orderProposeChange: { __typename: 'OrderProposeChangePayload', order: { __typename: 'Order', id: string, number: string, type: OrderType, status: OrderStatus, version: number, revision: number, waitsFor: OrderSide | null, waitsSince: string | null, issuedOn: string, deliverTo: string | null, promisedTo: string | null, changedAt: string, lineCount: number, currency: string, total: { __typename: 'Money', amount: string, currency: string }, buyer: { __typename: 'Organisation', id: string, nameZh: string, nameEn: string, legalName: string }, supplier: { __typename: 'Organisation', id: string, nameZh: string, nameEn: string, legalName: string } } | null, userErrors: Array<{ __typename: 'UserError', code: UserErrorCode, message: string, field: Array<string> | null }> } };

export type OrderCancelMutationVariables = Exact<{
  input: OrderCancelInput;
}>;


export type OrderCancelMutation = { __typename: 'Mutation', orderCancel: { __typename: 'OrderCancelPayload', order: { __typename: 'Order', id: string, number: string, type: OrderType, status: OrderStatus, version: number, revision: number, waitsFor: OrderSide | null, waitsSince: string | null, issuedOn: string, deliverTo: string | null, promisedTo: string | null, changedAt: string, lineCount: number, currency: string, total: { __typename: 'Money', amount: string, currency: string }, buyer: { __typename: 'Organisation', id: string, nameZh: string, nameEn: string, legalName: string }, supplier: { __typename: 'Organisation', id: string, nameZh: string, nameEn: string, legalName: string } } | null, userErrors: Array<{ __typename: 'UserError', code: UserErrorCode, message: string, field: Array<string> | null }> } };

export type OrderRowFragment = { __typename: 'Order', id: string, number: string, type: OrderType, status: OrderStatus, version: number, revision: number, waitsFor: OrderSide | null, waitsSince: string | null, issuedOn: string, deliverTo: string | null, promisedTo: string | null, changedAt: string, lineCount: number, currency: string, total: { __typename: 'Money', amount: string, currency: string }, buyer: { __typename: 'Organisation', id: string, nameZh: string, nameEn: string, legalName: string }, supplier: { __typename: 'Organisation', id: string, nameZh: string, nameEn: string, legalName: string } };

export const OrderLineRowFragmentDoc = {"kind":"Document","definitions":[{"kind":"FragmentDefinition","name":{"kind":"Name","value":"OrderLineRow"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"OrderLine"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"lineId"}},{"kind":"Field","name":{"kind":"Name","value":"state"}},{"kind":"Field","name":{"kind":"Name","value":"itemName"}},{"kind":"Field","name":{"kind":"Name","value":"description"}},{"kind":"Field","name":{"kind":"Name","value":"buyerItemId"}},{"kind":"Field","name":{"kind":"Name","value":"sellerItemId"}},{"kind":"Field","name":{"kind":"Name","value":"quantity"}},{"kind":"Field","name":{"kind":"Name","value":"unit"}},{"kind":"Field","name":{"kind":"Name","value":"price"}},{"kind":"Field","name":{"kind":"Name","value":"amount"}},{"kind":"Field","name":{"kind":"Name","value":"schedules"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"scheduleId"}},{"kind":"Field","name":{"kind":"Name","value":"quantity"}},{"kind":"Field","name":{"kind":"Name","value":"requestedTo"}},{"kind":"Field","name":{"kind":"Name","value":"promisedTo"}}]}},{"kind":"Field","name":{"kind":"Name","value":"progress"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"despatched"}},{"kind":"Field","name":{"kind":"Name","value":"received"}},{"kind":"Field","name":{"kind":"Name","value":"accepted"}},{"kind":"Field","name":{"kind":"Name","value":"invoiced"}},{"kind":"Field","name":{"kind":"Name","value":"open"}},{"kind":"Field","name":{"kind":"Name","value":"late"}},{"kind":"Field","name":{"kind":"Name","value":"atRisk"}}]}}]}}]} as unknown as DocumentNode<OrderLineRowFragment, unknown>;
export const OpenChangeFragmentDoc = {"kind":"Document","definitions":[{"kind":"FragmentDefinition","name":{"kind":"Name","value":"OpenChange"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"OrderProposal"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"side"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"version"}},{"kind":"Field","name":{"kind":"Name","value":"endsOrder"}},{"kind":"Field","name":{"kind":"Name","value":"note"}},{"kind":"Field","name":{"kind":"Name","value":"at"}},{"kind":"Field","name":{"kind":"Name","value":"totalBefore"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"amount"}},{"kind":"Field","name":{"kind":"Name","value":"currency"}}]}},{"kind":"Field","name":{"kind":"Name","value":"totalAfter"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"amount"}},{"kind":"Field","name":{"kind":"Name","value":"currency"}}]}},{"kind":"Field","name":{"kind":"Name","value":"headerChanges"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"field"}},{"kind":"Field","name":{"kind":"Name","value":"old"}},{"kind":"Field","name":{"kind":"Name","value":"new"}},{"kind":"Field","name":{"kind":"Name","value":"delta"}}]}},{"kind":"Field","name":{"kind":"Name","value":"lines"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"lineId"}},{"kind":"Field","name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"itemName"}},{"kind":"Field","name":{"kind":"Name","value":"changes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"field"}},{"kind":"Field","name":{"kind":"Name","value":"old"}},{"kind":"Field","name":{"kind":"Name","value":"new"}},{"kind":"Field","name":{"kind":"Name","value":"delta"}}]}}]}}]}}]} as unknown as DocumentNode<OpenChangeFragment, unknown>;
export const OrderRowFragmentDoc = {"kind":"Document","definitions":[{"kind":"FragmentDefinition","name":{"kind":"Name","value":"OrderRow"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Order"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"number"}},{"kind":"Field","name":{"kind":"Name","value":"type"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"version"}},{"kind":"Field","name":{"kind":"Name","value":"revision"}},{"kind":"Field","name":{"kind":"Name","value":"waitsFor"}},{"kind":"Field","name":{"kind":"Name","value":"waitsSince"}},{"kind":"Field","name":{"kind":"Name","value":"issuedOn"}},{"kind":"Field","name":{"kind":"Name","value":"deliverTo"}},{"kind":"Field","name":{"kind":"Name","value":"promisedTo"}},{"kind":"Field","name":{"kind":"Name","value":"changedAt"}},{"kind":"Field","name":{"kind":"Name","value":"lineCount"}},{"kind":"Field","name":{"kind":"Name","value":"currency"}},{"kind":"Field","name":{"kind":"Name","value":"total"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"amount"}},{"kind":"Field","name":{"kind":"Name","value":"currency"}}]}},{"kind":"Field","name":{"kind":"Name","value":"buyer"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"nameZh"}},{"kind":"Field","name":{"kind":"Name","value":"nameEn"}},{"kind":"Field","name":{"kind":"Name","value":"legalName"}}]}},{"kind":"Field","name":{"kind":"Name","value":"supplier"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"nameZh"}},{"kind":"Field","name":{"kind":"Name","value":"nameEn"}},{"kind":"Field","name":{"kind":"Name","value":"legalName"}}]}}]}}]} as unknown as DocumentNode<OrderRowFragment, unknown>;
export const StandingDocument = {"__meta__":{"hash":"sha256:b283c0a8a1876d0ade831baf2306fa609f1eb80f7b7311a1c1d3074d93e659f6"},"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"Standing"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"viewer"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"feedCursor"}},{"kind":"Field","name":{"kind":"Name","value":"scopes"}},{"kind":"Field","name":{"kind":"Name","value":"duties"}},{"kind":"Field","name":{"kind":"Name","value":"organisation"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"nameZh"}},{"kind":"Field","name":{"kind":"Name","value":"nameEn"}},{"kind":"Field","name":{"kind":"Name","value":"legalName"}},{"kind":"Field","name":{"kind":"Name","value":"roles"}}]}},{"kind":"Field","name":{"kind":"Name","value":"person"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}}]}}]}}]}}]} as unknown as DocumentNode<StandingQuery, StandingQueryVariables>;
export const PaletteFindDocument = {"__meta__":{"hash":"sha256:fb6e34d0e1b29fd6f508b3ce7ac9d7a188f55aceeb2fdf06dd954b67a7f03944"},"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"PaletteFind"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"as"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"OrderSide"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"number"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"orders"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"as"},"value":{"kind":"Variable","name":{"kind":"Name","value":"as"}}},{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"IntValue","value":"8"}},{"kind":"Argument","name":{"kind":"Name","value":"filter"},"value":{"kind":"ObjectValue","fields":[{"kind":"ObjectField","name":{"kind":"Name","value":"number"},"value":{"kind":"Variable","name":{"kind":"Name","value":"number"}}}]}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"nodes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"FragmentSpread","name":{"kind":"Name","value":"OrderRow"}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"OrderRow"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Order"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"number"}},{"kind":"Field","name":{"kind":"Name","value":"type"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"version"}},{"kind":"Field","name":{"kind":"Name","value":"revision"}},{"kind":"Field","name":{"kind":"Name","value":"waitsFor"}},{"kind":"Field","name":{"kind":"Name","value":"waitsSince"}},{"kind":"Field","name":{"kind":"Name","value":"issuedOn"}},{"kind":"Field","name":{"kind":"Name","value":"deliverTo"}},{"kind":"Field","name":{"kind":"Name","value":"promisedTo"}},{"kind":"Field","name":{"kind":"Name","value":"changedAt"}},{"kind":"Field","name":{"kind":"Name","value":"lineCount"}},{"kind":"Field","name":{"kind":"Name","value":"currency"}},{"kind":"Field","name":{"kind":"Name","value":"total"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"amount"}},{"kind":"Field","name":{"kind":"Name","value":"currency"}}]}},{"kind":"Field","name":{"kind":"Name","value":"buyer"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"nameZh"}},{"kind":"Field","name":{"kind":"Name","value":"nameEn"}},{"kind":"Field","name":{"kind":"Name","value":"legalName"}}]}},{"kind":"Field","name":{"kind":"Name","value":"supplier"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"nameZh"}},{"kind":"Field","name":{"kind":"Name","value":"nameEn"}},{"kind":"Field","name":{"kind":"Name","value":"legalName"}}]}}]}}]} as unknown as DocumentNode<PaletteFindQuery, PaletteFindQueryVariables>;
export const FeedFollowDocument = {"__meta__":{"hash":"sha256:04e941b1f19e1eef6584a44468a6d6151391103fb348f8f335bbe61226075d0d"},"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"subscription","name":{"kind":"Name","value":"FeedFollow"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"after"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"Cursor"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"feed"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"after"},"value":{"kind":"Variable","name":{"kind":"Name","value":"after"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"cursor"}},{"kind":"Field","name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"event"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"type"}},{"kind":"Field","name":{"kind":"Name","value":"subjectType"}},{"kind":"Field","name":{"kind":"Name","value":"subjectId"}},{"kind":"Field","name":{"kind":"Name","value":"version"}},{"kind":"Field","name":{"kind":"Name","value":"status"}}]}},{"kind":"Field","name":{"kind":"Name","value":"node"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"FragmentSpread","name":{"kind":"Name","value":"OrderRow"}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"OrderRow"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Order"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"number"}},{"kind":"Field","name":{"kind":"Name","value":"type"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"version"}},{"kind":"Field","name":{"kind":"Name","value":"revision"}},{"kind":"Field","name":{"kind":"Name","value":"waitsFor"}},{"kind":"Field","name":{"kind":"Name","value":"waitsSince"}},{"kind":"Field","name":{"kind":"Name","value":"issuedOn"}},{"kind":"Field","name":{"kind":"Name","value":"deliverTo"}},{"kind":"Field","name":{"kind":"Name","value":"promisedTo"}},{"kind":"Field","name":{"kind":"Name","value":"changedAt"}},{"kind":"Field","name":{"kind":"Name","value":"lineCount"}},{"kind":"Field","name":{"kind":"Name","value":"currency"}},{"kind":"Field","name":{"kind":"Name","value":"total"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"amount"}},{"kind":"Field","name":{"kind":"Name","value":"currency"}}]}},{"kind":"Field","name":{"kind":"Name","value":"buyer"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"nameZh"}},{"kind":"Field","name":{"kind":"Name","value":"nameEn"}},{"kind":"Field","name":{"kind":"Name","value":"legalName"}}]}},{"kind":"Field","name":{"kind":"Name","value":"supplier"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"nameZh"}},{"kind":"Field","name":{"kind":"Name","value":"nameEn"}},{"kind":"Field","name":{"kind":"Name","value":"legalName"}}]}}]}}]} as unknown as DocumentNode<FeedFollowSubscription, FeedFollowSubscriptionVariables>;
export const OrdersDocument = {"__meta__":{"hash":"sha256:05359f1a9acad4930d840ae0a43962371d94fc34c61c2eaa135488d67d80c8b8"},"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"Orders"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"as"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"OrderSide"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"after"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"Cursor"}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"filter"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"OrderFilter"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"orders"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"as"},"value":{"kind":"Variable","name":{"kind":"Name","value":"as"}}},{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"IntValue","value":"100"}},{"kind":"Argument","name":{"kind":"Name","value":"after"},"value":{"kind":"Variable","name":{"kind":"Name","value":"after"}}},{"kind":"Argument","name":{"kind":"Name","value":"filter"},"value":{"kind":"Variable","name":{"kind":"Name","value":"filter"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"nodes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"FragmentSpread","name":{"kind":"Name","value":"OrderRow"}}]}},{"kind":"Field","name":{"kind":"Name","value":"pageInfo"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"endCursor"}},{"kind":"Field","name":{"kind":"Name","value":"hasNextPage"}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"OrderRow"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Order"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"number"}},{"kind":"Field","name":{"kind":"Name","value":"type"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"version"}},{"kind":"Field","name":{"kind":"Name","value":"revision"}},{"kind":"Field","name":{"kind":"Name","value":"waitsFor"}},{"kind":"Field","name":{"kind":"Name","value":"waitsSince"}},{"kind":"Field","name":{"kind":"Name","value":"issuedOn"}},{"kind":"Field","name":{"kind":"Name","value":"deliverTo"}},{"kind":"Field","name":{"kind":"Name","value":"promisedTo"}},{"kind":"Field","name":{"kind":"Name","value":"changedAt"}},{"kind":"Field","name":{"kind":"Name","value":"lineCount"}},{"kind":"Field","name":{"kind":"Name","value":"currency"}},{"kind":"Field","name":{"kind":"Name","value":"total"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"amount"}},{"kind":"Field","name":{"kind":"Name","value":"currency"}}]}},{"kind":"Field","name":{"kind":"Name","value":"buyer"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"nameZh"}},{"kind":"Field","name":{"kind":"Name","value":"nameEn"}},{"kind":"Field","name":{"kind":"Name","value":"legalName"}}]}},{"kind":"Field","name":{"kind":"Name","value":"supplier"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"nameZh"}},{"kind":"Field","name":{"kind":"Name","value":"nameEn"}},{"kind":"Field","name":{"kind":"Name","value":"legalName"}}]}}]}}]} as unknown as DocumentNode<OrdersQuery, OrdersQueryVariables>;
export const OrderPageDocument = {"__meta__":{"hash":"sha256:f7153e475ea82789f6b943ad3fa8ed74a7dd45d6cbb64bff2aefc4018c754a71"},"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"OrderPage"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"id"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"order"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"by"},"value":{"kind":"ObjectValue","fields":[{"kind":"ObjectField","name":{"kind":"Name","value":"id"},"value":{"kind":"Variable","name":{"kind":"Name","value":"id"}}}]}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"FragmentSpread","name":{"kind":"Name","value":"OrderRow"}},{"kind":"Field","name":{"kind":"Name","value":"note"}},{"kind":"Field","name":{"kind":"Name","value":"salesOrderNumber"}},{"kind":"Field","name":{"kind":"Name","value":"buyerReference"}},{"kind":"Field","name":{"kind":"Name","value":"allowedActions"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"action"}},{"kind":"Field","name":{"kind":"Name","value":"allowed"}},{"kind":"Field","name":{"kind":"Name","value":"reason"}}]}},{"kind":"Field","name":{"kind":"Name","value":"lines"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"FragmentSpread","name":{"kind":"Name","value":"OrderLineRow"}}]}},{"kind":"Field","name":{"kind":"Name","value":"openProposals"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"FragmentSpread","name":{"kind":"Name","value":"OpenChange"}}]}},{"kind":"Field","name":{"kind":"Name","value":"revisions"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"revision"}},{"kind":"Field","name":{"kind":"Name","value":"origin"}},{"kind":"Field","name":{"kind":"Name","value":"at"}},{"kind":"Field","name":{"kind":"Name","value":"by"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"nameZh"}},{"kind":"Field","name":{"kind":"Name","value":"nameEn"}},{"kind":"Field","name":{"kind":"Name","value":"legalName"}}]}},{"kind":"Field","name":{"kind":"Name","value":"total"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"amount"}},{"kind":"Field","name":{"kind":"Name","value":"currency"}}]}},{"kind":"Field","name":{"kind":"Name","value":"lines"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"lineId"}},{"kind":"Field","name":{"kind":"Name","value":"kind"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"responses"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"at"}},{"kind":"Field","name":{"kind":"Name","value":"note"}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"OrderRow"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Order"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"number"}},{"kind":"Field","name":{"kind":"Name","value":"type"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"version"}},{"kind":"Field","name":{"kind":"Name","value":"revision"}},{"kind":"Field","name":{"kind":"Name","value":"waitsFor"}},{"kind":"Field","name":{"kind":"Name","value":"waitsSince"}},{"kind":"Field","name":{"kind":"Name","value":"issuedOn"}},{"kind":"Field","name":{"kind":"Name","value":"deliverTo"}},{"kind":"Field","name":{"kind":"Name","value":"promisedTo"}},{"kind":"Field","name":{"kind":"Name","value":"changedAt"}},{"kind":"Field","name":{"kind":"Name","value":"lineCount"}},{"kind":"Field","name":{"kind":"Name","value":"currency"}},{"kind":"Field","name":{"kind":"Name","value":"total"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"amount"}},{"kind":"Field","name":{"kind":"Name","value":"currency"}}]}},{"kind":"Field","name":{"kind":"Name","value":"buyer"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"nameZh"}},{"kind":"Field","name":{"kind":"Name","value":"nameEn"}},{"kind":"Field","name":{"kind":"Name","value":"legalName"}}]}},{"kind":"Field","name":{"kind":"Name","value":"supplier"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"nameZh"}},{"kind":"Field","name":{"kind":"Name","value":"nameEn"}},{"kind":"Field","name":{"kind":"Name","value":"legalName"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"OrderLineRow"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"OrderLine"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"lineId"}},{"kind":"Field","name":{"kind":"Name","value":"state"}},{"kind":"Field","name":{"kind":"Name","value":"itemName"}},{"kind":"Field","name":{"kind":"Name","value":"description"}},{"kind":"Field","name":{"kind":"Name","value":"buyerItemId"}},{"kind":"Field","name":{"kind":"Name","value":"sellerItemId"}},{"kind":"Field","name":{"kind":"Name","value":"quantity"}},{"kind":"Field","name":{"kind":"Name","value":"unit"}},{"kind":"Field","name":{"kind":"Name","value":"price"}},{"kind":"Field","name":{"kind":"Name","value":"amount"}},{"kind":"Field","name":{"kind":"Name","value":"schedules"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"scheduleId"}},{"kind":"Field","name":{"kind":"Name","value":"quantity"}},{"kind":"Field","name":{"kind":"Name","value":"requestedTo"}},{"kind":"Field","name":{"kind":"Name","value":"promisedTo"}}]}},{"kind":"Field","name":{"kind":"Name","value":"progress"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"despatched"}},{"kind":"Field","name":{"kind":"Name","value":"received"}},{"kind":"Field","name":{"kind":"Name","value":"accepted"}},{"kind":"Field","name":{"kind":"Name","value":"invoiced"}},{"kind":"Field","name":{"kind":"Name","value":"open"}},{"kind":"Field","name":{"kind":"Name","value":"late"}},{"kind":"Field","name":{"kind":"Name","value":"atRisk"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"OpenChange"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"OrderProposal"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"side"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"version"}},{"kind":"Field","name":{"kind":"Name","value":"endsOrder"}},{"kind":"Field","name":{"kind":"Name","value":"note"}},{"kind":"Field","name":{"kind":"Name","value":"at"}},{"kind":"Field","name":{"kind":"Name","value":"totalBefore"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"amount"}},{"kind":"Field","name":{"kind":"Name","value":"currency"}}]}},{"kind":"Field","name":{"kind":"Name","value":"totalAfter"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"amount"}},{"kind":"Field","name":{"kind":"Name","value":"currency"}}]}},{"kind":"Field","name":{"kind":"Name","value":"headerChanges"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"field"}},{"kind":"Field","name":{"kind":"Name","value":"old"}},{"kind":"Field","name":{"kind":"Name","value":"new"}},{"kind":"Field","name":{"kind":"Name","value":"delta"}}]}},{"kind":"Field","name":{"kind":"Name","value":"lines"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"lineId"}},{"kind":"Field","name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"itemName"}},{"kind":"Field","name":{"kind":"Name","value":"changes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"field"}},{"kind":"Field","name":{"kind":"Name","value":"old"}},{"kind":"Field","name":{"kind":"Name","value":"new"}},{"kind":"Field","name":{"kind":"Name","value":"delta"}}]}}]}}]}}]} as unknown as DocumentNode<OrderPageQuery, OrderPageQueryVariables>;
export const OrderRespondDocument = {"__meta__":{"hash":"sha256:ae7f04b7effede9628d4c62633098c96d79b3e4fafa1bad7f375a521b95b3c61"},"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"OrderRespond"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"OrderRespondInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"orderRespond"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"order"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"FragmentSpread","name":{"kind":"Name","value":"OrderRow"}}]}},{"kind":"Field","name":{"kind":"Name","value":"userErrors"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"field"}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"OrderRow"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Order"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"number"}},{"kind":"Field","name":{"kind":"Name","value":"type"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"version"}},{"kind":"Field","name":{"kind":"Name","value":"revision"}},{"kind":"Field","name":{"kind":"Name","value":"waitsFor"}},{"kind":"Field","name":{"kind":"Name","value":"waitsSince"}},{"kind":"Field","name":{"kind":"Name","value":"issuedOn"}},{"kind":"Field","name":{"kind":"Name","value":"deliverTo"}},{"kind":"Field","name":{"kind":"Name","value":"promisedTo"}},{"kind":"Field","name":{"kind":"Name","value":"changedAt"}},{"kind":"Field","name":{"kind":"Name","value":"lineCount"}},{"kind":"Field","name":{"kind":"Name","value":"currency"}},{"kind":"Field","name":{"kind":"Name","value":"total"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"amount"}},{"kind":"Field","name":{"kind":"Name","value":"currency"}}]}},{"kind":"Field","name":{"kind":"Name","value":"buyer"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"nameZh"}},{"kind":"Field","name":{"kind":"Name","value":"nameEn"}},{"kind":"Field","name":{"kind":"Name","value":"legalName"}}]}},{"kind":"Field","name":{"kind":"Name","value":"supplier"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"nameZh"}},{"kind":"Field","name":{"kind":"Name","value":"nameEn"}},{"kind":"Field","name":{"kind":"Name","value":"legalName"}}]}}]}}]} as unknown as DocumentNode<OrderRespondMutation, OrderRespondMutationVariables>;
export const OrderDecideDocument = {"__meta__":{"hash":"sha256:968ebbf7cc8a09948664ab95f75618e566f4890b0a3d9ded84f604f002d4f196"},"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"OrderDecide"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"OrderDecideChangeInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"orderDecideChange"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"order"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"FragmentSpread","name":{"kind":"Name","value":"OrderRow"}}]}},{"kind":"Field","name":{"kind":"Name","value":"userErrors"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"field"}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"OrderRow"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Order"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"number"}},{"kind":"Field","name":{"kind":"Name","value":"type"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"version"}},{"kind":"Field","name":{"kind":"Name","value":"revision"}},{"kind":"Field","name":{"kind":"Name","value":"waitsFor"}},{"kind":"Field","name":{"kind":"Name","value":"waitsSince"}},{"kind":"Field","name":{"kind":"Name","value":"issuedOn"}},{"kind":"Field","name":{"kind":"Name","value":"deliverTo"}},{"kind":"Field","name":{"kind":"Name","value":"promisedTo"}},{"kind":"Field","name":{"kind":"Name","value":"changedAt"}},{"kind":"Field","name":{"kind":"Name","value":"lineCount"}},{"kind":"Field","name":{"kind":"Name","value":"currency"}},{"kind":"Field","name":{"kind":"Name","value":"total"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"amount"}},{"kind":"Field","name":{"kind":"Name","value":"currency"}}]}},{"kind":"Field","name":{"kind":"Name","value":"buyer"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"nameZh"}},{"kind":"Field","name":{"kind":"Name","value":"nameEn"}},{"kind":"Field","name":{"kind":"Name","value":"legalName"}}]}},{"kind":"Field","name":{"kind":"Name","value":"supplier"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"nameZh"}},{"kind":"Field","name":{"kind":"Name","value":"nameEn"}},{"kind":"Field","name":{"kind":"Name","value":"legalName"}}]}}]}}]} as unknown as DocumentNode<OrderDecideMutation, OrderDecideMutationVariables>;
export const OrderProposeDocument = {"__meta__":{"hash":"sha256:1d0e7ddb43948e428a653419af5e67d028a906bbe19c4073d038ad9ced646833"},"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"OrderPropose"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"OrderProposeChangeInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"orderProposeChange"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"order"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"FragmentSpread","name":{"kind":"Name","value":"OrderRow"}}]}},{"kind":"Field","name":{"kind":"Name","value":"userErrors"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"field"}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"OrderRow"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Order"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"number"}},{"kind":"Field","name":{"kind":"Name","value":"type"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"version"}},{"kind":"Field","name":{"kind":"Name","value":"revision"}},{"kind":"Field","name":{"kind":"Name","value":"waitsFor"}},{"kind":"Field","name":{"kind":"Name","value":"waitsSince"}},{"kind":"Field","name":{"kind":"Name","value":"issuedOn"}},{"kind":"Field","name":{"kind":"Name","value":"deliverTo"}},{"kind":"Field","name":{"kind":"Name","value":"promisedTo"}},{"kind":"Field","name":{"kind":"Name","value":"changedAt"}},{"kind":"Field","name":{"kind":"Name","value":"lineCount"}},{"kind":"Field","name":{"kind":"Name","value":"currency"}},{"kind":"Field","name":{"kind":"Name","value":"total"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"amount"}},{"kind":"Field","name":{"kind":"Name","value":"currency"}}]}},{"kind":"Field","name":{"kind":"Name","value":"buyer"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"nameZh"}},{"kind":"Field","name":{"kind":"Name","value":"nameEn"}},{"kind":"Field","name":{"kind":"Name","value":"legalName"}}]}},{"kind":"Field","name":{"kind":"Name","value":"supplier"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"nameZh"}},{"kind":"Field","name":{"kind":"Name","value":"nameEn"}},{"kind":"Field","name":{"kind":"Name","value":"legalName"}}]}}]}}]} as unknown as DocumentNode<OrderProposeMutation, OrderProposeMutationVariables>;
export const OrderCancelDocument = {"__meta__":{"hash":"sha256:a0ab243ed44489baf96772548d840c31f4af403404ff91b6286ffc5074fcec41"},"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"OrderCancel"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"OrderCancelInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"orderCancel"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"order"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"FragmentSpread","name":{"kind":"Name","value":"OrderRow"}}]}},{"kind":"Field","name":{"kind":"Name","value":"userErrors"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"field"}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"OrderRow"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Order"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"number"}},{"kind":"Field","name":{"kind":"Name","value":"type"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"version"}},{"kind":"Field","name":{"kind":"Name","value":"revision"}},{"kind":"Field","name":{"kind":"Name","value":"waitsFor"}},{"kind":"Field","name":{"kind":"Name","value":"waitsSince"}},{"kind":"Field","name":{"kind":"Name","value":"issuedOn"}},{"kind":"Field","name":{"kind":"Name","value":"deliverTo"}},{"kind":"Field","name":{"kind":"Name","value":"promisedTo"}},{"kind":"Field","name":{"kind":"Name","value":"changedAt"}},{"kind":"Field","name":{"kind":"Name","value":"lineCount"}},{"kind":"Field","name":{"kind":"Name","value":"currency"}},{"kind":"Field","name":{"kind":"Name","value":"total"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"amount"}},{"kind":"Field","name":{"kind":"Name","value":"currency"}}]}},{"kind":"Field","name":{"kind":"Name","value":"buyer"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"nameZh"}},{"kind":"Field","name":{"kind":"Name","value":"nameEn"}},{"kind":"Field","name":{"kind":"Name","value":"legalName"}}]}},{"kind":"Field","name":{"kind":"Name","value":"supplier"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"nameZh"}},{"kind":"Field","name":{"kind":"Name","value":"nameEn"}},{"kind":"Field","name":{"kind":"Name","value":"legalName"}}]}}]}}]} as unknown as DocumentNode<OrderCancelMutation, OrderCancelMutationVariables>;