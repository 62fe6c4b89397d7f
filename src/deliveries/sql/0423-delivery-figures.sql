-- Lines of which something changed since the figures were last counted; written and taken by guards alone.
create table app.delivery_dirty (
  id uuid primary key default app.new_id(),
  line_id uuid not null,
  buyer_id uuid not null,
  supplier_id uuid not null
);
create index delivery_dirty_buyer on app.delivery_dirty (buyer_id);
create index delivery_dirty_supplier on app.delivery_dirty (supplier_id);
call app.protect('app.delivery_dirty', parties => array['buyer_id', 'supplier_id'], writes => array[]::text[]);
drop trigger history on app.delivery_dirty;

-- What the figures rest on: each schedule that has an agreed day, and how it was met.
create table app.delivery_evidence (
  id uuid primary key,
  order_id uuid not null,
  line_id uuid not null,
  buyer_id uuid not null,
  supplier_id uuid not null,
  schedule_no text not null,
  unit text not null check (unit ~ '^[0-9A-Z]{1,3}$'),
  agreed_on date not null,
  quantity app.measure not null,
  -- Of the whole line up to this schedule: what was due, and what of it is enough under the agreed tolerance.
  due app.measure not null,
  enough app.measure not null,
  -- Of what came until the agreed day: accepted at the first decision, and not yet decided.
  accepted_in_time app.measure not null,
  undecided_in_time app.measure not null,
  -- The day on which enough had come, and how many days that is after the agreed one.
  completed_on date,
  days_late int,
  outcome text not null check (outcome in ('EARLY', 'ON_DAY', 'LATE', 'OVERDUE', 'OPEN', 'CLOSED')),
  in_full text not null check (in_full in ('HIT', 'MISS', 'PENDING', 'CLOSED')),
  check ((completed_on is null) = (days_late is null) and (completed_on is not null) = (outcome in ('EARLY', 'ON_DAY', 'LATE'))),
  foreign key (id, order_id, line_id, buyer_id, supplier_id) references app.delivery_schedule (id, order_id, line_id, buyer_id, supplier_id)
);
create index delivery_evidence_pair on app.delivery_evidence (buyer_id, supplier_id, agreed_on, id);
create index delivery_evidence_line on app.delivery_evidence (line_id);
create index delivery_evidence_open_buyer on app.delivery_evidence (buyer_id, agreed_on) where outcome = 'OPEN' or in_full = 'PENDING';
create index delivery_evidence_open_supplier on app.delivery_evidence (supplier_id, agreed_on) where outcome = 'OPEN' or in_full = 'PENDING';
call app.protect('app.delivery_evidence', parties => array['buyer_id', 'supplier_id'], writes => array[]::text[]);
drop trigger history on app.delivery_evidence;

-- How a supplier delivers to a buyer: counts and sums, of which the shares and means are made where they are shown.
create table app.delivery_figure (
  id uuid primary key default app.new_id(),
  buyer_id uuid not null,
  supplier_id uuid not null,
  early int not null default 0,
  on_day int not null default 0,
  late int not null default 0,
  overdue int not null default 0,
  open int not null default 0,
  -- Sum of the days after the agreed one, of the late; and of all complete ones, the early counting below zero.
  days_late bigint not null default 0,
  days_off bigint not null default 0,
  hit int not null default 0,
  miss int not null default 0,
  pending int not null default 0,
  -- Of all that came, by unit: [{"unit": "C62", "came": "8400", "defective": "17"}].
  defects jsonb not null default '[]' check (jsonb_typeof(defects) = 'array'),
  computed_at timestamptz not null default clock_timestamp(),
  business_time timestamptz not null default app.business_now(),
  constraint delivery_figure_once unique (buyer_id, supplier_id)
);
create index delivery_figure_buyer on app.delivery_figure (buyer_id, id);
create index delivery_figure_supplier on app.delivery_figure (supplier_id, id);
call app.protect('app.delivery_figure', parties => array['buyer_id', 'supplier_id'], writes => array[]::text[]);
drop trigger history on app.delivery_figure;

create table app.delivery_month (
  id uuid primary key default app.new_id(),
  buyer_id uuid not null,
  supplier_id uuid not null,
  -- First day of the month in which the agreed days lie.
  month date not null check (extract(day from month) = 1),
  early int not null,
  on_day int not null,
  late int not null,
  overdue int not null,
  open int not null,
  days_late bigint not null,
  days_off bigint not null,
  hit int not null,
  miss int not null,
  pending int not null,
  constraint delivery_month_once unique (buyer_id, supplier_id, month)
);
call app.protect('app.delivery_month', parties => array['buyer_id', 'supplier_id'], writes => array[]::text[]);
drop trigger history on app.delivery_month;

