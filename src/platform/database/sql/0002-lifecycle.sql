-- The pairs of states that each life cycle knows, the same as in its rules.ts; '' stands before the first state.
-- Only migrations write here: nobody but the owner has a right beyond reading.
create table app.lifecycle_pair (
  machine text not null,
  from_status text not null,
  to_status text not null,
  primary key (machine, from_status, to_status)
);
alter table app.lifecycle_pair enable row level security;
alter table app.lifecycle_pair force row level security;
create policy owner_all on app.lifecycle_pair to hub_owner using (true) with check (true);
create policy everyone_reads on app.lifecycle_pair for select using (true);
grant select on app.lifecycle_pair to hub_app, hub_worker, hub_guard;

-- Attached to a table with a column `status`, named after the life cycle: `execute function app.follow_lifecycle('tradeAgreement')`.
create function app.follow_lifecycle() returns trigger language plpgsql set search_path = '' as $$
declare
  before text := '';
begin
  if tg_op = 'UPDATE' then
    before := old.status;
    if before = new.status then return new; end if;
  end if;
  if not exists (select from app.lifecycle_pair p
                 where p.machine = tg_argv[0] and p.from_status = before and p.to_status = new.status) then
    raise exception '% does not go from "%" to "%"', tg_argv[0], before, new.status using errcode = '23514', constraint = 'lifecycle_followed';
  end if;
  return new;
end $$;
