import { codedEnum, describedEnum } from '../platform/graphql/described-enum.js';

export const InvoiceStatus = describedEnum('InvoiceStatus', 'Where an invoice stands: the last answer of its buyer.', {
  SUBMITTED: 'The buyer has it and has not answered.',
  ACKNOWLEDGED: 'Received (AB).',
  IN_PROCESS: 'Being worked on (IP).',
  UNDER_QUERY: 'The buyer has a question (UQ).',
  CONDITIONALLY_ACCEPTED: 'Accepted in part (CA): what is not disputed is due.',
  REJECTED: 'Rejected as a whole (RE). The end.',
  APPROVED: 'Accepted (AP).',
  PAID: 'Paid (PD). The end.',
  VOIDED: 'Taken back by its supplier. The end.',
});

export const InvoiceAction = describedEnum('InvoiceAction', 'What a party may do with an invoice.', {
  ACKNOWLEDGE: 'Answer AB: `invoiceRespond`.',
  PROCESS: 'Answer IP: `invoiceRespond`.',
  QUERY: 'Answer UQ: `invoiceRespond`.',
  ACCEPT_PARTLY: 'Answer CA: `invoiceRespond`.',
  REJECT: 'Answer RE: `invoiceRespond`.',
  APPROVE: 'Answer AP: `invoiceRespond`, or by tiers `invoiceApprove`.',
  PAY: 'Answer PD: `invoiceRespond`.',
  PAY_PART: 'Answer PD for a part: `invoiceRespond`.',
  DISPUTE: 'Dispute lines or amounts: `invoiceDispute`.',
  CREDIT: 'Take back in whole or in part: `creditNoteSubmit`.',
  VOID: 'Take back before anything is decided: `invoiceVoid`.',
});

export const InvoiceType = codedEnum('InvoiceType', 'Kind of an invoice, UN/EDIFACT 1001.', {
  PARTIAL: ['326', 'Partial invoice (326).'],
  COMMERCIAL: ['380', 'Commercial invoice (380).'],
  CORRECTED: ['384', 'Corrected invoice, in place of another (384).'],
  SELF_BILLED: ['389', 'Self-billed invoice (389).'],
  FACTORED: ['393', 'Factored invoice (393).'],
  ACCOUNTING_INFORMATION: ['751', 'Invoice information for accounting purposes (751).'],
});

export const InvoiceSort = describedEnum('InvoiceSort', 'Order of a list of invoices.', {
  NEWEST: 'Last submitted first.',
  OLDEST: 'First submitted first.',
  ISSUED_LAST: 'Latest day of the document first.',
  ISSUED_FIRST: 'Earliest day of the document first.',
});

export const TaxCategory = describedEnum('TaxCategory', 'How an amount is taxed, UN/EDIFACT 5305.', {
  S: 'Standard rate.',
  Z: 'Zero rated.',
  E: 'Exempt.',
  AE: 'Reverse charge.',
  K: 'Intra-community supply.',
  G: 'Export, not taxed.',
  O: 'Outside the scope of tax.',
  L: 'Canary Islands general indirect tax.',
  M: 'Tax of Ceuta and Melilla.',
});

export const AdjustmentKind = describedEnum('AdjustmentKind', 'Whether something is taken off or added.', {
  ALLOWANCE: 'Taken off.',
  CHARGE: 'Added.',
});

export const FapiaoKind = describedEnum('FapiaoKind', 'Form of a Chinese tax invoice (发票).', {
  DIGITAL_SPECIAL: 'Fully digital, special (数电票，增值税专用发票).',
  DIGITAL_ORDINARY: 'Fully digital, ordinary (数电票，普通发票).',
  PAPER_SPECIAL: 'Paper, special (增值税专用发票).',
  PAPER_ORDINARY: 'Paper, ordinary (增值税普通发票).',
  ELECTRONIC_SPECIAL: 'Electronic with a code, special (增值税电子专用发票).',
  ELECTRONIC_ORDINARY: 'Electronic with a code, ordinary (增值税电子普通发票).',
});

export const FapiaoStatus = describedEnum('FapiaoStatus', 'Where a tax invoice stands.', {
  VALID: 'It counts.',
  RED_LETTERED: 'Taken back by a red invoice (红冲).',
  VOID: 'Voided (作废).',
});

export const InvoiceResponseCode = describedEnum(
  'InvoiceResponseCode',
  'Answer to an invoice, UN/EDIFACT 4343 as in Peppol BIS Invoice Response 3.',
  {
    AB: 'Received.',
    IP: 'In process.',
    UQ: 'Under query; needs a reason.',
    CA: 'Conditionally accepted; needs a reason.',
    RE: 'Rejected; needs a reason. Final.',
    AP: 'Accepted.',
    PD: 'Paid; final unless only a part is.',
  },
);