create policy guard_all on app.delivery_dirty to hub_guard using (true) with check (true);
create policy guard_all on app.delivery_evidence to hub_guard using (true) with check (true);
create policy guard_all on app.delivery_figure to hub_guard using (true) with check (true);
create policy guard_all on app.delivery_month to hub_guard using (true) with check (true);
grant select, insert, delete on app.delivery_dirty, app.delivery_month to hub_guard;
grant select, insert, update, delete on app.delivery_evidence to hub_guard;
grant select, insert, update on app.delivery_figure to hub_guard;
-- The defects of a pair of parties are summed over their lines and the few refusals and claims.
create index line_balance_pair on app.line_balance (buyer_id, supplier_id);
create index acceptance_line_refused on app.acceptance_line (buyer_id, supplier_id) where refused > 0;
create index warranty_claim_pair on app.warranty_claim (buyer_id, supplier_id);

-- The sets are compared by EXCEPT, never joined: a plan that was made for one row would compare each with each.
create function app.balance_is_dirty() returns trigger language plpgsql security definer set search_path = '' as $$
begin
  insert into app.delivery_dirty (line_id, buyer_id, supplier_id)
  select c.line_id, c.buyer_id, c.supplier_id from (
    select line_id, buyer_id, supplier_id, received, rejected, accepted, refused, ordered, closed_on, unit from fresh
    except select line_id, buyer_id, supplier_id, received, rejected, accepted, refused, ordered, closed_on, unit from gone) c;
  return null;
end $$;
create trigger is_dirty after update on app.line_balance referencing new table as fresh old table as gone
  for each statement execute function app.balance_is_dirty();
alter function app.balance_is_dirty() owner to hub_guard;

create function app.schedule_is_dirty() returns trigger language plpgsql security definer set search_path = '' as $$
begin
  if tg_op = 'INSERT' then
    insert into app.delivery_dirty (line_id, buyer_id, supplier_id) select distinct line_id, buyer_id, supplier_id from fresh;
  else
    insert into app.delivery_dirty (line_id, buyer_id, supplier_id)
    select distinct c.line_id, c.buyer_id, c.supplier_id from (
      select id, line_id, buyer_id, supplier_id, quantity, agreed_on, position from fresh
      except select id, line_id, buyer_id, supplier_id, quantity, agreed_on, position from gone) c;
  end if;
  return null;
end $$;
create trigger is_dirty after insert on app.delivery_schedule referencing new table as fresh
  for each statement execute function app.schedule_is_dirty();
create trigger is_dirty_again after update on app.delivery_schedule referencing new table as fresh old table as gone
  for each statement execute function app.schedule_is_dirty();
alter function app.schedule_is_dirty() owner to hub_guard;

create function app.warranty_is_dirty() returns trigger language plpgsql security definer set search_path = '' as $$
begin
  insert into app.delivery_dirty (line_id, buyer_id, supplier_id) values (new.line_id, new.buyer_id, new.supplier_id);
  return null;
end $$;
create trigger is_dirty after update of status on app.warranty_claim for each row execute function app.warranty_is_dirty();
alter function app.warranty_is_dirty() owner to hub_guard;

