-- The documents on which an invoice rests, one row each, with what they say. Every figure is text in plain digits without zeros at its end and
-- every document names the organisations, orders and lines by numbers that both sides know: equal facts give equal text, whatever the
-- database did meanwhile. What only tells how far a document has got (status, counters) is no part of what it says.
create view app.evidence_part with (security_invoker = true) as
with chain as (
  select distinct i.id as invoice_id, r.receipt_line_id, l.order_id
  from app.invoice i join app.invoice_line l on l.invoice_id = i.id
  left join app.invoice_receipt r on r.invoice_line_id = l.id and r.released_by is null
)
select i.id as invoice_id, 1 as rank, 'CONTRACT' as kind, a.id, a.number, a.signed_on as dated, a.version, jsonb_build_object(
    'number', a.number, 'validFrom', a.valid_from, 'validTo', a.valid_to, 'signedOn', a.signed_on, 'currency', a.currency, 'priceBasis', a.price_basis,
    'rounding', a.rounding, 'termDays', a.term_days::text, 'termBasis', a.term_basis, 'inspectionDays', a.inspection_days::text,
    'overTolerance', trim_scale(a.over_tolerance)::text, 'underTolerance', trim_scale(a.under_tolerance)::text,
    'priceTolerance', trim_scale(a.price_tolerance)::text, 'lateRate', trim_scale(a.late_rate)::text,
    'taxRates', (select jsonb_agg(trim_scale(t)::text order by t) from unnest(a.tax_rates) t)) as facts
from app.invoice i join app.trade_agreement a on a.id = i.agreement_id
union all
select c.invoice_id, 2, 'ORDER', o.id, o.number, o.issued_on, o.agreed_revision, jsonb_build_object('number', o.number, 'issuedOn', o.issued_on,
    'typeCode', o.type_code, 'revision', o.agreed_revision::text, 'header', v.header,
    'lines', (select jsonb_agg(jsonb_build_object('line', l.line_no) || x.content order by l.position, l.line_no)
      from app.order_line l cross join lateral (select n.content from app.order_revision_line n
        where n.order_id = o.id and n.line_no = l.line_no and n.revision <= o.agreed_revision order by n.revision desc limit 1) x
      where l.order_id = o.id))
from (select distinct invoice_id, order_id from chain) c join app.orders o on o.id = c.order_id
join app.order_revision v on v.order_id = o.id and v.revision = o.agreed_revision
union all
select d.invoice_id, 3, 'DESPATCH', a.id, a.number, coalesce(a.despatched_on, a.issued_on), a.version, jsonb_build_object('number', a.number,
    'issuedOn', a.issued_on, 'despatchedOn', a.despatched_on, 'expectedOn', a.expected_on, 'carrier', a.carrier, 'consignment', a.consignment,
    'note', a.note, 'details', a.details, 'lines', (select jsonb_agg(jsonb_build_object('order', o.number, 'line', l.line_no,
      'quantity', trim_scale(l.quantity)::text, 'unit', l.unit, 'orderQuantity', trim_scale(l.order_quantity)::text, 'lot', l.lot,
      'outstanding', trim_scale(l.outstanding_quantity)::text, 'note', l.note) order by l.position)
      from app.despatch_line l join app.orders o on o.id = l.order_id where l.despatch_id = a.id))
from (select distinct c.invoice_id, r.despatch_id from chain c join app.receipt_line r on r.id = c.receipt_line_id) d
join app.despatch_advice a on a.id = d.despatch_id
union all
select d.invoice_id, 4, 'RECEIPT', a.id, a.number, a.received_on, null, jsonb_build_object('number', a.number, 'receivedOn', a.received_on,
    'despatch', (select s.number from app.despatch_advice s where s.id = a.despatch_id), 'note', a.note, 'details', a.details,
    'lines', (select jsonb_agg(jsonb_build_object('position', l.position::text, 'order', o.number, 'line', l.line_no, 'unit', l.unit,
      'received', trim_scale(l.received_written)::text, 'short', trim_scale(l.short_written)::text, 'shortAction', l.short_action,
      'rejected', trim_scale(l.rejected_written)::text, 'rejectReason', l.reject_reason, 'rejectAction', l.reject_action,
      'orderReceived', trim_scale(l.received)::text, 'lot', l.lot, 'note', l.note) order by l.position)
      from app.receipt_line l join app.orders o on o.id = l.order_id where l.receipt_id = a.id))
from (select distinct c.invoice_id, r.receipt_id from chain c join app.receipt_line r on r.id = c.receipt_line_id) d
join app.receipt_advice a on a.id = d.receipt_id
union all
select d.invoice_id, 5, 'ACCEPTANCE', a.id, a.number, a.accepted_on, null, jsonb_build_object('number', a.number, 'acceptedOn', a.accepted_on,
    'kind', a.kind, 'way', a.way, 'receipt', t.number, 'note', a.note,
    'lines', (select jsonb_agg(jsonb_build_object('order', o.number, 'line', r.line_no, 'position', r.position::text,
      'accepted', trim_scale(l.accepted)::text, 'refused', trim_scale(l.refused)::text, 'noted', trim_scale(l.noted)::text, 'reason', l.reason,
      'action', l.action, 'priceReduction', trim_scale(l.price_reduction)::text, 'note', l.note) order by l.position, r.position)
      from app.acceptance_line l join app.receipt_line r on r.id = l.receipt_line_id join app.orders o on o.id = l.order_id
      where l.acceptance_id = a.id))
