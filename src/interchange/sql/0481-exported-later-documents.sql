-- An organisation as documents of billing name it: with the country in which it is.
create view app.document_trader with (security_invoker = true) as
select p.id, p.facts || jsonb_build_object('country', o.country) as facts from app.document_party p join app.organisation o on o.id = p.id;

-- What documents of ordering say, and now those of delivery too. An imported one may be about no order.
create or replace view app.exported_document with (security_invoker = true) as
select i.id, 'IMPORT' as source, i.kind, i.number, i.issued_on, o.number as order_number, null::jsonb as facts, i.document as received, b.facts as buyer, s.facts as seller
from app.document_import i
left join app.orders o on o.id = i.order_id join app.document_party b on b.id = i.buyer_id join app.document_party s on s.id = i.supplier_id
where i.kind not in ('INVOICE', 'CREDIT_NOTE', 'APPLICATION_RESPONSE')
union all
select o.id, 'ORDER', 'ORDER', o.number, o.issued_on, o.number,
  jsonb_build_object('typeCode', o.type_code,
    'header', r.header || jsonb_strip_nulls(jsonb_build_object(
      'salesOrderNumber', o.sales_order_number, 'promisedFrom', o.promised_from, 'promisedTo', o.promised_to)),
    'lines', (select jsonb_agg(c.content order by l.position)
      from app.order_line l join app.order_revision_line c on (c.order_id, c.revision, c.line_no) = (l.order_id, l.revision, l.line_no)
      where l.order_id = o.id and l.state = 'ACTIVE')),
  (select i.document from app.document_import i where i.order_id = o.id and i.kind = 'ORDER' order by i.at desc, i.id desc limit 1), b.facts, s.facts
from app.orders o join app.order_revision r on (r.order_id, r.revision) = (o.id, o.revision)
join app.document_party b on b.id = o.buyer_id join app.document_party s on s.id = o.supplier_id
union all
select p.id, 'PROPOSAL', case p.side when 'BUYER' then 'ORDER_CHANGE' else 'ORDER_RESPONSE' end, p.number, (p.business_time at time zone 'Asia/Shanghai')::date, o.number,
  jsonb_build_object('code', 'CA', 'note', p.note, 'header', p.header_after,
    'lines', (select jsonb_agg(l.after || jsonb_build_object('change', l.kind) order by l.position) from app.order_proposal_line l where l.proposal_id = p.id)),
  (select i.document from app.document_import i where i.order_id = p.order_id and i.kind = 'ORDER_CHANGE' and i.number = p.number and p.side = 'BUYER'
   order by i.at desc, i.id desc limit 1), b.facts, s.facts
from app.order_proposal p join app.orders o on o.id = p.order_id
join app.document_party b on b.id = p.buyer_id join app.document_party s on s.id = p.supplier_id
union all
select r.id, 'RESPONSE', k.kind, r.number, (r.business_time at time zone 'Asia/Shanghai')::date, o.number,
  jsonb_build_object('code', r.code, 'note', r.note, 'answers', a.number, 'header', jsonb_strip_nulls(jsonb_build_object('currency', o.currency,
      'salesOrderNumber', r.sales_order_number, 'promisedFrom', r.promised_from, 'promisedTo', r.promised_to)),
    'lines', (select jsonb_agg(coalesce(l.after, '{}') || jsonb_strip_nulls(jsonb_build_object('lineId', rl.line_no, 'action', rl.action, 'note', rl.note)) order by rl.position)
      from app.order_response_line rl left join app.order_proposal_line l on (l.proposal_id, l.line_no) = (r.proposes_id, rl.line_no) where rl.response_id = r.id)),
  (select i.document from app.document_import i where i.order_id = r.order_id and i.kind = k.kind and i.number = r.number order by i.at desc, i.id desc limit 1),
  b.facts, s.facts
from app.order_response r
join (values ('ORDER_RESPONSE'), ('ORDER_RESPONSE_SIMPLE')) k(kind) on k.kind = 'ORDER_RESPONSE' or r.code in ('AP', 'RE')
join app.orders o on o.id = r.order_id left join app.order_proposal a on a.id = r.answers_id
join app.document_party b on b.id = r.buyer_id join app.document_party s on s.id = r.supplier_id
union all
select o.id, 'CANCELLATION', 'ORDER_CANCELLATION', coalesce(c.number, o.number), (coalesce(c.business_time, o.changed_at) at time zone 'Asia/Shanghai')::date, o.number,
  jsonb_build_object('note', c.reason),
  (select i.document from app.document_import i where i.order_id = o.id and i.kind = 'ORDER_CANCELLATION' order by i.at desc, i.id desc limit 1), b.facts, s.facts
