/** How a notice names the object of an event: its number and its two parties, from the rows that both of them see. */
export interface SubjectSql {
  /** Columns id, number, buyer_id and supplier_id of the objects `$1::uuid[]`. */
  readonly facts: string;
  /** Of the objects `$1::uuid[]`, the ids of those that still wait for the acting organisation. */
  readonly waiting?: string;
}

const own = (table: string): SubjectSql => ({
  facts: `select t.id, t.number, t.buyer_id, t.supplier_id from app.${table} t where t.id = any($1::uuid[])`,
});
const by = (table: string, other: string, on: string): SubjectSql => ({
  facts: `select t.id, o.number, o.buyer_id, o.supplier_id from app.${table} t join app.${other} o on o.id = t.${on} where t.id = any($1::uuid[])`,
});

const ORDER_WAITS = `select o.id from app.orders o where o.id = any($1::uuid[]) and (o.waits_for = app.my_side(o.buyer_id, o.supplier_id)
  or exists (select from app.order_proposal p where p.order_id = o.id and p.status = 'OPEN' and p.side <> app.my_side(o.buyer_id, o.supplier_id)))`;

const STATEMENT_WAITS = `select s.id from app.statement s where s.id = any($1::uuid[]) and s.status = 'SENT'`;

/** By GraphQL type of the subject. */
export const SUBJECTS: Readonly<Record<string, SubjectSql>> = {
  Order: { ...own('orders'), waiting: ORDER_WAITS },
  OrderLine: by('order_line', 'orders', 'order_id'),
  DeliverySchedule: by('order_schedule', 'orders', 'order_id'),
  DespatchAdvice: own('despatch_advice'),
  ReceiptAdvice: own('receipt_advice'),
  Acceptance: by('acceptance', 'receipt_advice', 'receipt_id'),
  GoodsReturn: own('goods_return'),
  WarrantyClaim: own('warranty_claim'),
  Invoice: own('invoice'),
  Dispute: by('dispute', 'invoice', 'invoice_id'),
  InvoiceResponse: by('invoice_response', 'invoice', 'invoice_id'),
  CreditNote: own('credit_note'),
  Payable: by('payable', 'invoice', 'invoice_id'),
  Payment: own('payment'),
  Statement: { ...own('statement'), waiting: STATEMENT_WAITS },
};
