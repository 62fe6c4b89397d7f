-- Tries to log in that have not succeeded, for a quarter of an hour. The account is a hash of the name that was typed, known or
-- not, so that the limit says nothing about who exists.
create table app.login_try (
  id bigint generated always as identity primary key,
  account bytea not null check (length(account) = 32),
  address inet not null,
  at timestamptz not null default clock_timestamp()
);
create index login_try_account on app.login_try (account, at);
create index login_try_address on app.login_try (address, at);
create index login_try_at on app.login_try (at);
alter table app.login_try enable row level security;
alter table app.login_try force row level security;
create policy owner_all on app.login_try to hub_owner using (true) with check (true);
create policy auth_all on app.login_try to hub_auth using (true) with check (true);
grant select, insert, delete on app.login_try to hub_auth;

-- Counts the try before the password is looked at, so that parallel tries cannot slip through together. Answers the seconds to
-- wait when there were too many, else null with the try recorded.
create function app.login_begin(by_account bytea, from_address inet, per_account integer, per_address integer, within interval)
  returns integer language plpgsql security definer set search_path = '' as $$
declare
  since timestamptz := clock_timestamp() - within;
  oldest timestamptz;
begin
  perform pg_advisory_xact_lock(hashtextextended(k, 7305062))
    from (values (by_account::text), (from_address::text)) as keys(k) order by hashtextextended(k, 7305062);
  delete from app.login_try where at < since;
  select max(at) into oldest from (
    (select at from app.login_try where account = by_account order by at desc offset per_account - 1 limit 1)
    union all
    (select at from app.login_try where address = from_address order by at desc offset per_address - 1 limit 1)) full_windows;
  if oldest is not null then
    return greatest(1, ceil(extract(epoch from oldest + within - clock_timestamp())))::integer;
  end if;
  insert into app.login_try (account, address) values (by_account, from_address);
  return null;
end $$;

-- After a success: the account starts anew, and its tries no longer count against the address.
create function app.login_passed(by_account bytea, from_address inet) returns void
  language sql security definer set search_path = '' as $$
  delete from app.login_try where account = by_account and address = from_address
$$;
revoke execute on function app.login_begin(bytea, inet, integer, integer, interval), app.login_passed(bytea, inet) from public;
grant execute on function app.login_begin(bytea, inet, integer, integer, interval), app.login_passed(bytea, inet) to hub_app;
alter function app.login_begin(bytea, inet, integer, integer, interval) owner to hub_auth;
alter function app.login_passed(bytea, inet) owner to hub_auth;
