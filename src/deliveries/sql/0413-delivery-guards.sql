-- The sums that no row can hold by itself. All run as the guard, which sees both sides' facts and alone may write the balances.

create function app.goods_refused(refusal text, message text, line uuid, numbers jsonb default '{}') returns void
language plpgsql set search_path = '' as $$
begin
  raise exception '%', message using errcode = '23514', constraint = refusal, detail = (
    select (numbers || jsonb_build_object('lineId', l.line_no))::text from app.order_line l where l.id = line);
end $$;
grant execute on function app.goods_refused(text, text, uuid, jsonb) to hub_guard;

-- Spreads what has come over the schedules of some lines, earliest day first, and says when each is due and at risk. A part is at
-- risk when the supplier expects it later than agreed, or when three days before its day it is not under way.
create function app.spread_deliveries(lines uuid[]) returns void language plpgsql set search_path = '' set enable_seqscan = off as $$
begin
  insert into app.delivery_schedule as d (order_id, line_id, buyer_id, supplier_id, schedule_no, position, quantity, received, under_way,
    open, settled, requested_on, agreed_on, promised_on, due_on, risk_on)
  with spoken as (
    select b.order_id, b.line_id, b.buyer_id, b.supplier_id, s.schedule_no, s.position, s.quantity, b.under_tolerance,
      b.received - b.replaced as come, b.in_transit, b.ordered = 0 or b.closed_on is not null as done,
      coalesce(s.requested_to, o.deliver_to) as requested_on,
      coalesce(s.promised_to, s.requested_to, o.promised_to, o.deliver_to) as agreed_on,
      -- What was said before the line was agreed as it stands has been overtaken by that.
      (select p.promised_on from app.delivery_promise p where p.line_id = s.line_id and p.schedule_no = s.schedule_no
         and p.at > coalesce((select a.at from app.order_agreement a where a.order_id = l.order_id and a.revision >= l.revision
                              order by a.revision limit 1), '-infinity')
       order by p.at desc, p.id desc limit 1) as told_on,
      coalesce(s.promised_to, case when s.requested_to is null then o.promised_to end) as agreed_promise
    from app.line_balance b join app.orders o on o.id = b.order_id join app.order_line l on l.id = b.line_id
    join app.order_schedule s on s.line_id = b.line_id
    where b.line_id = any(lines)
  ), queued as (
    select *, sum(quantity) over (partition by line_id order by agreed_on nulls last, position, schedule_no) as through from spoken
  ), filled as (
    select *, least(greatest(come - (through - quantity), 0), quantity) as has,
      least(greatest(come + in_transit - (through - quantity), 0), quantity) as covered,
      done or come >= through * (1 - under_tolerance) as over
    from queued
  )
  select order_id, line_id, buyer_id, supplier_id, schedule_no, position, trim_scale(quantity), trim_scale(has), trim_scale(covered - has),
    case when done then 0 else trim_scale(quantity - has) end, over, requested_on, agreed_on, coalesce(told_on, agreed_promise),
    coalesce(agreed_on, told_on),
    case when not over then
      case when told_on > agreed_on then '-infinity'::date
        when covered < quantity then coalesce(agreed_on, told_on) - 3 end end
  from filled order by line_id, schedule_no
  on conflict on constraint delivery_schedule_once do update set position = excluded.position, quantity = excluded.quantity,
    received = excluded.received, under_way = excluded.under_way, open = excluded.open, settled = excluded.settled,
    requested_on = excluded.requested_on, agreed_on = excluded.agreed_on, promised_on = excluded.promised_on,
    due_on = excluded.due_on, risk_on = excluded.risk_on
  where (d.position, d.quantity, d.received, d.under_way, d.open, d.settled, d.requested_on, d.agreed_on, d.promised_on, d.due_on, d.risk_on)
    is distinct from (excluded.position, excluded.quantity, excluded.received, excluded.under_way, excluded.open, excluded.settled,
      excluded.requested_on, excluded.agreed_on, excluded.promised_on, excluded.due_on, excluded.risk_on);

  update app.delivery_schedule d set quantity = 0, received = 0, under_way = 0, open = 0, settled = true, risk_on = null
  where d.line_id = any(lines) and d.quantity > 0
    and not exists (select from app.order_schedule s where s.line_id = d.line_id and s.schedule_no = d.schedule_no);

  update app.line_balance b set due_on = n.due_on, risk_on = n.risk_on
  from (select t.line_id, min(d.due_on) as due_on, min(d.risk_on) as risk_on
        from unnest(lines) t(line_id) left join app.delivery_schedule d on d.line_id = t.line_id and not d.settled group by t.line_id) n
  where b.line_id = n.line_id and (b.due_on, b.risk_on) is distinct from (n.due_on, n.risk_on);
end $$;
grant execute on function app.spread_deliveries(uuid[]) to hub_guard;

-- What may still be kept of a line that is ordered so, in its own unit.
create function app.delivery_ceiling(line app.order_line, agreement uuid) returns numeric language sql stable set search_path = '' as $$
  select case when line.state = 'ACTIVE' then trim_scale(line.quantity * (1 + coalesce(
    (select a.over_tolerance from app.trade_agreement a where a.id = agreement), 0))) else 0 end
$$;
grant execute on function app.delivery_ceiling(app.order_line, uuid) to hub_guard;

