/** The documents that lines of a statement point to: GraphQL type and prefix of its ids. */
export const DOCUMENTS: Readonly<Record<string, string>> = {
  ReceiptLine: 'rcl',
  GoodsReturn: 'grt',
  Invoice: 'inv',
  CreditNote: 'crn',
  Repricing: 'rpr',
  Payment: 'pay',
  Advance: 'adv',
  Statement: 'stm',
};