from app.orders o left join app.order_cancellation c on c.order_id = o.id
join app.document_party b on b.id = o.buyer_id join app.document_party s on s.id = o.supplier_id
where o.status = 'CANCELLED'
union all
select d.id, 'DESPATCH', 'DESPATCH_ADVICE', d.number, d.issued_on, null,
  jsonb_strip_nulls(jsonb_build_object('despatchedOn', d.despatched_on, 'expectedOn', d.expected_on, 'carrier', d.carrier, 'consignment', d.consignment,
    'note', d.note, 'details', d.details,
    'lines', (select jsonb_agg(jsonb_build_object('order', o.number, 'lineId', f.line_no, 'documentLine', f.document_line, 'position', f.position,
        'quantity', f.quantity::text, 'unit', f.unit, 'outstandingQuantity', f.outstanding_quantity::text, 'outstandingReason', f.outstanding_reason,
        'lot', f.lot, 'note', f.note, 'packages', f.packages, 'itemName', l.item_name, 'description', l.description, 'buyerItemId', l.buyer_item_id,
        'sellerItemId', l.seller_item_id, 'standardItemId', l.standard_item_id) order by f.position)
      from app.despatch_line f join app.orders o on o.id = f.order_id join app.order_line l on l.id = f.line_id where f.despatch_id = d.id))),
  (select i.document from app.document_import i where i.despatch_id = d.id and i.kind = 'DESPATCH_ADVICE' order by i.at desc, i.id desc limit 1), b.facts, s.facts
from app.despatch_advice d join app.document_party b on b.id = d.buyer_id join app.document_party s on s.id = d.supplier_id
union all
select r.id, 'RECEIPT', 'RECEIPT_ADVICE', r.number, (r.business_time at time zone 'Asia/Shanghai')::date, null,
  jsonb_strip_nulls(jsonb_build_object('receivedOn', r.received_on, 'despatch', d.number, 'note', r.note, 'details', r.details,
    'lines', (select jsonb_agg(jsonb_build_object('order', o.number, 'lineId', f.line_no, 'documentLine', f.document_line, 'position', f.position, 'unit', f.unit,
        'received', f.received_written::text, 'short', f.short_written::text, 'shortAction', f.short_action, 'rejected', f.rejected_written::text,
        'rejectReason', f.reject_reason, 'rejectAction', f.reject_action, 'lot', f.lot, 'note', f.note, 'itemName', l.item_name,
        'buyerItemId', l.buyer_item_id, 'sellerItemId', l.seller_item_id, 'standardItemId', l.standard_item_id) order by f.position)
      from app.receipt_line f join app.orders o on o.id = f.order_id join app.order_line l on l.id = f.line_id where f.receipt_id = r.id))),
  (select i.document from app.document_import i where i.receipt_id = r.id and i.kind = 'RECEIPT_ADVICE' order by i.at desc, i.id desc limit 1), b.facts, s.facts
from app.receipt_advice r left join app.despatch_advice d on d.id = r.despatch_id
join app.document_party b on b.id = r.buyer_id join app.document_party s on s.id = r.supplier_id;

-- Invoices, what takes them back, and what is answered to them. None of them changes, so an imported one is written as it came.
create view app.exported_bill with (security_invoker = true) as
select i.id, 'IMPORT' as source, i.kind, i.number, i.issued_on, null::text as order_number, null::jsonb as facts, i.document as received,
  b.facts as buyer, s.facts as seller
