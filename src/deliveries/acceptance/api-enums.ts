import { describedEnum } from '../../platform/graphql/described-enum.js';

export const AcceptanceKind = describedEnum('AcceptanceKind', 'How far an acceptance goes.', {
  PARTIAL: 'It decides on some of what came; the rest is still inspected (部分验收).',
  PROVISIONAL:
    'It notes what seems to be in order without passing it, so that goods may be taken into use (初验). Only its refusals count, as a notice in time.',
  FINAL: 'It decides on all that is left (终验).',
});

export const AcceptanceWay = describedEnum('AcceptanceWay', 'By what goods were accepted.', {
  BY_HAND: 'The buyer recorded it.',
  BY_CLOCK: 'The agreed period for inspection ended in silence (Civil Code art. 621). That goods conform confirms no debt.',
  ON_RECEIPT: 'No period is agreed: the receipt accepted what could be seen (Civil Code art. 623).',
});

export const RefusalReason = describedEnum('RefusalReason', 'Why goods were refused at the inspection.', {
  DAMAGED: 'Damaged.',
  WRONG_ITEM: 'Not what was ordered.',
  QUALITY: 'A defect, or outside the specification.',
  DOCUMENTS: 'Papers or certificates are missing.',
  OTHER: 'Another reason, told in the note.',
});

export const RefusalAction = describedEnum('RefusalAction', 'What the buyer wants done about refused goods (Civil Code art. 582).', {
  RETURN: 'They go back: `goodsReturnSend`.',
  REWORK: 'The supplier makes them good; the buyer then accepts them: `refusalSettle` with REWORKED.',
  CONCESSION: 'They are kept at a lower price, once the supplier agrees (让步接收): `refusalSettle` with CONCEDED.',
  SCRAP: 'They are given up, once the supplier agrees: `refusalSettle` with SCRAPPED.',
});

export const SettlementOutcome = describedEnum('SettlementOutcome', 'What became of refused goods that did not go back.', {
  REWORKED: 'The buyer accepted what was made good.',
  CONCEDED: 'The supplier agreed to the price reduction; the goods count as accepted, and are invoiced at price × (1 − reduction).',
  SCRAPPED: 'The supplier gave them up.',
});

export const GoodsConsequence = describedEnum('GoodsConsequence', 'What follows for goods that went back or were given up.', {
  CREDIT: 'Their price is given back, or is not owed.',
  REPLACEMENT: 'They are delivered again: the quantity is open once more.',
});

export const AcceptanceSort = describedEnum('AcceptanceSort', 'In which order to list acceptances.', {
  NEWEST: 'Entered last first.',
  OLDEST: 'Entered first first.',
  ACCEPTED_LAST: 'By day of acceptance, latest first.',
  ACCEPTED_FIRST: 'By day of acceptance, earliest first.',
});

export const ReceiptAction = describedEnum('ReceiptAction', 'What a party may do with a receipt.', {
  ACCEPT: 'Accept or refuse what came: `acceptanceRecord`.',
});
