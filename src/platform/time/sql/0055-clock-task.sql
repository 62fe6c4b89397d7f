-- A journey of the clock, asked for by an operator and walked by the workers from deadline to deadline.
create table app.clock_task (
  id           uuid primary key,
  clock_id     uuid not null default '00000000-0000-0000-0000-000000000000' references app.clock,
  org_id       uuid not null default app.me(),
  actor_id     uuid not null default app.actor(),
  target       timestamptz not null,
  started_from timestamptz not null,
  state        text not null default 'RUNNING' check (state in ('RUNNING', 'DONE')),
  steps        integer not null default 0 check (steps >= 0),
  -- What the present step still waits for: deadlines, outbox rows and due effects.
  pending      integer not null default 0 check (pending >= 0),
  at           timestamptz not null default clock_timestamp(),
  finished_at  timestamptz,
  check (target > started_from),
  check ((state = 'DONE') = (finished_at is not null))
);
create unique index clock_task_one on app.clock_task ((true)) where state = 'RUNNING';
create index clock_task_newest on app.clock_task (clock_id, at, id);

alter table app.clock_task enable row level security;
alter table app.clock_task force row level security;
create policy owner_all on app.clock_task to hub_owner using (true) with check (true);
create policy operator_select on app.clock_task for select to hub_app using (coalesce(org_id = (select app.me()), false));
create policy operator_insert on app.clock_task for insert to hub_app
  with check (coalesce(org_id = (select app.me()), false) and (select app.is_operator()) and (select movable from app.clock));
grant select on app.clock_task to hub_app;
grant insert (id, target, started_from) on app.clock_task to hub_app;
create policy guard_select on app.clock_task for select to hub_guard using (true);
create policy guard_update on app.clock_task for update to hub_guard using (true);
grant select, update (state, steps, pending, finished_at) on app.clock_task to hub_guard;

-- One step of the running journey: nothing while anything is still to happen at the present instant, else on to the next deadline
-- or to the target. The row lock makes it safe to call from every process; a process that dies leaves the task to the others.
-- Answers IDLE, WAITING, STEPPED or DONE.
create function app.clock_step() returns text
  language plpgsql security definer set search_path = '' as $$
declare
  task app.clock_task;
  waiting integer;
  goal timestamptz;
  happened text;
begin
  select * into task from app.clock_task where state = 'RUNNING' for update skip locked;
  if not found then return 'IDLE'; end if;

  select deadlines + outbox + effects into waiting from app.backlog();
  update app.clock_task set pending = waiting where id = task.id and pending <> waiting;
  if waiting > 0 then return 'WAITING'; end if;

  if app.business_now() >= task.target then
    happened := 'CLOCK_ADVANCED';
    update app.clock_task set state = 'DONE', finished_at = clock_timestamp() where id = task.id;
  else
    happened := 'CLOCK_STEPPED';
    task.steps := task.steps + 1;
    select least(task.target, min(due_at)) into goal from app.deadline;
    update app.clock set ahead_seconds = greatest(ahead_seconds, extract(epoch from goal - clock_timestamp()));
    update app.clock_task set steps = task.steps where id = task.id;
  end if;
  perform set_config('app.org', task.org_id::text, true), set_config('app.actor', task.actor_id::text, true);
  perform app.append_events(jsonb_build_array(jsonb_build_object('type', happened, 'subject', 'ClockTask', 'id', task.id, 'version', task.steps,
    'status', case happened when 'CLOCK_ADVANCED' then 'DONE' else 'RUNNING' end, 'parties', jsonb_build_array(task.org_id))), 'clock', app.business_now());
  perform set_config('app.org', '', true), set_config('app.actor', '', true);
  return case happened when 'CLOCK_ADVANCED' then 'DONE' else 'STEPPED' end;
end $$;
grant execute on function app.clock_step() to hub_dispatch;
alter function app.clock_step() owner to hub_guard;
