-- Despatches and receipts as they change the balances. Each document is written at once and whole; its lines are counted as one set.
-- Whole tables are never scanned: a table that grows fast is planned as if it were still small.

create function app.despatch_counts() returns trigger language plpgsql security definer set search_path = '' set enable_seqscan = off as $$
declare
  bad record;
begin
  select f.line_id, d.id is null as late, b.line_id is null or b.ordered = 0 as strange, b.closed_on is not null as closed into bad
  from fresh f
  left join app.despatch_advice d on d.id = f.despatch_id and d.status = 'SENT' and d.xmin = pg_current_xact_id()::xid
  left join app.line_balance b on b.line_id = f.line_id
  left join app.order_line l on l.id = f.line_id
  where d.id is null or b.line_id is null or b.ordered = 0 or b.closed_on is not null or f.handled <> 0 or f.line_no <> l.line_no
    or app.convert_unit(f.quantity, f.unit, b.unit) is distinct from f.order_quantity
  limit 1;
  if found then
    perform app.goods_refused(case when bad.late then 'document_written_at_once' when bad.strange then 'line_not_deliverable'
      when bad.closed then 'line_closed' else 'quantity_converted' end, 'this cannot be despatched', bad.line_id);
  end if;
  update app.line_balance b set despatched = trim_scale(b.despatched + n.quantity), in_transit = trim_scale(b.in_transit + n.quantity)
  from (select line_id, sum(order_quantity) as quantity from fresh group by line_id) n where b.line_id = n.line_id;
  select b.line_id, b.ceiling - (b.received - b.replaced + b.in_transit) as short into bad
  from app.line_balance b where b.line_id in (select line_id from fresh) and b.received - b.replaced + b.in_transit > b.ceiling limit 1;
  if found then
    perform app.goods_refused('despatch_within_tolerance', 'more would be under way than was ordered', bad.line_id,
      jsonb_build_object('over', trim_scale(-bad.short)::text));
  end if;
  perform app.spread_deliveries((select array_agg(distinct line_id) from fresh));
  return null;
end $$;
create trigger counts after insert on app.despatch_line referencing new table as fresh for each statement execute function app.despatch_counts();
alter function app.despatch_counts() owner to hub_guard;

-- A despatch is taken back as long as nothing of it was received; the balances are locked first, so that no receipt comes between.
create function app.despatch_taken_back() returns trigger language plpgsql security definer set search_path = '' set enable_seqscan = off as $$
declare
  touched uuid[];
begin
  if app.me() is distinct from new.supplier_id then
    raise exception 'only the supplier takes a despatch back' using errcode = '42501', constraint = 'wrong_hands';
  end if;
  update app.line_balance b set despatched = trim_scale(b.despatched - n.quantity), in_transit = trim_scale(b.in_transit - n.open)
  from (select line_id, sum(order_quantity) as quantity, sum(greatest(order_quantity - handled, 0)) as open
        from app.despatch_line where despatch_id = new.id group by line_id) n
  where b.line_id = n.line_id;
  if exists (select from app.receipt_advice r where r.despatch_id = new.id) then
    raise exception 'goods of this despatch have been received' using errcode = '23514', constraint = 'despatch_received';
  end if;
  select array_agg(distinct line_id) into touched from app.despatch_line where despatch_id = new.id;
  perform app.spread_deliveries(touched);
  return null;
end $$;
create trigger taken_back after update of status on app.despatch_advice for each row
  when (new.status = 'CANCELLED' and old.status <> 'CANCELLED') execute function app.despatch_taken_back();
alter function app.despatch_taken_back() owner to hub_guard;

create function app.receipt_counts() returns trigger language plpgsql security definer set search_path = '' set enable_seqscan = off as $$
declare
  bad record;
