import { createHash } from 'node:crypto';
import type { Refusal, Verdict } from '../kernel/refusal.js';
import { ok, refused } from '../kernel/refusal.js';
import { despatchSend, receiptRecord } from '../deliveries/index.js';
import { creditNoteSubmit, invoiceRespond, invoiceSubmit } from '../invoices/index.js';
import { orderCancel, orderIssue, orderProposeChange, orderRespond } from '../orders/index.js';
import { command, type CommandContext } from '../platform/commands/index.js';
import { attachFile } from '../platform/files/index.js';
import { apply, type Applied } from './apply/index.js';
import { type DocumentImportInput, documentImportInput } from './inputs.js';
import { readDocument, type ReadDocument } from './reading.js';
import { type Sides, sidesOf } from './sides.js';

interface Imported {
  readonly [name: string]: string | boolean | null;
  readonly importId: string;
  readonly orderId: string | null;
  readonly despatchId: string | null;
  readonly receiptId: string | null;
  readonly invoiceId: string | null;
  readonly creditNoteId: string | null;
  /** The same bytes had come before, between the same parties: nothing was done. */
  readonly repeated: boolean;
}

const contentOf = ({ content, fileId, bytes }: DocumentImportInput): Verdict<Uint8Array | string> => {
  if ((content === undefined) === (fileId === undefined)) return refused({ code: 'CONTENT_OR_FILE', field: ['content'] });
  if (content !== undefined) return ok(content);
  return bytes === undefined ? refused({ code: 'NOT_FOUND', field: ['fileId'] }) : ok(Buffer.from(bytes, 'base64'));
};

const cameBefore = async (
  { sql, viewer }: CommandContext,
  sha256: Buffer,
  { buyerId, supplierId }: Sides,
): Promise<Imported | undefined> => {
  const [before] = await sql<Omit<Imported, 'repeated'>>(
    `select id as "importId", order_id as "orderId", despatch_id as "despatchId", receipt_id as "receiptId", invoice_id as "invoiceId",
       credit_note_id as "creditNoteId" from app.document_import where (sender_id, sha256, buyer_id, supplier_id) = ($1, $2, $3, $4)`,
    [viewer.orgId, sha256, buyerId, supplierId],
  );
  return before && ({ ...before, repeated: true } as Imported);
};

const record = async (
  ctx: CommandContext,
  sides: Sides,
  read: ReadDocument,
  applied: Applied,
  source: { readonly sha256: Buffer; readonly fileId?: string },
): Promise<string> => {
  const id = ctx.newId();
  const warnings: readonly Refusal[] = [...read.warnings, ...sides.warnings, ...applied.warnings];
  const { kind, document, message, ignoredPaths, keptPaths } = read;
  await ctx.sql(
    `insert into app.document_import (id, order_id, buyer_id, supplier_id, sender_id, actor_id, kind, number, issued_on, sha256, file_id,
       document, warnings, ignored_paths, kept_paths, outcome, business_time, despatch_id, receipt_id, invoice_id, credit_note_id, invoice_response_id)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19, $20, $21, $22)`,
    [
      id,
      applied.orderId,
      sides.buyerId,
      sides.supplierId,
      ctx.viewer.orgId,
      ctx.viewer.actorId,
      kind,
      message.number,
      message.issuedOn,
      source.sha256,
      source.fileId,
      JSON.stringify(document),
      JSON.stringify(warnings),
      ignoredPaths,
      keptPaths,
      applied.outcome,
      ctx.businessNow,
      applied.despatchId,
      applied.receiptId,
      applied.invoiceId,
      applied.creditNoteId,
      applied.responseId,
    ],
  );
  const parties = [sides.buyerId, sides.supplierId];
  ctx.event({ type: 'DOCUMENT_IMPORTED', subject: 'DocumentImport', id, version: 1, parties, status: applied.outcome });
  return id;
};

/** Refusals about the document stand where the input holds it. */
const inside = <T>(place: string, verdict: Verdict<T>): Verdict<T> =>
  verdict.ok ? verdict : refused(...verdict.refusals.map((one) => ({ ...one, field: [place, ...(one.field ?? [])] })));

/**
 * Takes a document of trade and does what it says through the commands of its room, in one transaction. The sender's side is the caller.
 * The same bytes between the same parties do nothing again. Refuses DOCUMENT_*, COUNTERPARTY_*, ORDER_NUMBER_UNKNOWN, ANSWERS_OTHER_CHANGE,
 * what the document lacks or states that cannot be, and whatever the command of orders refuses, below `content` or `fileId`.
 */
export const documentImport = command({
  name: 'documentImport',
  need: 'orders:write',
  key: 'required',
  input: documentImportInput,
  constraints: {
    ...orderIssue.constraints,
    ...orderProposeChange.constraints,
    ...orderRespond.constraints,
    ...orderCancel.constraints,
    ...despatchSend.constraints,
    ...receiptRecord.constraints,
    ...invoiceSubmit.constraints,
    ...creditNoteSubmit.constraints,
    ...invoiceRespond.constraints,
    document_once: { code: 'CONFLICT' },
  },
  async run(ctx, input): Promise<Verdict<Imported>> {
    const content = contentOf(input);
    if (!content.ok) return content;
    const place = input.fileId === undefined ? 'content' : 'fileId';
    const read = inside(place, readDocument(content.value));
    if (!read.ok) return read;
    const sides = await sidesOf(ctx, read.value, input.counterparty);
    if (!sides.ok) return sides;
    const sha256 = createHash('sha256').update(content.value).digest();
    const before = await cameBefore(ctx, sha256, sides.value);
    if (before) return ok(before);
    const applied = inside(place, await apply(ctx, sides.value, read.value.message, input.expectedVersion));
    if (!applied.ok) return applied;
    const { buyerId, supplierId } = sides.value;
    if (input.fileId && !(await attachFile(ctx.sql, input.fileId, [buyerId, supplierId])))
      return refused({ code: 'NOT_FOUND', field: ['fileId'] });
    const importId = await record(ctx, sides.value, read.value, applied.value, { sha256, fileId: input.fileId });
    const { orderId = null, despatchId = null, receiptId = null, invoiceId = null, creditNoteId = null } = applied.value;
    return ok({ importId, orderId, despatchId, receiptId, invoiceId, creditNoteId, repeated: false });
  },
});