from (select distinct c.invoice_id, l.acceptance_id from chain c join app.acceptance_line l on l.receipt_line_id = c.receipt_line_id) d
join app.acceptance a on a.id = d.acceptance_id join app.receipt_advice t on t.id = a.receipt_id
union all
select i.id, 6, 'INVOICE', i.id, i.number, i.issued_on, i.version, jsonb_build_object('number', i.number, 'typeCode', i.type_code, 'issuedOn', i.issued_on,
    'receivedOn', i.received_on, 'taxPointOn', i.tax_point_on, 'currency', i.currency, 'priceBasis', i.price_basis, 'rounding', i.rounding,
    'linesTotal', trim_scale(i.lines_total)::text, 'allowance', trim_scale(i.allowance)::text, 'charge', trim_scale(i.charge)::text,
    'netTotal', trim_scale(i.net_total)::text, 'taxTotal', trim_scale(i.tax_total)::text, 'total', trim_scale(i.total)::text,
    'prepaid', trim_scale(i.prepaid)::text, 'due', trim_scale(i.due)::text, 'buyerReference', i.buyer_reference, 'note', i.note, 'details', i.details,
    'lines', (select jsonb_agg(jsonb_build_object('line', l.line_no, 'order', l.order_number, 'orderLine', l.order_line_no, 'itemName', l.item_name,
      'buyerItemId', l.buyer_item_id, 'sellerItemId', l.seller_item_id, 'quantity', trim_scale(l.quantity)::text, 'unit', l.unit,
      'orderQuantity', trim_scale(l.order_quantity)::text, 'price', trim_scale(l.price)::text, 'priceQuantity', trim_scale(l.price_basis)::text,
      'taxCategory', l.tax_category, 'taxRate', trim_scale(l.tax_rate)::text, 'amount', trim_scale(l.amount)::text,
      'taxAmount', trim_scale(l.tax_amount)::text, 'gross', trim_scale(l.gross)::text, 'note', l.note) order by l.position)
      from app.invoice_line l where l.invoice_id = i.id))
from app.invoice i
union all
select n.invoice_id, 7, 'CREDIT_NOTE', n.id, n.number, n.issued_on, n.version, jsonb_build_object('number', n.number, 'kind', n.kind, 'issuedOn', n.issued_on,
    'currency', n.currency, 'netTotal', trim_scale(n.net_total)::text, 'taxTotal', trim_scale(n.tax_total)::text, 'total', trim_scale(n.total)::text,
    'reason', n.reason, 'lines', (select jsonb_agg(jsonb_build_object('line', v.line_no, 'quantity', trim_scale(l.quantity)::text,
      'amount', trim_scale(l.amount)::text, 'taxAmount', trim_scale(l.tax_amount)::text, 'gross', trim_scale(l.gross)::text, 'note', l.note) order by l.position)
      from app.credit_note_line l join app.invoice_line v on v.id = l.invoice_line_id where l.credit_note_id = n.id))
from app.credit_note n;

-- The evidence of one invoice: its parts, the files beside them, and which receipts its lines claim.
create view app.invoice_evidence with (security_invoker = true) as
select i.id, i.buyer_id, i.supplier_id, i.number, i.currency,
  jsonb_build_object('name', b.legal_name, 'uscc', b.uscc) as buyer, jsonb_build_object('name', s.legal_name, 'uscc', s.uscc) as supplier,
  (select jsonb_agg(jsonb_build_object('kind', p.kind, 'id', p.id, 'number', p.number, 'date', p.dated, 'version', p.version, 'facts', p.facts)
     order by p.rank, p.dated, p.number, p.id) from app.evidence_part p where p.invoice_id = i.id) as parts,
  (select coalesce(jsonb_agg(jsonb_build_object('id', t.id, 'kind', t.kind, 'on', p.kind, 'onNumber', p.number, 'name', f.name, 'sha256', encode(f.sha256, 'hex'),
      'date', (t.business_time at time zone 'Asia/Shanghai')::date, 'superseded', x.id is not null) order by p.rank, p.number, t.at, t.id), '[]')
   from app.evidence_part p join app.attachment t on t.subject_id = p.id join app.file f on f.id = t.file_id
   left join app.attachment_superseded x on x.attachment_id = t.id where p.invoice_id = i.id) as files,
  (select coalesce(jsonb_agg(jsonb_build_object('line', l.line_no, 'receipt', a.number, 'position', r.position::text,
      'quantity', trim_scale(c.quantity)::text, 'accepted', trim_scale(r.accepted)::text, 'returned', trim_scale(r.returned)::text)
      order by l.position, a.number, r.position, c.at, c.id), '[]')
   from app.invoice_receipt c join app.invoice_line l on l.id = c.invoice_line_id join app.receipt_line r on r.id = c.receipt_line_id
   join app.receipt_advice a on a.id = r.receipt_id where c.invoice_id = i.id and c.released_by is null) as claims
from app.invoice i join app.organisation b on b.id = i.buyer_id join app.organisation s on s.id = i.supplier_id;

grant select on app.evidence_part, app.invoice_evidence to hub_app, hub_worker;
