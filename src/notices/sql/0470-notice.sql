-- What has been told to whom. Names of people and their addresses are in no event: a notice names its person by id, and an address
-- can be erased without a trace in what was told.
create table app.notice (
  id uuid primary key,
  org_id uuid not null references app.organisation,
  person_id uuid not null references app.person,
  kind text not null check (kind ~ '^[A-Z][A-Z0-9_]{2,59}$'),
  event_id bigint not null references app.event,
  subject text not null check (subject ~ '^[A-Z][A-Za-z]{1,59}$'),
  subject_id uuid not null,
  number text not null check (length(number) between 1 and 200),
  counterparty_id uuid not null references app.organisation,
  -- Told to the owner because nobody had answered.
  escalated boolean not null default false,
  at timestamptz not null default clock_timestamp(),
  business_time timestamptz not null,
  read_at timestamptz,
  constraint notice_once unique (event_id, org_id, person_id),
  unique (id, org_id)
);
create index notice_person on app.notice (org_id, person_id, at, id);
create index notice_unread on app.notice (org_id, person_id, at, id) where read_at is null;

-- How far the feed of an organisation has been turned into notices.
create table app.notice_mark (
  org_id uuid primary key references app.organisation,
  seq bigint not null check (seq >= 0)
);
call app.protect('app.notice_mark', parties => array['org_id'], writes => array['insert', 'update']);
revoke all on app.notice_mark from hub_app;
-- What happened before there were notices is not told afterwards.
insert into app.notice_mark (org_id, seq) select h.org_id, h.seq from app.feed_head h join app.organisation o on o.id = h.org_id;

-- Where somebody wants to be reached; without a person, the group of the whole organisation. Usable once its code came back.
create table app.notice_address (
  id uuid primary key,
  org_id uuid not null references app.organisation,
  person_id uuid references app.person,
  channel text not null check (channel in ('EMAIL', 'SMS', 'WECOM')),
  address text not null check (length(address) between 3 and 500),
  verified_at timestamptz,
  code_hash bytea check (length(code_hash) = 32),
  code_until timestamptz,
  code_tries int not null default 0 check (code_tries between 0 and 5),
  created_at timestamptz not null default clock_timestamp(),
  constraint notice_address_once unique nulls not distinct (org_id, person_id, channel, address),
  constraint notice_group_is_wecom check (person_id is not null or channel = 'WECOM'),
  check ((code_hash is null) = (code_until is null))
);
create index notice_address_person on app.notice_address (org_id, person_id, id);

-- How somebody wants to be told of one kind of thing; without a row, as the room says.
create table app.notice_setting (
  id uuid primary key,
  org_id uuid not null references app.organisation,
  person_id uuid not null references app.person,
  kind text not null check (kind ~ '^[A-Z][A-Z0-9_]{2,59}$'),
  mode text not null check (mode in ('AT_ONCE', 'DIGEST', 'OFF')),
  channels text[] not null check (channels <@ array['EMAIL', 'SMS', 'WECOM']),
  constraint notice_setting_once unique (org_id, person_id, kind)
);

-- When somebody wants to be told: hour of the digest and quiet hours, on the clock of the zone.
create table app.notice_times (
  id uuid primary key,
  org_id uuid not null references app.organisation,
  person_id uuid not null references app.person,
  zone text not null default 'Asia/Shanghai' check (length(zone) between 1 and 60),
  digest_hour int not null default 9 check (digest_hour between 0 and 23),
  quiet_from text check (quiet_from ~ '^([01][0-9]|2[0-3]):[0-5][0-9]$'),
  quiet_to text check (quiet_to ~ '^([01][0-9]|2[0-3]):[0-5][0-9]$'),
  constraint notice_times_once unique (org_id, person_id),
  check ((quiet_from is null) = (quiet_to is null)),
  check (quiet_from <> quiet_to)
);

-- Whom the organisation tells when its own answer does not come, and what it tells its group.
create table app.notice_escalation (
  id uuid primary key,
  org_id uuid not null references app.organisation,
  -- The owner; the administrators where nobody is named.
  person_id uuid references app.person,
  after_hours int not null default 24 check (after_hours between 1 and 720),
  group_kinds text[] not null default '{}' check (cardinality(group_kinds) <= 200),
  constraint notice_escalation_once unique (org_id)
);
call app.protect('app.notice_escalation', parties => array['org_id'], writes => array['insert', 'update']);
revoke insert, update on app.notice_escalation from hub_worker;

