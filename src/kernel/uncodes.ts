/** Codes of the United Nations directories that orders are written in (Peppol BIS 3 on UBL); unknown codes parse to undefined. */

/** UN/EDIFACT 1001, kinds of order. */
export const ORDER_TYPES = {
  '105': 'purchase order',
  '220': 'order',
  '221': 'blanket order',
  '226': 'call-off order',
  '227': 'consignment order',
} as const;
export type OrderType = keyof typeof ORDER_TYPES;
export const FRAME: OrderType = '221';
export const CALL_OFF: OrderType = '226';

/** UN/EDIFACT 4343, answer to an order as a whole. */
export const RESPONSES = {
  AB: 'received, an answer follows',
  AP: 'accepted',
  RE: 'rejected',
  CA: 'accepted with changes',
} as const;
export type ResponseCode = keyof typeof RESPONSES;

// UN/EDIFACT 1225, which UBL 2.0 documents still carry.
const OLD_RESPONSES: Readonly<Record<string, ResponseCode>> = { '27': 'RE', '29': 'AP', '30': 'CA' };

/** UN/EDIFACT 1229, answer to one line. */
export const LINE_ANSWERS = { '1': 'added', '3': 'changed', '5': 'accepted', '7': 'not accepted', '42': 'already delivered' } as const;
export type LineAnswer = keyof typeof LINE_ANSWERS;

/** UN/EDIFACT 1229, what an order change does to a line. */
export const LINE_CHANGES = { '1': 'added', '2': 'deleted', '3': 'changed', '4': 'no action', '74': 'reopened' } as const;
export type LineChange = keyof typeof LINE_CHANGES;

const member = <Key extends string>(table: Readonly<Record<Key, string>>, text: string): Key | undefined =>
  Object.hasOwn(table, text) ? (text as Key) : undefined;

export const parseOrderType = (text: string): OrderType | undefined => member(ORDER_TYPES, text);
export const parseLineAnswer = (text: string): LineAnswer | undefined => member(LINE_ANSWERS, text);
export const parseLineChange = (text: string): LineChange | undefined => member(LINE_CHANGES, text);

/** The answer that the code means; 27, 29 and 30 are read as RE, AP and CA. */
export const parseResponse = (text: string): ResponseCode | undefined =>
  member(RESPONSES, text) ?? (Object.hasOwn(OLD_RESPONSES, text) ? OLD_RESPONSES[text] : undefined);
