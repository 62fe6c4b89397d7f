-- A table of documents (CSV or XLSX) that an organisation has read in, and how far it got. The file stays beside it.
create table app.table_import (
  id uuid primary key,
  org_id uuid not null,
  actor_id uuid not null,
  kind text not null check (kind in ('ORDERS', 'DESPATCHES', 'RECEIPTS')),
  file_id uuid not null,
  dry_run boolean not null,
  status text not null check (status in ('QUEUED', 'READING', 'WORKING', 'FINISHED', 'FAILED', 'STOPPED')),
  version int not null default 1 check (version > 0),
  -- What the file turned out to be.
  format text check (format in ('CSV', 'XLSX')),
  encoding text check (encoding in ('UTF_8', 'UTF_16', 'GB18030')),
  delimiter text check (delimiter in ('COMMA', 'SEMICOLON', 'TAB')),
  -- By the field of the document: the heading as the file writes it. Headings that the hub does not know stand beside.
  columns jsonb not null default '{}' check (jsonb_typeof(columns) = 'object'),
  ignored_columns text[] not null default '{}',
  line_count int not null default 0 check (line_count >= 0),
  document_count int not null default 0 check (document_count >= 0),
  taken_count int not null default 0 check (taken_count >= 0),
  refused_count int not null default 0 check (refused_count >= 0),
  error_count int not null default 0 check (error_count >= 0),
  at timestamptz not null default clock_timestamp(),
  business_time timestamptz not null,
  began_at timestamptz,
  ended_at timestamptz,
  unique (id, org_id),
  constraint table_counts_documents_once check (taken_count + refused_count <= document_count),
  constraint table_ends check ((ended_at is not null) = (status in ('FINISHED', 'FAILED', 'STOPPED'))),
  constraint table_finished_whole check (status <> 'FINISHED' or taken_count + refused_count = document_count),
  foreign key (file_id, org_id) references app.file (id, org_id)
);
create index table_import_org on app.table_import (org_id, at, id);
call app.protect('app.table_import', parties => array['org_id'], writes => array['insert', 'update']);
revoke update on app.table_import from hub_app, hub_worker;
grant update (status, version, format, encoding, delimiter, columns, ignored_columns, line_count, document_count, taken_count, refused_count,
  error_count, began_at, ended_at) on app.table_import to hub_app, hub_worker;
create trigger history before delete or truncate on app.table_import for each statement execute function app.refuse_change();

insert into app.lifecycle_pair (machine, from_status, to_status) values
  ('tableImport', '', 'QUEUED'), ('tableImport', 'QUEUED', 'READING'), ('tableImport', 'READING', 'WORKING'), ('tableImport', 'READING', 'FAILED'),
  ('tableImport', 'WORKING', 'FINISHED'), ('tableImport', 'QUEUED', 'STOPPED'), ('tableImport', 'READING', 'STOPPED'), ('tableImport', 'WORKING', 'STOPPED'),
  ('tableDocument', '', 'PENDING'), ('tableDocument', 'PENDING', 'TAKEN'), ('tableDocument', 'PENDING', 'REFUSED');
create trigger lifecycle before insert or update on app.table_import for each row execute function app.follow_lifecycle('tableImport');

-- One line of the table. Its cells stay until its document is settled; afterwards the file alone says what they were.
create table app.table_line (
  id uuid primary key default gen_random_uuid(),
  import_id uuid not null,
  org_id uuid not null,
  line int not null check (line > 0),
  -- The same for all lines of one document.
  document_key text not null check (length(document_key) between 1 and 500),
  cells jsonb check (jsonb_typeof(cells) = 'object'),
  constraint table_line_once unique (import_id, line),
  foreign key (import_id, org_id) references app.table_import (id, org_id)
);
create index table_line_document on app.table_line (import_id, document_key, line);
call app.protect('app.table_line', parties => array['org_id'], writes => array['insert', 'update']);
revoke update on app.table_line from hub_app, hub_worker;
grant update (cells) on app.table_line to hub_app, hub_worker;

-- A document of the table: settled whole, in one transaction, once.
create table app.table_document (
  id uuid primary key default gen_random_uuid(),
  import_id uuid not null,
  org_id uuid not null,
  document_key text not null check (length(document_key) between 1 and 500),
  number text check (length(number) between 1 and 200),
  first_line int not null check (first_line > 0),
  last_line int not null,
  line_count int not null check (line_count > 0),
  status text not null check (status in ('PENDING', 'TAKEN', 'REFUSED')),
  -- What it came to, in words of its command: ISSUED, UNCHANGED, RECORDED …
  outcome text check (length(outcome) between 1 and 40),
  -- The object that it became; null in a dry run.
  order_id uuid references app.orders,
  despatch_id uuid references app.despatch_advice,
  receipt_id uuid references app.receipt_advice,
  constraint table_document_once unique (import_id, document_key),
  check (last_line >= first_line),
  check (num_nonnulls(order_id, despatch_id, receipt_id) <= 1),
  check ((outcome is not null) = (status = 'TAKEN')),
  foreign key (import_id, org_id) references app.table_import (id, org_id)
);
create index table_document_line on app.table_document (import_id, first_line, id);
create index table_document_pending on app.table_document (import_id, first_line) where status = 'PENDING';
call app.protect('app.table_document', parties => array['org_id'], writes => array['insert', 'update']);
revoke update on app.table_document from hub_app, hub_worker;
grant update (status, outcome, order_id, despatch_id, receipt_id) on app.table_document to hub_app, hub_worker;
create trigger lifecycle before insert or update on app.table_document for each row execute function app.follow_lifecycle('tableDocument');

-- Why a document of the table, or the table as a whole, was refused: a code of a refusal with its values, said in the reader's language.
create table app.table_error (
  id uuid primary key,
  import_id uuid not null,
  org_id uuid not null,
  document_key text check (length(document_key) between 1 and 500),
  line int check (line > 0),
  -- What is about the file as a whole comes first.
  at_line int not null generated always as (coalesce(line, 0)) stored,
  -- Heading as the file writes it, and what the cell held.
  heading text check (length(heading) between 1 and 200),
  value text check (length(value) between 1 and 200),
  code text not null check (code ~ '^[A-Z][A-Z0-9_]+$'),
  params jsonb not null default '{}' check (jsonb_typeof(params) = 'object'),
  foreign key (import_id, org_id) references app.table_import (id, org_id)
);
create index table_error_import on app.table_error (import_id, at_line, id);
call app.protect('app.table_error', parties => array['org_id'], writes => array['insert']);
