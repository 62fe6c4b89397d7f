-- Everything between a buyer and a supplier that an account of a period tells of, each with the day by which it belongs to a period:
-- goods by the day on which they came or went, an invoice by the day on which the buyer had it, a payment by the day from which it
-- counts. Goods carry what their value follows from; all else its amount. What failed or was taken back is not among it.
create view app.statement_subject with (security_invoker = true) as
  select 'RECEIPT'::text as kind, l.id as subject_id, 'ReceiptLine'::text as document_type, l.id as document_id, l.buyer_id, l.supplier_id, o.currency,
    r.received_on as day, r.number as reference, l.order_id, l.line_id as order_line_id, l.received::numeric as quantity, ol.unit,
    null::numeric as amount, ol.quantity::numeric as ordered_quantity, ol.amount::numeric as ordered_amount, ol.tax_rate::numeric as tax_rate,
    o.agreement_id
  from app.receipt_line l
  join app.receipt_advice r on r.id = l.receipt_id
  join app.orders o on o.id = l.order_id
  join app.order_line ol on ol.id = l.line_id
  where l.received > 0
union all
  select 'RETURN', l.id, 'GoodsReturn', l.return_id, l.buyer_id, l.supplier_id, o.currency, r.returned_on, r.number, l.order_id, l.line_id,
    l.quantity::numeric, ol.unit, null, ol.quantity::numeric, ol.amount::numeric, ol.tax_rate::numeric, o.agreement_id
  from app.goods_return_line l
  join app.goods_return r on r.id = l.return_id
  join app.orders o on o.id = l.order_id
  join app.order_line ol on ol.id = l.line_id
union all
  select 'INVOICE', v.id, 'Invoice', v.id, v.buyer_id, v.supplier_id, v.currency, v.received_on, v.number, null, null, null, null,
    -- Less what the invoice itself says was paid before it.
    v.total - v.prepaid, null, null, null, v.agreement_id
  from app.invoice v where v.status not in ('REJECTED', 'VOIDED')
union all
  select 'CREDIT', c.id, 'CreditNote', c.id, c.buyer_id, c.supplier_id, c.currency, (c.business_time at time zone 'Asia/Shanghai')::date, c.number,
    null, null, null, null, c.total::numeric, null, null, null, null
  from app.credit_note c join app.invoice v on v.id = c.invoice_id where v.status not in ('REJECTED', 'VOIDED')
union all
  select 'PRICE_DIFFERENCE', p.id, 'Repricing', p.id, p.buyer_id, p.supplier_id, p.currency, p.agreed_on, o.number, p.order_id, null, null, null,
    p.total::numeric, null, null, null, o.agreement_id
  from app.repricing p join app.orders o on o.id = p.order_id where p.status in ('AGREED', 'SETTLED')
union all
  -- What of a payment went to invoices: costs and interest are no part of their account.
  select 'PAYMENT', p.id, 'Payment', p.id, p.buyer_id, p.supplier_id, p.currency, p.value_on, p.number, null, null, null, null,
    coalesce((select sum(a.amount) from app.payment_allocation a where a.payment_id = p.id and a.component = 'PRINCIPAL'), 0)::numeric,
    null, null, null, null
  from app.payment p where p.status = 'APPLIED'
union all
  select 'PAYMENT', a.id, 'Advance', a.id, a.buyer_id, a.supplier_id, a.currency, a.paid_on, a.number, a.order_id, null, null, null,
    a.amount::numeric, null, null, null, null
  from app.advance a;
grant select on app.statement_subject to hub_app, hub_worker;

-- Where an earlier statement set a line aside.
create index statement_line_set_aside on app.statement_line (buyer_id, supplier_id, currency) where excluded;
