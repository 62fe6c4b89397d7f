-- The uuid behind a public id of that kind; null for any other text, so that no look-up can fail on it.
create function app.id_of(prefix text, given text) returns uuid language sql immutable parallel safe set search_path = '' as $$
  select case when given ~ ('^' || prefix || '_[0-9a-f]{32}$') then pg_catalog.substr(given, pg_catalog.length(prefix) + 2)::uuid end
$$;
revoke execute on function app.id_of(text, text) from public;
grant execute on function app.id_of(text, text) to hub_app, hub_worker;

-- An organisation as documents name it.
create view app.document_party with (security_invoker = true) as
select o.id, jsonb_build_object('name', o.legal_name, 'uscc', o.uscc, 'identifiers', coalesce(
  (select jsonb_agg(jsonb_build_object('scheme', i.scheme, 'value', i.value) order by i.scheme, i.value)
   from app.organisation_identifier i where i.org_id = o.id and i.confirmed), '[]')) as facts
from app.organisation o;

-- Every document that can be written: what came in, and what stands on the hub, with the document that it came in with where there was one.
create view app.exported_document with (security_invoker = true) as
select i.id, 'IMPORT' as source, i.kind, i.number, i.issued_on, o.number as order_number, null::jsonb as facts, i.document as received, b.facts as buyer, s.facts as seller
from app.document_import i
join app.orders o on o.id = i.order_id join app.document_party b on b.id = i.buyer_id join app.document_party s on s.id = i.supplier_id
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
where o.status = 'CANCELLED';

grant select on app.document_party, app.exported_document to hub_app, hub_worker;