const reasons = {
  REF: 'References are incorrect.',
  LEG: 'Legal information is incorrect, tax among it.',
  REC: 'The receiver is unknown.',
  QUA: 'Quality of the item is insufficient.',
  DEL: 'Delivery is not as agreed.',
  PRI: 'Prices are incorrect.',
  QTY: 'Quantity is incorrect.',
  ITM: 'Items are incorrect.',
  PAY: 'Terms of payment are incorrect.',
  UNR: 'Not recognised.',
  FIN: 'Financial information is incorrect.',
  OTH: 'Another reason.',
};
export const InvoiceReason = describedEnum('InvoiceReason', 'Why an invoice is not simply accepted: Peppol status reasons.', {
  ...reasons,
  PPD: 'Only a part is paid.',
});
export const GivenReason = describedEnum('GivenReason', 'A reason as a buyer gives it.', {
  ...reasons,
  MANAGEMENT_CHANGE: 'The management changed. Never taken: Order 802 art. 14.',
  INTERNAL_PROCESS: 'The own process of payment is not done. Never taken: Order 802 art. 14.',
  AUDIT_PENDING: 'An audit is not finished. Never taken: Order 802 art. 14.',
});

export const InvoiceActionCode = describedEnum('InvoiceActionCode', 'What the supplier is asked to do: Peppol status actions.', {
  NOA: 'Nothing.',
  PIN: 'Give information.',
  NIN: 'Send a new invoice.',
  CNF: 'Credit in full.',
  CNP: 'Credit in part.',
  CNA: 'Credit the amount.',
  OTH: 'Something else.',
});

export const ClarificationList = describedEnum('ClarificationList', 'From which list a clarification is.', {
  REASON: 'Status reasons.',
  ACTION: 'Status actions.',
});

export const ResponseOrigin = describedEnum('ResponseOrigin', 'What an answer came from.', {
  BUYER: 'The buyer gave it.',
  PAYMENT: 'A payment caused it.',
});

export const DisputeOrigin = describedEnum('DisputeOrigin', 'Who disputes.', {
  MATCH: 'The comparison with order and receipts found a difference.',
  BUYER: 'The buyer, by hand.',
});

export const DisputeStatus = describedEnum('DisputeStatus', 'Where a dispute stands.', {
  OPEN: 'The supplier is asked.',
  ANSWERED: 'The supplier contradicts.',
  ACCEPTED: 'The supplier promises a credit.',
  WITHDRAWN: 'The buyer took it back. The end.',
  SETTLED: 'Settled, credited, or its cause is gone. The end.',
});

export const DisputeAction = describedEnum('DisputeAction', 'What a party may do in a dispute.', {
  ACCEPT: 'Promise a credit: `disputeAnswer`.',
  CONTRADICT: 'Contradict: `disputeAnswer`.',
  WITHDRAW: 'Take it back: `disputeDecide`.',
  SETTLE: 'Concede a part: `disputeDecide`.',
});

export const DisputeAnswer = describedEnum('DisputeAnswer', 'What a supplier answers to a dispute.', {
  ACCEPT: 'It is right; a credit follows.',
  CONTRADICT: 'It is not right; the text says why.',
});

export const DisputeDecision = describedEnum('DisputeDecision', 'How a buyer ends a dispute.', {
  WITHDRAW: 'All of it is due after all.',
  SETTLE: 'A part is due, the rest waits for a credit.',
});

export const DisputeStepKind = describedEnum('DisputeStepKind', 'A step in a dispute.', {
  ACCEPT: 'The supplier promised a credit.',
  CONTRADICT: 'The supplier contradicted.',
  WITHDRAW: 'The buyer took it back.',
  SETTLE: 'The buyer conceded a part.',
  RESOLVE: 'The difference is gone.',
  CREDIT: 'A credit made it good.',
});

export const DisputeSort = describedEnum('DisputeSort', 'Order of a list of disputes.', {
  NEWEST: 'Last opened first.',
  OLDEST: 'First opened first.',
});

export const CreditKind = describedEnum('CreditKind', 'What takes an invoice back.', {
  CREDIT_NOTE: 'A credit note (381).',
  RED_INVOICE: 'A red-letter invoice (红字发票).',
});

export const CreditSort = describedEnum('CreditSort', 'Order of a list of credit notes.', {
  NEWEST: 'Last first.',
  OLDEST: 'First first.',
});

export const DifferenceKind = describedEnum('DifferenceKind', 'In what an invoice line differs from order and receipts.', {
  PRICE:
    'Price of one unit of the order line, with the tax of the invoice. Units conceded at a lower price count at it, so that the price expected is the mean over the units of the line.',
  QUANTITY: 'Units invoiced against units that came and were kept.',
  TAX: 'Rate of tax in per cent.',
  ITEM: 'Number of the item.',
});

export const MatchState = describedEnum('MatchState', 'How the comparison of an invoice line came out.', {
  MATCHED: 'All of it is due.',
  WAITING: 'A part waits for acceptance.',
  DIFFERENT: 'A part differs and is disputed.',
  BY_HAND: 'There is nothing to compare with: the buyer decides with AP or CA.',
});

export const InvoiceBucket = describedEnum('InvoiceBucket', 'Where an amount of an invoice lies.', {
  PENDING: 'It waits for goods or for a decision.',
  PAYABLE: 'It is owed.',
  DISPUTED: 'It is in dispute.',
  RETAINED: 'It is held back as agreed.',
  SETTLED: 'It is paid, credited, or given up.',
});

export const ReleaseCause = describedEnum('ReleaseCause', 'Why claimed units became free again.', {
  CREDIT: 'They were credited.',
  RED_INVOICE: 'They were taken back by a red invoice.',
  RETURN: 'They were sent back.',
  REJECTED: 'The invoice was rejected.',
  VOIDED: 'The invoice was voided.',
});