-- Judges the schedules of some lines anew, from the facts. What came first fills the schedule that is agreed for the earliest day.
create function app.judge_deliveries(lines uuid[], today date) returns void language plpgsql set search_path = ''
set plan_cache_mode = force_custom_plan as $$
begin
  delete from app.delivery_evidence e where e.line_id = any(lines)
    and not exists (select from app.delivery_schedule d where d.id = e.id and d.quantity > 0 and d.agreed_on is not null);
  insert into app.delivery_evidence as e (id, order_id, line_id, buyer_id, supplier_id, schedule_no, unit, agreed_on, quantity, due, enough,
    accepted_in_time, undecided_in_time, completed_on, days_late, outcome, in_full)
  with plan as (
    select d.id, d.order_id, d.line_id, d.buyer_id, d.supplier_id, d.schedule_no, b.unit, d.agreed_on, d.quantity, b.under_tolerance, b.closed_on,
      sum(d.quantity) over (partition by d.line_id order by d.agreed_on nulls last, d.position, d.schedule_no) as due
    from app.delivery_schedule d join app.line_balance b on b.line_id = d.line_id
    where d.line_id = any(lines) and d.quantity > 0
  ), passed as (
    select a.receipt_line_id, sum(a.accepted) as accepted from app.acceptance_line a where a.line_id = any(lines) group by 1
  ), came as (
    select l.line_id, r.received_on as day, sum(l.received) as received, sum(coalesce(p.accepted, 0)) as accepted,
      sum(l.received - l.accepted - l.refused) as undecided
    from app.receipt_line l join app.receipt_advice r on r.id = l.receipt_id left join passed p on p.receipt_line_id = l.id
    where l.line_id = any(lines) group by 1, 2
  ), summed as (
    select line_id, day, sum(received) over w as received, sum(accepted) over w as accepted, sum(undecided) over w as undecided
    from came window w as (partition by line_id order by day)
  ), met as (
    select p.*, p.due * (1 - p.under_tolerance) as enough, min(s.day) filter (where s.received >= p.due * (1 - p.under_tolerance)) as completed_on,
      coalesce(max(s.accepted) filter (where s.day <= p.agreed_on), 0) as accepted,
      coalesce(max(s.undecided) filter (where s.day <= p.agreed_on), 0) as undecided
    from plan p left join summed s on s.line_id = p.line_id
    where p.agreed_on is not null
    group by p.id, p.order_id, p.line_id, p.buyer_id, p.supplier_id, p.schedule_no, p.unit, p.agreed_on, p.quantity, p.under_tolerance, p.closed_on, p.due
  )
  select id, order_id, line_id, buyer_id, supplier_id, schedule_no, unit, agreed_on, quantity, trim_scale(due), trim_scale(enough),
    trim_scale(accepted), trim_scale(undecided), completed_on, completed_on - agreed_on,
    case when completed_on < agreed_on then 'EARLY' when completed_on = agreed_on then 'ON_DAY' when completed_on > agreed_on then 'LATE'
      when closed_on <= agreed_on then 'CLOSED' when agreed_on < today then 'OVERDUE' else 'OPEN' end,
    case when accepted >= enough then 'HIT' when completed_on is null and closed_on <= agreed_on then 'CLOSED'
      when agreed_on < today and accepted + undecided < enough then 'MISS' else 'PENDING' end
  from met order by id
  on conflict (id) do update set unit = excluded.unit, agreed_on = excluded.agreed_on, quantity = excluded.quantity, due = excluded.due,
    enough = excluded.enough, accepted_in_time = excluded.accepted_in_time, undecided_in_time = excluded.undecided_in_time,
    completed_on = excluded.completed_on, days_late = excluded.days_late, outcome = excluded.outcome, in_full = excluded.in_full;
end $$;
grant execute on function app.judge_deliveries(uuid[], date) to hub_guard;

-- What of all that came was defective, by unit: turned away at the door, refused at the first decision, or rightly claimed later.
create function app.defects_of(buyer uuid, supplier uuid) returns jsonb language sql stable set search_path = '' as $$
  select coalesce(jsonb_agg(jsonb_build_object('unit', t.unit, 'came', trim_scale(t.came)::text, 'defective', trim_scale(t.defective)::text)
    order by t.unit), '[]')
  from (select b.unit, sum(b.received + b.rejected) as came, sum(b.rejected + coalesce(r.refused, 0) + coalesce(c.claimed, 0)) as defective
        from app.line_balance b
        left join (select a.line_id, sum(a.refused) as refused from app.acceptance_line a
                   where a.buyer_id = buyer and a.supplier_id = supplier and a.refused > 0 group by 1) r on r.line_id = b.line_id
        left join (select w.line_id, sum(w.quantity) as claimed from app.warranty_claim w
                   where w.buyer_id = buyer and w.supplier_id = supplier
                     and exists (select from app.warranty_step s where s.claim_id = w.id and s.status = 'ACCEPTED') group by 1) c on c.line_id = b.line_id
        where b.buyer_id = buyer and b.supplier_id = supplier and b.received + b.rejected > 0
        group by b.unit) t
$$;
grant execute on function app.defects_of(uuid, uuid) to hub_guard;
create policy guard_select on app.warranty_step for select to hub_guard using (true);
grant select on app.warranty_step to hub_guard;

-- The months in which agreed days of some lines lie.
create function app.months_of(lines uuid[]) returns date[] language sql stable set search_path = '' as $$
  select coalesce(array_agg(distinct date_trunc('month', e.agreed_on::timestamp)::date), '{}') from app.delivery_evidence e where e.line_id = any(lines)
$$;
grant execute on function app.months_of(uuid[]) to hub_guard;

-- Counts anew what changed of the acting organisation's deliveries. One count of a pair of parties comes after the other: the row of
-- its figures is locked before anything is read. Answers how many lines were judged.
create function app.refresh_delivery_figures() returns integer language plpgsql security definer set search_path = ''
set plan_cache_mode = force_custom_plan as $$
declare
  mine uuid := app.me();
  today date := app.business_date();
  lines uuid[];
  buyers uuid[];
  suppliers uuid[];
  stale date[];
