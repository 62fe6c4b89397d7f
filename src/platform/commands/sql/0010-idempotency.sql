-- One row per acknowledged key; written by the command's own transaction, so that it exists exactly when the effect does.
create table app.idempotency (
  org_id uuid not null,
  actor_id uuid not null,
  mutation text not null,
  key text not null check (length(key) between 1 and 100),
  input_hash bytea not null,
  result jsonb not null default 'null',
  at timestamptz not null default clock_timestamp(),
  primary key (org_id, actor_id, mutation, key)
);
create index idempotency_age on app.idempotency (at);
call app.protect('app.idempotency', parties => array['org_id'], writes => array['insert', 'update', 'delete']);
