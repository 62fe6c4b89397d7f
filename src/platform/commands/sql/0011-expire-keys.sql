-- Keys are forgotten across organisations by the hub itself, a bounded number at a time.
create policy guard_select on app.idempotency for select to hub_guard using (true);
create policy guard_delete on app.idempotency for delete to hub_guard using (true);
grant select, delete on app.idempotency to hub_guard;

create function app.expire_keys(before timestamptz) returns integer language plpgsql security definer set search_path = '' as $$
declare gone integer;
begin
  delete from app.idempotency i using (
    select k.org_id, k.actor_id, k.mutation, k.key from app.idempotency k where k.at < before order by k.at limit 5000
  ) old
  where (i.org_id, i.actor_id, i.mutation, i.key) = (old.org_id, old.actor_id, old.mutation, old.key);
  get diagnostics gone = row_count;
  return gone;
end $$;
grant execute on function app.expire_keys(timestamptz) to hub_dispatch;
alter function app.expire_keys(timestamptz) owner to hub_guard;