begin
  -- The balances before the checks: whoever takes a despatch back meanwhile waits here, or is seen below.
  with said as (
    select despatch_line_id, sum(received + short + rejected) as handled from fresh where despatch_line_id is not null group by 1
  ), arrived as (
    update app.despatch_line d set handled = trim_scale(d.handled + s.handled) from said s where s.despatch_line_id = d.id
    returning d.line_id, greatest(d.order_quantity - d.handled + s.handled, 0) - greatest(d.order_quantity - d.handled, 0) as quantity
  ), moved as (
    select f.line_id, sum(f.received) as received, sum(f.rejected) as rejected, sum(f.short) as short,
      coalesce(max(a.quantity), 0) as arrived
    from fresh f left join (select line_id, sum(quantity) as quantity from arrived group by line_id) a on a.line_id = f.line_id group by f.line_id
  )
  update app.line_balance b set received = trim_scale(b.received + m.received), rejected = trim_scale(b.rejected + m.rejected),
    short = trim_scale(b.short + m.short), in_transit = trim_scale(b.in_transit - m.arrived)
  from moved m where b.line_id = m.line_id;
  select f.line_id, r.id is null as late, b.line_id is null or b.ordered = 0 as strange, b.closed_on is not null as closed,
    d.status = 'CANCELLED' as gone into bad
  from fresh f
  left join app.receipt_advice r on r.id = f.receipt_id and r.despatch_id is not distinct from f.despatch_id and r.xmin = pg_current_xact_id()::xid
  left join app.despatch_advice d on d.id = f.despatch_id
  left join app.line_balance b on b.line_id = f.line_id
  left join app.order_line l on l.id = f.line_id
  where r.id is null or b.line_id is null or b.ordered = 0 or b.closed_on is not null or d.status = 'CANCELLED' or f.line_no <> l.line_no
    or f.accepted + f.refused + f.returned + f.invoiced <> 0
    or (app.convert_unit(f.received_written, f.unit, b.unit), app.convert_unit(f.short_written, f.unit, b.unit), app.convert_unit(f.rejected_written, f.unit, b.unit))
      is distinct from (f.received::numeric, f.short::numeric, f.rejected::numeric)
  limit 1;
  if found then
    perform app.goods_refused(case when bad.late then 'document_written_at_once' when bad.strange then 'line_not_deliverable'
      when bad.closed then 'line_closed' when bad.gone then 'despatch_cancelled' else 'quantity_converted' end, 'this cannot be received', bad.line_id);
  end if;
  perform app.spread_deliveries((select array_agg(distinct line_id) from fresh));
  return null;
end $$;
create trigger counts after insert on app.receipt_line referencing new table as fresh for each statement execute function app.receipt_counts();
alter function app.receipt_counts() owner to hub_guard;

-- A document has the lines that it says it has.
create function app.delivery_adds_up() returns trigger language plpgsql set search_path = '' as $$
declare
  lines int;
begin
  if tg_table_name = 'despatch_advice' then select count(*) into lines from app.despatch_line where despatch_id = new.id;
  else select count(*) into lines from app.receipt_line where receipt_id = new.id; end if;
  if lines <> new.line_count then
    raise exception 'a document is written whole' using errcode = '23514', constraint = 'document_written_at_once';
  end if;
  return null;
end $$;
create constraint trigger adds_up after insert on app.despatch_advice deferrable initially deferred for each row execute function app.delivery_adds_up();
create constraint trigger adds_up after insert on app.receipt_advice deferrable initially deferred for each row execute function app.delivery_adds_up();

create function app.own_name() returns trigger language plpgsql set search_path = '' as $$
begin
  if new.actor_id is distinct from app.actor() then perform app.wrong_hands('one writes in one''s own name'); end if;
  return new;
end $$;
create trigger hands before insert on app.despatch_advice for each row execute function app.own_name();
create trigger hands before insert on app.receipt_advice for each row execute function app.own_name();
create trigger hands before insert on app.line_closing for each row execute function app.own_name();
create trigger hands before insert on app.delivery_promise for each row execute function app.own_name();

-- Orders that were agreed before deliveries were kept.
select app.open_deliveries(array_agg(o.id order by o.id)) from app.orders o where o.status = 'IN_FORCE';
