import { describedEnum } from '../platform/graphql/described-enum.js';

export const DespatchStatus = describedEnum('DespatchStatus', 'Where a despatch advice stands.', {
  SENT: 'It announces goods.',
  CANCELLED: 'The supplier took it back before anything of it was received. The end.',
});

export const DespatchAction = describedEnum('DespatchAction', 'What a party may do with a despatch advice.', {
  CANCEL: 'Take it back: `despatchCancel`.',
});

export const ShortageAction = describedEnum(
  'ShortageAction',
  'What the buyer wants done about goods that were announced and did not come.',
  {
    SEND_REST: 'Send them after.',
    CREDIT: 'Credit them, where they are invoiced.',
    CANCEL_REST: 'Do not send them any more.',
    NONE: 'Nothing.',
  },
);

export const RejectionReason = describedEnum('RejectionReason', 'Why goods were turned away when they came.', {
  OVER_SUPPLY: 'More than was ordered, beyond the tolerance.',
  DAMAGED: 'Damaged.',
  WRONG_ITEM: 'Not what was ordered.',
  QUALITY: 'A visible defect.',
  TOO_EARLY: 'Before the agreed day.',
  TOO_LATE: 'After the agreed day.',
  DOCUMENTS: 'Papers or certificates were missing.',
  OTHER: 'Another reason, told in the note.',
});

export const RejectionAction = describedEnum('RejectionAction', 'What the buyer wants done about goods that were turned away.', {
  RETURN: 'Take them back.',
  REPLACE: 'Take them back and send others.',
  CREDIT: 'Credit them, where they are invoiced.',
  DISPOSE: 'Have them destroyed.',
  NONE: 'Nothing.',
});

export const PromiseReason = describedEnum('PromiseReason', 'Why a supplier expects to deliver on another day.', {
  MATERIAL: 'Material is missing.',
  CAPACITY: 'Capacity is missing.',
  QUALITY: 'Goods failed the own inspection.',
  TRANSPORT: 'Transport.',
  FORCE_MAJEURE: 'Force majeure (Civil Code art. 590).',
  BUYER: 'At the wish of the buyer, or for want of something that the buyer gives.',
  EARLIER: 'It will be earlier.',
  OTHER: 'Another reason, told in words.',
});

export const OrderLineGoodsAction = describedEnum('OrderLineGoodsAction', 'What a party may do with the goods of a line.', {
  DESPATCH: 'Announce goods: `despatchSend`.',
  RECEIVE: 'Record what came: `receiptRecord`.',
  PROMISE: 'Tell another day: `promiseUpdate`.',
  CLOSE: 'Want no more of it: `lineClose`.',
  REOPEN: 'Want the rest after all: `lineReopen`.',
});

export const DespatchSort = describedEnum('DespatchSort', 'In which order to list despatches.', {
  NEWEST: 'Entered last first.',
  OLDEST: 'Entered first first.',
});

export const ReceiptSort = describedEnum('ReceiptSort', 'In which order to list receipts.', {
  NEWEST: 'Entered last first.',
  OLDEST: 'Entered first first.',
  RECEIVED_LAST: 'By day of the goods, latest first.',
  RECEIVED_FIRST: 'By day of the goods, earliest first.',
});

export const LateSort = describedEnum('LateSort', 'In which order to list what is late.', {
  MOST_LATE: 'Late the longest first.',
  LEAST_LATE: 'Late the shortest first.',
});