from app.document_import i join app.document_trader b on b.id = i.buyer_id join app.document_trader s on s.id = i.supplier_id
where i.kind in ('INVOICE', 'CREDIT_NOTE', 'APPLICATION_RESPONSE')
union all
select v.id, 'INVOICE', 'INVOICE', v.number, v.issued_on, null,
  jsonb_strip_nulls(jsonb_build_object('typeCode', v.type_code, 'taxPointOn', v.tax_point_on, 'currency', v.currency, 'priceBasis', v.price_basis,
    'linesTotal', v.lines_total::text, 'allowance', v.allowance::text, 'charge', v.charge::text, 'netTotal', v.net_total::text,
    'taxTotal', v.tax_total::text, 'total', v.total::text, 'prepaid', v.prepaid::text, 'roundingAmount', v.rounding_amount::text, 'due', v.due::text,
    'buyerReference', v.buyer_reference, 'note', v.note, 'details', v.details, 'adjustments', v.adjustments, 'taxBreakdown', v.tax_breakdown,
    'fapiao', v.fapiao_number, 'original', o.number,
    'lines', (select jsonb_agg(jsonb_build_object('lineId', l.line_no, 'order', l.order_number, 'orderLineId', l.order_line_no, 'itemName', l.item_name,
        'description', l.description, 'buyerItemId', l.buyer_item_id, 'sellerItemId', l.seller_item_id, 'standardItemId', l.standard_item_id,
        'quantity', l.quantity::text, 'unit', l.unit, 'price', l.price::text, 'priceBasis', l.price_basis::text, 'adjustments', l.adjustments,
        'taxCategory', l.tax_category, 'taxRate', l.tax_rate::text, 'amount', l.amount::text, 'taxAmount', l.tax_amount::text, 'note', l.note,
        'details', l.details) order by l.position)
      from app.invoice_line l where l.invoice_id = v.id))),
  (select i.document from app.document_import i where i.invoice_id = v.id and i.kind = 'INVOICE' and i.credit_note_id is null order by i.at desc, i.id desc limit 1),
  b.facts, s.facts
from app.invoice v left join app.invoice o on o.id = v.original_id
join app.document_trader b on b.id = v.buyer_id join app.document_trader s on s.id = v.supplier_id
union all
select c.id, 'CREDIT_NOTE', coalesce(i.kind, 'CREDIT_NOTE'), c.number, c.issued_on, null,
  jsonb_strip_nulls(jsonb_build_object('currency', c.currency, 'netTotal', c.net_total::text, 'taxTotal', c.tax_total::text, 'total', c.total::text,
    'note', c.reason, 'original', v.number, 'originalOn', v.issued_on, 'buyerReference', v.buyer_reference, 'fapiao', c.fapiao_number,
    'lines', (select jsonb_agg(jsonb_build_object('lineId', l.line_no, 'order', l.order_number, 'orderLineId', l.order_line_no, 'itemName', l.item_name,
        'description', l.description, 'buyerItemId', l.buyer_item_id, 'sellerItemId', l.seller_item_id, 'standardItemId', l.standard_item_id,
        'quantity', n.quantity::text, 'unit', l.unit, 'taxCategory', l.tax_category, 'taxRate', l.tax_rate::text, 'amount', n.amount::text,
        'taxAmount', n.tax_amount::text, 'note', n.note) order by n.position)
      from app.credit_note_line n join app.invoice_line l on l.id = n.invoice_line_id where n.credit_note_id = c.id))),
  i.document, b.facts, s.facts
from app.credit_note c join app.invoice v on v.id = c.invoice_id
left join lateral (select d.kind, d.document from app.document_import d where d.credit_note_id = c.id order by d.at desc, d.id desc limit 1) i on true
join app.document_trader b on b.id = c.buyer_id join app.document_trader s on s.id = c.supplier_id
union all
select r.id, 'INVOICE_RESPONSE', 'APPLICATION_RESPONSE', coalesce(r.number, v.number || '-' || r.code), r.issued_on, null,
  jsonb_strip_nulls(jsonb_build_object('code', r.code, 'part', r.part, 'reasons', r.reason_codes, 'actions', r.action_codes,
    'clarifications', r.clarifications, 'note', r.note, 'invoice', v.number, 'invoiceOn', v.issued_on, 'invoiceType', v.type_code)),
  (select i.document from app.document_import i where i.invoice_response_id = r.id order by i.at desc, i.id desc limit 1), b.facts, s.facts
from app.invoice_response r join app.invoice v on v.id = r.invoice_id
join app.document_trader b on b.id = r.buyer_id join app.document_trader s on s.id = r.supplier_id;

grant select on app.document_trader, app.exported_bill to hub_app, hub_worker;
