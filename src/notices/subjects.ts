/** Prefixes of the public ids of what notices are about, by GraphQL type. */
export const PREFIXES: Readonly<Record<string, string>> = {
  Order: 'ord',
  OrderLine: 'orl',
  DeliverySchedule: 'osl',
  DespatchAdvice: 'des',
  ReceiptAdvice: 'rct',
  Acceptance: 'acc',
  GoodsReturn: 'grt',
  WarrantyClaim: 'wcl',
  Invoice: 'inv',
  Dispute: 'dsp',
  InvoiceResponse: 'ivr',
  CreditNote: 'crn',
  Payable: 'pyb',
  Payment: 'pay',
  Statement: 'stm',
};
