-- What of the demo has been planted. Only the owner looks here, before a server starts.
create table app.seed_run (
  room    text not null,
  version integer not null check (version > 0),
  at      timestamptz not null default clock_timestamp(),
  primary key (room, version)
);
alter table app.seed_run enable row level security;
alter table app.seed_run force row level security;
create policy owner_all on app.seed_run to hub_owner using (true) with check (true);
