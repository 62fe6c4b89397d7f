import { z } from 'zod';
import type { Verdict } from '../../kernel/refusal.js';
import { ok, refused } from '../../kernel/refusal.js';
import { command, idOf } from '../../platform/commands/index.js';
import { listText, sha256Of } from './digest.js';
import type { Evidence } from './rules/chain.js';

/**
 * Keeps the evidence of an invoice as it stands now, with its digest. Later it tells which documents have changed since.
 * Refuses NOT_FOUND.
 */
export const evidenceSeal = command({
  name: 'evidenceSeal',
  need: 'invoices:write',
  key: 'required',
  input: z.object({ invoiceId: idOf('inv') }),
  async run(ctx, { invoiceId }): Promise<Verdict<{ sealId: string }>> {
    const [found] = await ctx.sql<Evidence & { readonly buyer_id: string; readonly supplier_id: string }>(
      'select buyer_id, supplier_id, parts, files, claims, buyer, supplier from app.invoice_evidence where id = $1',
      [invoiceId],
    );
    if (!found) return refused({ code: 'NOT_FOUND', field: ['invoiceId'] });
    const list = listText(found);
    const id = ctx.newId();
    const parties = [found.buyer_id, found.supplier_id];
    await ctx.sql(
      `insert into app.evidence_seal (id, invoice_id, buyer_id, supplier_id, owner_id, actor_id, list, sha256, business_time)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
      [id, invoiceId, ...parties, ctx.viewer.orgId, ctx.viewer.actorId, list, Buffer.from(sha256Of(list), 'hex'), ctx.businessNow],
    );
    ctx.event({ type: 'EVIDENCE_SEALED', subject: 'EvidenceSeal', id, version: 1, parties });
    return ok({ sealId: id });
  },
});
