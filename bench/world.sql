-- Every value is a function of the row number, so that each run measures the same world. Constraints and triggers are off while
-- it is written (the facts behind each order are there all the same); they are on in every measurement.
set session_replication_role = replica;
set search_path = app;

create function pg_temp.key(kind text, n int) returns uuid language sql immutable as $$ select md5(kind || ':' || n)::uuid $$;
create function pg_temp.supplier_of(n int) returns int language sql immutable as $$
  select case when n % 100 < 12 then 21 else 22 + (n * 31 % 179) end $$;

insert into organisation (id, country, legal_name, name_zh, name_en, size_class, roles, status)
select pg_temp.key('org', n), 'SE', 'Bench organisation ' || n, '基准企业' || n, 'Bench ' || n,
  case when n <= 20 then 'LARGE' else 'SMALL' end, array[case when n <= 20 then 'BUYER' else 'SUPPLIER' end], 'VERIFIED'
from generate_series(1, 200) n;

insert into relationship (org_id, other_id)
select pg_temp.key('org', a), pg_temp.key('org', b) from generate_series(1, 200) a, generate_series(1, 200) b where (a <= 20) <> (b <= 20);

insert into api_key (id, org_id, name, secret_hash, scopes, created_by, expires_at, ends_at)
select pg_temp.key('key', n), pg_temp.key('org', n), 'bench', sha256(convert_to('rt_bench_' || n, 'UTF8')),
  array['orders:read', 'orders:write', 'amounts:read', 'parties:read', 'feed:read'], pg_temp.key('org', n), now() + interval '1 day', now() + interval '1 day'
from generate_series(1, 200) n;

insert into orders (id, buyer_id, supplier_id, number, number_key, type_code, issued_on, status, agreed_revision, waits_for, waits_since, currency,
  note, deliver_from, deliver_to, lines_total, total, payable, line_count, created_at, changed_at, business_time)
select pg_temp.key('order', n), pg_temp.key('org', 1 + n % 20), pg_temp.key('org', pg_temp.supplier_of(n)), 'PO-' || n, 'PO' || n, '220',
  date '2026-01-01' + n % 300, case when n % 3 = 0 then 'ISSUED' else 'IN_FORCE' end, case when n % 3 = 0 then null else 1 end,
  case when n % 3 = 0 then 'SUPPLIER' end, case when n % 3 = 0 then timestamptz '2026-01-01 08:00+08' + n * interval '1 minute' end, 'CNY',
  'Deliver to gate ' || n % 7, date '2026-11-01' + n % 60, date '2026-11-03' + n % 60, 5 * (100 + n % 900), 5 * (100 + n % 900), 5 * (100 + n % 900), 5,
  timestamptz '2026-01-01 08:00+08' + n * interval '1 minute', timestamptz '2026-01-01 08:00+08' + n * interval '1 minute',
  timestamptz '2026-01-01 08:00+08' + n * interval '1 minute'
from generate_series(1, 100000) n;

insert into order_line (id, order_id, buyer_id, supplier_id, line_no, position, revision, state, item_name, buyer_item_id, quantity, unit, price,
  price_basis, amount, currency)
select pg_temp.key('line', n * 5 + l), o.id, o.buyer_id, o.supplier_id, lpad((l * 10)::text, 5, '0'), l, 1, 'ACTIVE', 'Item ' || (n * 7 + l) % 5000,
  'B-' || (n * 7 + l) % 5000, 10, 'EA', trim_scale((100 + n % 900) * 0.1), 1, 100 + n % 900, 'CNY'
from generate_series(1, 100000) n join orders o on o.id = pg_temp.key('order', n), generate_series(1, 5) l;

insert into order_schedule (id, line_id, order_id, buyer_id, supplier_id, schedule_no, position, quantity, requested_from, requested_to)
select md5('schedule:' || l.id || s)::uuid, l.id, l.order_id, l.buyer_id, l.supplier_id, s::text, s, case when l.position % 2 = 0 then 5 else 10 end,
  date '2026-11-01' + (l.position + s), date '2026-11-03' + (l.position + s)
from order_line l, generate_series(1, 2) s where s = 1 or l.position % 2 = 0;

insert into order_revision (id, order_id, buyer_id, supplier_id, revision, origin, org_id, actor_id, header, total, currency, business_time)
select md5('revision:' || id)::uuid, id, buyer_id, supplier_id, 1, 'ISSUED', buyer_id, buyer_id, jsonb_build_object('currency', currency, 'note', note, 'deliverFrom', deliver_from, 'deliverTo', deliver_to), total, currency, business_time from orders;

insert into order_revision_line (id, order_id, buyer_id, supplier_id, revision, line_no, position, kind, content, amount)
select md5('revline:' || l.id)::uuid, l.order_id, l.buyer_id, l.supplier_id, 1, l.line_no, l.position, 'ADDED',
  jsonb_build_object('lineId', l.line_no, 'state', 'ACTIVE', 'itemName', l.item_name, 'buyerItemId', l.buyer_item_id, 'quantity', l.quantity::text,
    'unit', l.unit, 'price', l.price::text, 'priceBasis', '1', 'schedules', (
      select jsonb_agg(jsonb_build_object('scheduleId', s.schedule_no, 'quantity', s.quantity::text, 'requestedFrom', s.requested_from,
        'requestedTo', s.requested_to) order by s.position) from order_schedule s where s.line_id = l.id)), l.amount
from order_line l where l.order_id in (select id from orders where status = 'ISSUED');

insert into order_agreement (id, order_id, buyer_id, supplier_id, revision, org_id, actor_id, business_time)
select md5('agreement:' || id)::uuid, id, buyer_id, supplier_id, 1, supplier_id, supplier_id, business_time from orders where status = 'IN_FORCE';

set session_replication_role = default;
analyze;
