import { z } from 'zod';
import type { Verdict } from '../../kernel/refusal.js';
import { ok, refused } from '../../kernel/refusal.js';
import { command, type CommandContext, Forbidden, idOf, text } from '../../platform/commands/index.js';
import { attachFile } from '../../platform/files/index.js';
import { ATTACHMENT_KINDS, attachmentFaults, type FileFacts } from './rules.js';
import { type Subject, SUBJECTS } from './subjects.js';

const MOST = 200;

const on = z.object(Object.fromEntries(SUBJECTS.map(({ field, prefix }) => [field, idOf(prefix).optional()])));

interface Target {
  readonly subject: Subject;
  readonly id: string;
  readonly buyerId: string;
  readonly supplierId: string;
}

/** The document, where the caller is one of its parties and may see its kind. */
const targetOf = async (ctx: CommandContext, given: Readonly<Record<string, unknown>>): Promise<Verdict<Target>> => {
  const named = SUBJECTS.flatMap((subject) =>
    typeof given[subject.field] === 'string' ? [{ subject, id: String(given[subject.field]) }] : [],
  );
  const [one] = named;
  if (!one || named.length > 1) return refused({ code: 'ATTACH_TO_ONE', field: ['on'] });
  if (!ctx.viewer.scopes.has(one.subject.need)) throw new Forbidden(one.subject.need);
  const [found] = await ctx.sql<{ buyer_id: string; supplier_id: string }>(
    `select buyer_id, supplier_id from ${one.subject.table} where id = $1 and app.me() in (buyer_id, supplier_id)`,
    [one.id],
  );
  return found
    ? ok({ ...one, buyerId: found.buyer_id, supplierId: found.supplier_id })
    : refused({ code: 'NOT_FOUND', field: ['on', one.subject.field] });
};

const fileFacts = async ({ sql }: CommandContext, fileId: string): Promise<FileFacts | undefined> => {
  const [file] = await sql<FileFacts>(
    'select name, media_type as "mediaType", size = 0 as empty from app.file where id = $1 and org_id = app.me()',
    [fileId],
  );
  return file;
};

const RACES = {
  attached_once: { code: 'ATTACHED_ALREADY', field: ['fileId'] },
  superseded_once: { code: 'SUPERSEDED_ALREADY', field: ['attachmentId'] },
} as const;

/**
 * Puts an uploaded file beside a document of the caller and another. From then on both sides read it, and it stays.
 * Refuses ATTACH_TO_ONE, NOT_FOUND, ATTACHMENT_*, ATTACHMENTS_TOO_MANY, ATTACHED_ALREADY.
 */
export const attachmentAdd = command({
  name: 'attachmentAdd',
  need: 'files:write',
  key: 'required',
  input: z.object({ fileId: idOf('fil'), on, kind: z.enum(ATTACHMENT_KINDS), note: text(1000).optional() }),
  constraints: RACES,
  async run(ctx, input): Promise<Verdict<{ attachmentId: string }>> {
    const target = await targetOf(ctx, input.on);
    if (!target.ok) return target;
    const { subject, id: subjectId, buyerId, supplierId } = target.value;
    const file = await fileFacts(ctx, input.fileId);
    if (!file) return refused({ code: 'NOT_FOUND', field: ['fileId'] });
    const faults = attachmentFaults(file, input.kind);
    if (faults.length > 0) return refused(...faults);
    const there = await ctx.sql<{ same: boolean }>('select file_id = $2 as same from app.attachment where subject_id = $1', [
      subjectId,
      input.fileId,
    ]);
    if (there.some(({ same }) => same)) return refused(RACES.attached_once);
    if (there.length >= MOST) return refused({ code: 'ATTACHMENTS_TOO_MANY', field: ['on'], params: { max: String(MOST) } });
    const parties = [buyerId, supplierId];
    await attachFile(ctx.sql, input.fileId, parties);
    const id = ctx.newId();
    await ctx.sql(
      `insert into app.attachment (id, buyer_id, supplier_id, owner_id, actor_id, file_id, kind, note, ${subject.column}, business_time)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`,
      [id, ...parties, ctx.viewer.orgId, ctx.viewer.actorId, input.fileId, input.kind, input.note, subjectId, ctx.businessNow],
    );
    ctx.event({ type: 'ATTACHMENT_ADDED', subject: 'Attachment', id, version: 1, parties });
    return ok({ attachmentId: id });
  },
});

/**
 * Says that a file which the caller attached counts no more, and which other took its place. It stays to be seen.
 * Refuses NOT_FOUND, ATTACHMENT_NOT_OWN, SUPERSEDED_ALREADY, REPLACEMENT_ELSEWHERE.
 */
export const attachmentSupersede = command({
  name: 'attachmentSupersede',
  need: 'files:write',
  key: 'optional',
  input: z.object({ attachmentId: idOf('att'), byId: idOf('att').optional(), reason: text(1000) }),
  constraints: RACES,
  async run(ctx, { attachmentId, byId, reason }): Promise<Verdict<{ attachmentId: string }>> {
    const [found] = await ctx.sql<{ subject: string; buyer: string; supplier: string; own: boolean; gone: boolean; elsewhere: boolean }>(
      `select a.subject_id as subject, a.buyer_id as buyer, a.supplier_id as supplier, a.owner_id = app.me() as own,
         exists (select from app.attachment_superseded s where s.attachment_id = a.id) as gone,
         $2::uuid is not null and not exists (select from app.attachment b where b.id = $2 and b.subject_id = a.subject_id and b.id <> a.id) as elsewhere
       from app.attachment a where a.id = $1`,
      [attachmentId, byId],
    );
    if (!found) return refused({ code: 'NOT_FOUND', field: ['attachmentId'] });
    if (!found.own) return refused({ code: 'ATTACHMENT_NOT_OWN', field: ['attachmentId'] });
    if (found.gone) return refused(RACES.superseded_once);
    if (found.elsewhere) return refused({ code: 'REPLACEMENT_ELSEWHERE', field: ['byId'] });
    const parties = [found.buyer, found.supplier];
    await ctx.sql(
      `insert into app.attachment_superseded (id, attachment_id, subject_id, buyer_id, supplier_id, owner_id, actor_id, by_id, reason, business_time)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`,
      [ctx.newId(), attachmentId, found.subject, ...parties, ctx.viewer.orgId, ctx.viewer.actorId, byId, reason, ctx.businessNow],
    );
    ctx.event({ type: 'ATTACHMENT_SUPERSEDED', subject: 'Attachment', id: attachmentId, version: 2, parties });
    return ok({ attachmentId });
  },
});
