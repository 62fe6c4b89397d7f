/** What stops a document, each naming path and rule. */
export type StoppingCode =
  | 'DOCUMENT_FACT_MISSING'
  | 'CURRENCY_DIFFERS'
  | 'LINE_ID_REPEATED'
  | 'QUANTITY_NOT_POSITIVE'
  | 'PRICE_NEGATIVE'
  | 'BASE_NOT_POSITIVE'
  | 'BASE_UNIT_DIFFERS'
  | 'ORDER_TYPE_UNKNOWN'
  | 'ANSWER_CODE_UNKNOWN'
  | 'ANSWER_WITHOUT_LINES'
  | 'ANSWER_CONTRADICTS_LINES'
  | 'LINE_STATUS_UNKNOWN';

/** What a person should know about a document that is taken. */
export type NoticeCode =
  | 'CURRENCY_ASSUMED'
  | 'PERIOD_IN_THE_PAST'
  | 'VALIDITY_IN_THE_PAST'
  | 'SCHEDULES_WITHOUT_QUANTITY'
  | 'ANSWER_NOT_STATED'
  | 'LINES_NOT_EXPECTED'
  | 'LINE_STATUS_READ_AS'
  | 'VALUE_NOT_READ';

export type FindingCode = StoppingCode | NoticeCode;
