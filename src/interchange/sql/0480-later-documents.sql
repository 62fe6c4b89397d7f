-- Documents of delivery, billing and response come in as those of ordering do: each names what it came to. An invoice may be about no order.
alter table app.document_import alter column order_id drop not null;
alter table app.document_import
  add column despatch_id uuid,
  add column receipt_id uuid,
  add column invoice_id uuid,
  add column credit_note_id uuid,
  add column invoice_response_id uuid;
alter table app.document_import drop constraint document_import_kind_check;
alter table app.document_import add constraint document_import_kind_check check (kind in (
  'ORDER', 'ORDER_CHANGE', 'ORDER_RESPONSE', 'ORDER_RESPONSE_SIMPLE', 'ORDER_CANCELLATION',
  'DESPATCH_ADVICE', 'RECEIPT_ADVICE', 'INVOICE', 'CREDIT_NOTE', 'APPLICATION_RESPONSE'));
alter table app.document_import drop constraint document_import_outcome_check;
alter table app.document_import add constraint document_import_outcome_check check (outcome in (
  'ISSUED', 'UNCHANGED', 'REPLACED', 'PROPOSED', 'ACCEPTED', 'NOTED', 'REFUSED', 'COUNTERED', 'CHANGE_ACCEPTED', 'CHANGE_REFUSED', 'CANCELLED',
  'DESPATCHED', 'RECEIVED', 'INVOICED', 'CREDITED', 'RESPONDED'));
-- Which of them a document came to. An invoice below zero takes another one back.
alter table app.document_import add constraint document_import_came_to check (coalesce(case kind
  when 'DESPATCH_ADVICE' then despatch_id is not null and num_nonnulls(receipt_id, invoice_id, credit_note_id, invoice_response_id) = 0
  when 'RECEIPT_ADVICE' then receipt_id is not null and num_nonnulls(despatch_id, invoice_id, credit_note_id, invoice_response_id) = 0
  when 'INVOICE' then invoice_id is not null and num_nonnulls(despatch_id, receipt_id, invoice_response_id) = 0
  when 'CREDIT_NOTE' then num_nonnulls(invoice_id, credit_note_id) = 2 and num_nonnulls(despatch_id, receipt_id, invoice_response_id) = 0
  when 'APPLICATION_RESPONSE' then num_nonnulls(invoice_id, invoice_response_id) = 2 and num_nonnulls(despatch_id, receipt_id, credit_note_id) = 0
  else order_id is not null and num_nonnulls(despatch_id, receipt_id, invoice_id, credit_note_id, invoice_response_id) = 0 end, false));
alter table app.document_import
  add foreign key (despatch_id, buyer_id, supplier_id) references app.despatch_advice (id, buyer_id, supplier_id),
  add foreign key (receipt_id, buyer_id, supplier_id) references app.receipt_advice (id, buyer_id, supplier_id),
  add foreign key (invoice_id, buyer_id, supplier_id) references app.invoice (id, buyer_id, supplier_id),
  add foreign key (credit_note_id, invoice_id, buyer_id, supplier_id) references app.credit_note (id, invoice_id, buyer_id, supplier_id),
  add foreign key (invoice_response_id, invoice_id, buyer_id, supplier_id) references app.invoice_response (id, invoice_id, buyer_id, supplier_id);
create index document_import_despatch on app.document_import (despatch_id) where despatch_id is not null;
create index document_import_receipt on app.document_import (receipt_id) where receipt_id is not null;
create index document_import_invoice on app.document_import (invoice_id, kind) where invoice_id is not null;
create index document_import_credit_note on app.document_import (credit_note_id) where credit_note_id is not null;
create index document_import_invoice_response on app.document_import (invoice_response_id) where invoice_response_id is not null;
