import { describedEnum } from '../platform/graphql/described-enum.js';

export const DocumentKind = describedEnum('DocumentKind', 'A document of trade, by its UBL 2 name.', {
  ORDER: 'Order: the buyer orders, or sends the whole order again.',
  ORDER_CHANGE: 'OrderChange: the buyer proposes a change.',
  ORDER_RESPONSE: 'OrderResponse: the supplier answers, as a whole or line by line.',
  ORDER_RESPONSE_SIMPLE: 'OrderResponseSimple: the supplier says yes or no.',
  ORDER_CANCELLATION: 'OrderCancellation: the buyer cancels.',
  DESPATCH_ADVICE: 'DespatchAdvice: the supplier says what it sent.',
  RECEIPT_ADVICE: 'ReceiptAdvice: the buyer says what came.',
  INVOICE: 'Invoice: the supplier claims what was delivered.',
  CREDIT_NOTE: 'CreditNote: the supplier takes an invoice back, in whole or in part.',
  APPLICATION_RESPONSE: 'ApplicationResponse: the buyer answers an invoice (Peppol BIS Invoice Response 3).',
});

export const DocumentOutcome = describedEnum('DocumentOutcome', 'What an imported document came to.', {
  ISSUED: 'A new order.',
  UNCHANGED: 'It says what stands already.',
  REPLACED: 'The offer is another one from now on.',
  PROPOSED: 'A change awaits the decision of the other side.',
  ACCEPTED: 'Both sides have agreed.',
  NOTED: 'Received; an answer follows.',
  REFUSED: 'The order is refused.',
  COUNTERED: 'The supplier proposes changes.',
  CHANGE_ACCEPTED: 'The change of the buyer is accepted.',
  CHANGE_REFUSED: 'The change of the buyer is refused.',
  CANCELLED: 'The order is cancelled.',
  DESPATCHED: 'Goods are under way.',
  RECEIVED: 'Goods have come.',
  INVOICED: 'An invoice is submitted.',
  CREDITED: 'An invoice is taken back, in whole or in part.',
  RESPONDED: 'An invoice is answered.',
});

export const DocumentImportSide = describedEnum('DocumentImportSide', 'On which side of the document an organisation stands.', {
  BUYER: 'The buyer named in it.',
  SUPPLIER: 'The seller named in it.',
});

export const DocumentImportOrder = describedEnum('DocumentImportOrder', 'Order of a list of imported documents.', {
  NEWEST: 'Last come first.',
  OLDEST: 'First come first.',
});