-- A message to one address: one notice, or all that wait for the same hour.
create table app.notice_delivery (
  id uuid primary key,
  org_id uuid not null references app.organisation,
  person_id uuid references app.person,
  purpose text not null check (purpose in ('NOTICE', 'CODE', 'INVITATION')),
  channel text not null check (channel in ('EMAIL', 'SMS', 'WECOM')),
  -- Gone when the address is erased.
  address_id uuid references app.notice_address on delete set null,
  contact_id uuid,
  invitation_id uuid,
  due_at timestamptz not null,
  status text not null default 'WAITING' check (status in ('WAITING', 'SENDING', 'SENT', 'FAILED', 'DROPPED')),
  version int not null default 1 check (version > 0),
  tries int not null default 0 check (tries >= 0),
  -- A word for the log and the reader: never what a server said.
  failure text check (failure ~ '^[A-Z][A-Z_]{1,39}$'),
  at timestamptz not null default clock_timestamp(),
  sent_at timestamptz,
  unique (id, org_id),
  check ((status = 'SENT') = (sent_at is not null)),
  check ((purpose = 'INVITATION') = (invitation_id is not null))
);
create unique index notice_delivery_together on app.notice_delivery (address_id, due_at) where purpose = 'NOTICE' and status = 'WAITING';
create index notice_delivery_org on app.notice_delivery (org_id, at, id);
create index notice_delivery_address on app.notice_delivery (address_id, at);
insert into app.lifecycle_pair (machine, from_status, to_status) values ('noticeDelivery', '', 'WAITING'), ('noticeDelivery', 'WAITING', 'SENDING'),
  ('noticeDelivery', 'SENDING', 'SENT'), ('noticeDelivery', 'SENDING', 'FAILED'), ('noticeDelivery', 'SENDING', 'DROPPED');
create trigger lifecycle before insert or update on app.notice_delivery for each row execute function app.follow_lifecycle('noticeDelivery');

create table app.notice_delivery_item (
  delivery_id uuid not null,
  notice_id uuid not null,
  org_id uuid not null,
  primary key (delivery_id, notice_id),
  foreign key (delivery_id, org_id) references app.notice_delivery (id, org_id),
  foreign key (notice_id, org_id) references app.notice (id, org_id)
);
create index notice_delivery_item_notice on app.notice_delivery_item (notice_id);
call app.protect('app.notice_delivery_item', parties => array['org_id'], writes => array['insert']);
revoke all on app.notice_delivery_item from hub_app;

-- What is a person's own is seen by that person and by the jobs that tell it; what is the organisation's, by everybody there.
do $$
declare
  target text;
  own constant text := 'coalesce(org_id = (select app.me()) and person_id = (select app.actor()), false)';
  shared constant text := 'coalesce(org_id = (select app.me()) and (person_id is null or person_id = (select app.actor())), false)';
begin
  foreach target in array array['notice', 'notice_address', 'notice_setting', 'notice_times', 'notice_delivery'] loop
    execute format('alter table app.%I enable row level security', target);
    execute format('alter table app.%I force row level security', target);
    execute format('create policy owner_all on app.%I to hub_owner using (true) with check (true)', target);
    execute format('create policy person_all on app.%I to hub_app using (%s) with check (%2$s)', target,
      case when target in ('notice_address', 'notice_delivery') then shared else own end);
    execute format('create policy job_all on app.%I to hub_worker using (coalesce(org_id = (select app.me()), false))
      with check (coalesce(org_id = (select app.me()), false))', target);
    execute format('grant select on app.%I to hub_app, hub_worker', target);
  end loop;
end $$;
grant update (read_at) on app.notice to hub_app;
grant insert on app.notice to hub_worker;
grant insert, delete, update (verified_at, code_hash, code_until, code_tries) on app.notice_address to hub_app;
grant update (code_hash, code_until, code_tries) on app.notice_address to hub_worker;
grant insert, delete, update (mode, channels) on app.notice_setting to hub_app;
grant insert, update (zone, digest_hour, quiet_from, quiet_to) on app.notice_times to hub_app;
grant insert on app.notice_delivery to hub_app;
grant insert, update (status, version, tries, failure, sent_at) on app.notice_delivery to hub_worker;

-- Read is read: nothing else of a notice ever changes.
create function app.notice_read_once() returns trigger language plpgsql set search_path = '' as $$
begin
  if old.read_at is not null then
    raise exception 'a notice is read once' using errcode = '23514', constraint = 'history_is_kept';
  end if;
  return new;
end $$;
create trigger read_once before update on app.notice for each row execute function app.notice_read_once();
create trigger history before delete or truncate on app.notice for each statement execute function app.refuse_change();
