-- Business time is real time plus one number that every process reads. Tokens, locks and timeouts use real time; policies use none.
create table app.clock (
  id            uuid primary key default '00000000-0000-0000-0000-000000000000' check (id = '00000000-0000-0000-0000-000000000000'),
  ahead_seconds numeric(20, 6) not null default 0 check (ahead_seconds >= 0),
  movable       boolean not null default false,
  constraint clock_fixed check (movable or ahead_seconds = 0)
);
insert into app.clock default values;
grant select on app.clock to hub_app, hub_worker, hub_dispatch, hub_feed, hub_guard;
grant update (ahead_seconds) on app.clock to hub_guard;

create function app.clock_forward() returns trigger language plpgsql set search_path = '' as $$
begin
  if new.ahead_seconds < old.ahead_seconds then
    raise exception 'the business clock never goes backwards' using errcode = '23514', constraint = 'clock_forward';
  end if;
  return new;
end $$;
create trigger clock_forward before update on app.clock for each row execute function app.clock_forward();

-- Seconds, not an interval: the days of an interval are calendar days and would depend on the session's zone.
create function app.business_now() returns timestamptz language sql stable parallel safe set search_path = '' as $$
  select clock_timestamp() + make_interval(secs => (select ahead_seconds from app.clock)::float8)
$$;

create function app.business_date(zone text default 'Asia/Shanghai') returns date language sql stable parallel safe set search_path = '' as $$
  select (app.business_now() at time zone zone)::date
$$;
grant execute on function app.business_now(), app.business_date(text) to hub_app, hub_worker, hub_dispatch, hub_feed, hub_guard;

-- Everything that falls due, written by the transaction that causes it. `kind` is the type of the event that it becomes.
create table app.deadline (
  id              bigint generated always as identity primary key,
  due_at          timestamptz not null,
  kind            text not null check (kind ~ '^[A-Z][A-Z0-9_]{2,59}$'),
  subject         text not null check (subject ~ '^[A-Z][A-Za-z]{1,59}$'),
  subject_id      uuid not null,
  subject_version integer not null check (subject_version >= 0),
  -- Who must act; everyone in `parties` sees the event.
  org_id          uuid not null,
  parties         uuid[] not null check (cardinality(parties) between 1 and 16 and org_id = any (parties)),
  at              timestamptz not null default clock_timestamp(),
  unique (subject_id, kind, org_id)
);
create index deadline_due on app.deadline (due_at, id);

alter table app.deadline enable row level security;
alter table app.deadline force row level security;
create policy owner_all on app.deadline to hub_owner using (true) with check (true);
create policy party_select on app.deadline for select to hub_app, hub_worker using (coalesce((select app.me()) = any (parties), false));
create policy party_insert on app.deadline for insert to hub_app, hub_worker with check (coalesce((select app.me()) = any (parties), false));
create policy party_update on app.deadline for update to hub_app, hub_worker using (coalesce((select app.me()) = any (parties), false));
create policy party_delete on app.deadline for delete to hub_app, hub_worker using (coalesce((select app.me()) = any (parties), false));
grant select, insert, delete, update (due_at, subject_version, parties) on app.deadline to hub_app, hub_worker;

-- Only the ticker's function sees the deadlines of all; update is what a row lock asks for, no deadline is changed by it.
create policy due_select on app.deadline for select to hub_guard using (true);
create policy due_lock on app.deadline for update to hub_guard using (true) with check (false);
create policy due_delete on app.deadline for delete to hub_guard using (true);
grant select, delete, update (due_at) on app.deadline to hub_guard;

-- Turns the earliest due deadlines into events, each once: a row is deleted by the statement that writes its event. Rows that a
-- command or another ticker holds are left for the next call, so that any number of tickers may run and none waits.
-- Answers how many fell due and how long, in business seconds, until the next one (null: none is set).
create function app.tick(batch integer, out fell_due integer, out next_in double precision)
  language plpgsql security definer set search_path = '' as $$
declare present timestamptz := app.business_now();
begin
  with due as materialized (
    select * from app.deadline where due_at <= present order by due_at, id limit batch for update skip locked
  ), gone as (
    delete from app.deadline d using due where d.id = due.id
  ), given as materialized (
    select nextval('app.event_id_seq') as event_id, uuid_send(gen_random_uuid()) as salt, due.* from due order by due.due_at, due.id
  ), written as (
    insert into app.event (id, org_id, type, subject, subject_id, subject_version, request_id, business_time, salt, digest)
    select event_id, org_id, kind, subject, subject_id, subject_version, 'deadline', due_at, salt, app.event_digest(salt, null, 'deadline', null, '{}')
    from given
  ), queued as (
    insert into app.outbox (event_id, parties) select event_id, parties from given
  )
  select count(*) into fell_due from given;
  select extract(epoch from min(due_at) - present) into next_in from app.deadline;
end $$;
create function app.deadline_lag() returns double precision language sql stable security definer set search_path = '' as $$
  select greatest(extract(epoch from app.business_now() - min(due_at)), 0) from app.deadline
$$;
grant execute on function app.tick(integer), app.deadline_lag() to hub_dispatch;
alter function app.deadline_lag() owner to hub_guard;
alter function app.tick(integer) owner to hub_guard;

-- Whether the acting organisation runs the hub. The room of the parties, which knows organisations, answers.
create function app.is_operator() returns boolean language plpgsql stable set search_path = '' as $$ begin return app.operates(); end $$;
grant execute on function app.is_operator() to hub_app;
