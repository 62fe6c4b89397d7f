-- What each key or session has spent in a minute, for all processes together. Unlogged: a crash forgives the running minute.
create unlogged table app.budget_use (
  credential_id uuid not null,
  minute bigint not null,
  spent bigint not null,
  primary key (credential_id, minute)
);
alter table app.budget_use enable row level security;
alter table app.budget_use force row level security;
create policy owner_all on app.budget_use to hub_owner using (true) with check (true);
create policy auth_all on app.budget_use to hub_auth using (true) with check (true);
grant select, insert, update, delete on app.budget_use to hub_auth;

-- Adds what one process spent and answers what all have spent, for many credentials in one trip.
create function app.budget_add(of_minute bigint, credentials uuid[], amounts bigint[])
  returns table (credential_id uuid, spent bigint) language sql security definer set search_path = '' as $$
  with gone as (delete from app.budget_use u where u.minute < of_minute - 1)
  insert into app.budget_use as u (credential_id, minute, spent)
  select c, of_minute, a from unnest(credentials, amounts) as given(c, a) order by c
  on conflict on constraint budget_use_pkey do update set spent = u.spent + excluded.spent
  returning u.credential_id, u.spent
$$;
revoke execute on function app.budget_add(bigint, uuid[], bigint[]) from public;
grant execute on function app.budget_add(bigint, uuid[], bigint[]) to hub_app;
alter function app.budget_add(bigint, uuid[], bigint[]) owner to hub_auth;
