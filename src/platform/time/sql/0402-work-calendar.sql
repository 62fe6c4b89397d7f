-- Rest days and make-up working days as the State Council publishes them, year by year. A weekend is a rest day unless WORK stands
-- here for it; a day of the week works unless REST does. A year that is not among the published ones is provisional.
create table app.work_calendar_year (
  id uuid primary key default gen_random_uuid(),
  year int not null check (year between 1990 and 2200),
  published_on date not null,
  source text not null check (length(source) between 1 and 200),
  at timestamptz not null default clock_timestamp(),
  constraint calendar_year_once unique (year)
);
create table app.work_calendar (
  id uuid primary key default gen_random_uuid(),
  day date not null,
  year int not null generated always as (extract(year from day)::int) stored references app.work_calendar_year (year),
  kind text not null check (kind in ('REST', 'WORK')),
  source text not null check (length(source) between 1 and 200),
  constraint calendar_day_once unique (day)
);
create index work_calendar_of_year on app.work_calendar (year, day);

-- The same for everybody, as the law is. The operator publishes; what was published stays.
alter table app.work_calendar_year enable row level security;
alter table app.work_calendar_year force row level security;
alter table app.work_calendar enable row level security;
alter table app.work_calendar force row level security;
create policy owner_all on app.work_calendar_year to hub_owner using (true) with check (true);
create policy owner_all on app.work_calendar to hub_owner using (true) with check (true);
create policy everyone_reads on app.work_calendar_year for select using (true);
create policy everyone_reads on app.work_calendar for select using (true);
create policy operator_publishes on app.work_calendar_year for insert to hub_app with check (app.is_operator());
create policy operator_publishes on app.work_calendar for insert to hub_app with check (app.is_operator());
grant select on app.work_calendar_year, app.work_calendar to hub_app, hub_worker;
grant insert on app.work_calendar_year, app.work_calendar to hub_app;
create trigger history before update or delete or truncate on app.work_calendar_year for each statement execute function app.refuse_change();
create trigger history before update or delete or truncate on app.work_calendar for each statement execute function app.refuse_change();

-- A published year is published at once: a day that came later would change dates without a trace.
create function app.calendar_at_once() returns trigger language plpgsql set search_path = '' as $$
begin
  if not exists (select from app.work_calendar_year y where y.year = extract(year from new.day)::int and y.xmin = pg_current_xact_id()::xid) then
    raise exception 'the days of a year are published with it' using errcode = '42501', constraint = 'wrong_hands';
  end if;
  return new;
end $$;
create trigger at_once before insert on app.work_calendar for each row execute function app.calendar_at_once();

insert into app.work_calendar_year (year, published_on, source) values (2026, '2025-11-04', '国务院办公厅关于2026年部分节假日安排的通知');
insert into app.work_calendar (day, kind, source)
select d::date, 'REST', '国务院办公厅关于2026年部分节假日安排的通知'
from (values (date '2026-01-01', date '2026-01-03'), ('2026-02-15', '2026-02-23'), ('2026-04-04', '2026-04-06'), ('2026-05-01', '2026-05-05'),
  ('2026-06-19', '2026-06-21'), ('2026-09-25', '2026-09-27'), ('2026-10-01', '2026-10-07')) as span (first, last),
  lateral generate_series(span.first::timestamp, span.last::timestamp, interval '1 day') d
union all
select d, 'WORK', '国务院办公厅关于2026年部分节假日安排的通知'
from unnest(array[date '2026-01-04', '2026-02-14', '2026-02-28', '2026-05-09', '2026-09-20', '2026-10-10']) d;
