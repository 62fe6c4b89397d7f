-- A file as it was uploaded. The bytes stand under the id in the file store; the name is only ever shown.
create table app.file (
  id uuid primary key,
  org_id uuid not null default app.me(),
  uploaded_by uuid not null default app.actor(),
  name text not null check (length(name) between 1 and 255),
  media_type text not null check (media_type ~ '^[a-z]+/[a-z0-9.+-]+$'),
  size bigint not null check (size >= 0),
  sha256 bytea not null check (length(sha256) = 32),
  at timestamptz not null default clock_timestamp(),
  unique (id, org_id)
);
call app.protect('app.file', parties => array['org_id']);

-- What a command attached to a document, and who may read it through that: its parties, the uploader among them. A file without
-- such a row is pending and goes after a day.
create table app.file_reader (
  file_id uuid not null,
  owner_id uuid not null default app.me(),
  org_id uuid not null,
  at timestamptz not null default clock_timestamp(),
  primary key (file_id, org_id),
  foreign key (file_id, owner_id) references app.file (id, org_id)
);
call app.protect('app.file_reader', parties => array['org_id', 'owner_id'], writes => array[]::text[]);
create policy owner_insert on app.file_reader for insert to hub_app, hub_worker with check (coalesce(owner_id = (select app.me()), false));
grant insert on app.file_reader to hub_app, hub_worker;

create policy reader_select on app.file for select to hub_app, hub_worker
  using (exists (select from app.file_reader r where r.file_id = file.id and r.org_id = (select app.me())));

-- Takes the rows of files that nothing was attached to in time, and answers their ids so that the bytes can go too.
create policy guard_select on app.file for select to hub_guard using (true);
create policy guard_delete on app.file for delete to hub_guard using (true);
create policy guard_select on app.file_reader for select to hub_guard using (true);
grant select, delete on app.file to hub_guard;
grant select on app.file_reader to hub_guard;
drop trigger history on app.file;
create trigger history before update or truncate on app.file for each statement execute function app.refuse_change();

create function app.drop_pending_files(older_than interval) returns setof uuid
  language sql security definer set search_path = '' as $$
  delete from app.file f where f.at < clock_timestamp() - older_than
    and not exists (select from app.file_reader r where r.file_id = f.id) returning f.id
$$;
revoke execute on function app.drop_pending_files(interval) from public;
grant execute on function app.drop_pending_files(interval) to hub_app, hub_worker;
alter function app.drop_pending_files(interval) owner to hub_guard;
