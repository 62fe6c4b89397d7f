import { describedEnum } from '../platform/graphql/described-enum.js';

export const DocumentKind = describedEnum('DocumentKind', 'A document of ordering, by its UBL 2 name.', {
  ORDER: 'Order: the buyer orders, or sends the whole order again.',
  ORDER_CHANGE: 'OrderChange: the buyer proposes a change.',
  ORDER_RESPONSE: 'OrderResponse: the supplier answers, as a whole or line by line.',
  ORDER_RESPONSE_SIMPLE: 'OrderResponseSimple: the supplier says yes or no.',
  ORDER_CANCELLATION: 'OrderCancellation: the buyer cancels.',
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
});

export const DocumentImportSide = describedEnum('DocumentImportSide', 'On which side of the document an organisation stands.', {
  BUYER: 'The buyer named in it.',
  SUPPLIER: 'The seller named in it.',
});

export const DocumentImportOrder = describedEnum('DocumentImportOrder', 'Order of a list of imported documents.', {
  NEWEST: 'Last come first.',
  OLDEST: 'First come first.',
});
