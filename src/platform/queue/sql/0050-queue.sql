-- A due effect whose job has failed for good. It goes when the effect is done after all, or when an operator replays it: the row in
-- effect_due is then merely late, and the sweeper brings it back. The text of an error never holds values.
create table app.dead_letter (
  id         uuid primary key,
  consumer   text not null,
  org_id     uuid not null,
  event_id   bigint not null,
  cause      text not null check (cause in ('REFUSED', 'FAILED', 'STALLED')),
  error      text not null check (length(error) between 1 and 200 and error !~ '[[:cntrl:]]'),
  attempts   integer not null check (attempts > 0),
  died_at    timestamptz not null default clock_timestamp(),
  unique (consumer, org_id, event_id),
  foreign key (consumer, org_id, event_id) references app.effect_due on delete cascade
);
create index dead_letter_age on app.dead_letter (died_at, id);

alter table app.dead_letter enable row level security;
alter table app.dead_letter force row level security;
create policy owner_all on app.dead_letter to hub_owner using (true) with check (true);
-- The operator sees which job of which organisation is stuck, never the document that it is about.
create policy operator_select on app.dead_letter for select to hub_app using ((select app.is_operator()));
create policy operator_delete on app.dead_letter for delete to hub_app using ((select app.is_operator()));
grant select, delete on app.dead_letter to hub_app;
create policy dispatch_select on app.dead_letter for select to hub_dispatch using (true);
create policy dispatch_insert on app.dead_letter for insert to hub_dispatch with check (true);
grant select, insert on app.dead_letter to hub_dispatch;
create policy guard_select on app.dead_letter for select to hub_guard using (true);
grant select on app.dead_letter to hub_guard;

-- Everything that still has to happen at this instant. One statement, one snapshot: a deadline becomes an event, an event becomes
-- due effects and an effect is done each in one transaction, so that nothing can be between two of the places.
create policy guard_select on app.outbox for select to hub_guard using (true);
create policy guard_select on app.effect_due for select to hub_guard using (true);
grant select on app.outbox, app.effect_due to hub_guard;

create function app.backlog(out deadlines integer, out outbox integer, out effects integer)
  language sql stable security definer set search_path = '' as $$
  select (select count(*) from app.deadline where due_at <= app.business_now())::integer,
    (select count(*) from app.outbox)::integer,
    (select count(*) from app.effect_due d where not exists (
      select from app.dead_letter x where (x.consumer, x.org_id, x.event_id) = (d.consumer, d.org_id, d.event_id)))::integer
$$;
grant execute on function app.backlog() to hub_dispatch;
alter function app.backlog() owner to hub_guard;