begin
  insert into app.delivery_figure (buyer_id, supplier_id)
  select distinct d.buyer_id, d.supplier_id from app.delivery_dirty d where d.buyer_id = mine or d.supplier_id = mine order by 1, 2
  on conflict on constraint delivery_figure_once do nothing;
  perform from app.delivery_figure f where f.buyer_id = mine or f.supplier_id = mine order by f.buyer_id, f.supplier_id for no key update;
  with taken as (delete from app.delivery_dirty d where d.buyer_id = mine or d.supplier_id = mine returning d.line_id)
  select array_agg(distinct t.line_id) into lines from (
    select line_id from taken
    union all select e.line_id from app.delivery_evidence e
    where (e.buyer_id = mine or e.supplier_id = mine) and (e.outcome = 'OPEN' or e.in_full = 'PENDING') and e.agreed_on < today) t;
  if lines is null then return 0; end if;
  -- Months that a line leaves are counted again like those that it enters.
  stale := app.months_of(lines);
  perform app.judge_deliveries(lines, today);
  select array_agg(distinct m) into stale from unnest(stale || app.months_of(lines)) m;
  select array_agg(p.buyer_id), array_agg(p.supplier_id) into buyers, suppliers
  from (select distinct b.buyer_id, b.supplier_id from app.line_balance b where b.line_id = any(lines)) p;
  delete from app.delivery_month m using unnest(buyers, suppliers) as p(buyer, supplier)
  where m.buyer_id = p.buyer and m.supplier_id = p.supplier and m.month = any(stale);
  insert into app.delivery_month (buyer_id, supplier_id, month, early, on_day, late, overdue, open, days_late, days_off, hit, miss, pending)
  select e.buyer_id, e.supplier_id, t.month, count(*) filter (where e.outcome = 'EARLY'),
    count(*) filter (where e.outcome = 'ON_DAY'), count(*) filter (where e.outcome = 'LATE'), count(*) filter (where e.outcome = 'OVERDUE'),
    count(*) filter (where e.outcome = 'OPEN'), coalesce(sum(e.days_late) filter (where e.days_late > 0), 0), coalesce(sum(e.days_late), 0),
    count(*) filter (where e.in_full = 'HIT'), count(*) filter (where e.in_full = 'MISS'), count(*) filter (where e.in_full = 'PENDING')
  from unnest(buyers, suppliers) as p(buyer, supplier) cross join unnest(stale) as t(month)
  join app.delivery_evidence e on e.buyer_id = p.buyer and e.supplier_id = p.supplier
    and e.agreed_on >= t.month and e.agreed_on < (t.month + interval '1 month')::date
  group by 1, 2, 3;
  update app.delivery_figure f set early = n.early, on_day = n.on_day, late = n.late, overdue = n.overdue, open = n.open,
    days_late = n.days_late, days_off = n.days_off, hit = n.hit, miss = n.miss, pending = n.pending, defects = app.defects_of(n.buyer, n.supplier),
    computed_at = clock_timestamp(), business_time = app.business_now()
  from (select p.buyer, p.supplier, coalesce(sum(m.early), 0) as early, coalesce(sum(m.on_day), 0) as on_day, coalesce(sum(m.late), 0) as late,
          coalesce(sum(m.overdue), 0) as overdue, coalesce(sum(m.open), 0) as open, coalesce(sum(m.days_late), 0) as days_late,
          coalesce(sum(m.days_off), 0) as days_off, coalesce(sum(m.hit), 0) as hit, coalesce(sum(m.miss), 0) as miss,
          coalesce(sum(m.pending), 0) as pending
        from unnest(buyers, suppliers) as p(buyer, supplier)
        left join app.delivery_month m on m.buyer_id = p.buyer and m.supplier_id = p.supplier group by 1, 2) n
  where f.buyer_id = n.buyer and f.supplier_id = n.supplier;
  return cardinality(lines);
end $$;
alter function app.refresh_delivery_figures() owner to hub_guard;
set local role hub_guard;
grant execute on function app.refresh_delivery_figures() to hub_app, hub_worker;
set local role hub_owner;

-- Lines that were agreed before figures were kept.
insert into app.delivery_dirty (line_id, buyer_id, supplier_id) select b.line_id, b.buyer_id, b.supplier_id from app.line_balance b;
create index receipt_line_pair on app.receipt_line (buyer_id, supplier_id, id);