-- The lines of agreed orders can be delivered, those of a frame by its call-offs only.
create function app.open_deliveries(agreed uuid[]) returns void language plpgsql set search_path = '' as $$
begin
  insert into app.line_balance (line_id, order_id, buyer_id, supplier_id, unit, ordered, ceiling, under_tolerance)
  select l.id, l.order_id, l.buyer_id, l.supplier_id, l.unit, case when l.state = 'ACTIVE' then l.quantity else 0 end,
    app.delivery_ceiling(l, o.agreement_id), coalesce(a.under_tolerance, 0)
  from app.orders o join app.order_line l on l.order_id = o.id left join app.trade_agreement a on a.id = o.agreement_id
  where o.id = any(agreed) and o.status = 'IN_FORCE' and o.type_code <> '221'
  on conflict (line_id) do nothing;
  perform app.spread_deliveries((select coalesce(array_agg(b.line_id), '{}') from app.line_balance b where b.order_id = any(agreed)));
end $$;
grant execute on function app.open_deliveries(uuid[]) to hub_guard;

-- Orders that are agreed in one statement are opened in one, since many are accepted at once.
create function app.order_deliveries() returns trigger language plpgsql security definer set search_path = '' as $$
declare
  agreed uuid[];
  moved record;
begin
  select array_agg(c.id order by c.id) into agreed from (
    select id, status, revision, promised_to, deliver_to from fresh where status = 'IN_FORCE'
    except select id, status, revision, promised_to, deliver_to from gone) c;
  if agreed is not null then perform app.open_deliveries(agreed); end if;
  select b.line_id, trim_scale(b.in_transit + b.received - b.replaced)::text as quantity, b.unit into moved from app.line_balance b
  where b.order_id = any(array(select id from fresh where status = 'CANCELLED' except select id from gone where status = 'CANCELLED'))
    and b.in_transit + b.received - b.replaced > 0 order by b.line_id limit 1;
  if found then
    perform app.goods_refused('below_delivered', 'goods of this order are under way or have come', moved.line_id,
      jsonb_build_object('delivered', moved.quantity, 'unit', moved.unit));
  end if;
  return null;
end $$;
create trigger deliveries after update on app.orders referencing new table as fresh old table as gone
  for each statement execute function app.order_deliveries();
alter function app.order_deliveries() owner to hub_guard;

-- A line cannot become less than what is under way or was kept of it, nor be counted in another unit once something moved.
create function app.line_deliveries() returns trigger language plpgsql security definer set search_path = '' as $$
declare
  b app.line_balance;
  most numeric;
  moved numeric;
begin
  select * into b from app.line_balance where line_id = new.id for update;
  if not found then return null; end if;
  most := app.delivery_ceiling(new, (select o.agreement_id from app.orders o where o.id = new.order_id));
  moved := trim_scale(b.received - b.replaced + b.in_transit);
  if (moved > most and most < b.ceiling) or (new.unit <> b.unit and b.despatched + b.received + b.rejected + b.short > 0) then
    perform app.goods_refused('below_delivered', 'more of the line is under way or has come', new.id,
      jsonb_build_object('delivered', moved::text, 'unit', b.unit));
  end if;
  update app.line_balance set unit = new.unit, ordered = case when new.state = 'ACTIVE' then new.quantity else 0 end, ceiling = most
  where line_id = new.id;
  return null;
end $$;
create trigger deliveries after update of quantity, unit, state on app.order_line for each row
  when ((new.quantity, new.unit, new.state) is distinct from (old.quantity, old.unit, old.state))
  execute function app.line_deliveries();
alter function app.line_deliveries() owner to hub_guard;

create function app.closing_counts() returns trigger language plpgsql security definer set search_path = '' as $$
declare
  b app.line_balance;
begin
  select * into b from app.line_balance where line_id = new.line_id for update;
  if not found or b.ordered = 0 then perform app.goods_refused('line_not_deliverable', 'nothing of this line is awaited', new.line_id); end if;
  if new.closes = (b.closed_on is not null) then perform app.goods_refused('line_closed', 'it is so already', new.line_id); end if;
  if new.closes and b.in_transit > 0 then
    perform app.goods_refused('line_in_transit', 'goods are under way', new.line_id,
      jsonb_build_object('inTransit', trim_scale(b.in_transit)::text, 'unit', b.unit));
  end if;
  update app.line_balance set closed_on = case when new.closes then new.closed_on end, closed_reason = case when new.closes then new.reason end
  where line_id = new.line_id;
  perform app.spread_deliveries(array[new.line_id]);
  return null;
end $$;
create trigger counts after insert on app.line_closing for each row execute function app.closing_counts();
alter function app.closing_counts() owner to hub_guard;

create function app.promise_counts() returns trigger language plpgsql security definer set search_path = '' as $$
begin
  if not exists (select from app.delivery_schedule d where d.line_id = new.line_id and d.schedule_no = new.schedule_no and d.quantity > 0) then
    perform app.goods_refused('line_not_deliverable', 'there is no such schedule', new.line_id);
  end if;
  perform app.spread_deliveries(array[new.line_id]);
  return null;
end $$;
create trigger counts after insert on app.delivery_promise for each row execute function app.promise_counts();
alter function app.promise_counts() owner to hub_guard;
