import { ok, type Refusal, refused, type Verdict } from '../../kernel/refusal.js';
import { command, insertRows } from '../../platform/commands/index.js';
import { endInvoice } from '../invoice/end.js';
import { fapiaoRecordInput, voidInput } from '../invoice/inputs.js';
import { fapiaoRow } from '../invoice/write.js';
import { invoiceLifecycle } from '../lifecycle/rules.js';
import type { Invoice } from '../model.js';
import { conclude, sit, type Sitting } from '../sitting.js';
import { type Fapiao, fapiaoFaults, type RecordedFapiao, voidFaults } from './rules.js';

const recorded = ({ fapiaoKind, fapiaoNumber, fapiaoStatus, issuedOn }: Invoice): RecordedFapiao | undefined =>
  fapiaoKind === null || fapiaoNumber === null || fapiaoStatus === null
    ? undefined
    : { kind: fapiaoKind, number: fapiaoNumber, status: fapiaoStatus, issuedOn };

const fact = (s: Sitting, fapiao: Parameters<typeof fapiaoRow>[2], status: 'VALID' | 'VOID', reason?: string) =>
  insertRows((text, params) => s.ctx.write(text, params), 'invoice_fapiao', [fapiaoRow(s.ctx, s.invoice, fapiao, status, { reason })]);

const voidFapiao = async (s: Sitting, known: RecordedFapiao, reason: string | undefined): Promise<void> => {
  await fact(s, { kind: known.kind, code: s.invoice.fapiaoCode, number: known.number }, 'VOID', reason);
  s.invoice.fapiaoStatus = 'VOID';
};

const faultsOf = (s: Sitting, status: 'VALID' | 'VOID', fapiao: Fapiao | undefined): readonly Refusal[] => {
  const known = recorded(s.invoice);
  if (status === 'VOID')
    return known === undefined ? [{ code: 'FAPIAO_NOT_RECORDED', field: ['invoiceId'] }] : voidFaults(known, s.ctx.businessDate);
  if (fapiao === undefined) return [{ code: 'REQUIRED', field: ['fapiao'] }];
  if (known !== undefined && known.status !== 'VOID')
    return [{ code: 'FAPIAO_RECORDED', field: ['fapiao'], params: { number: known.number, status: known.status } }];
  return fapiaoFaults(fapiao, ['fapiao']);
};

/**
 * The supplier records the tax invoice (发票) of a claim: its number, or that it was voided; after that another number may follow. Red
 * letters come with the red invoice. Refuses FAPIAO_NUMBER_WRONG, FAPIAO_RECORDED, FAPIAO_NOT_RECORDED, FAPIAO_NOT_VOIDABLE, FAPIAO_EXISTS.
 */
export const fapiaoRecord = command({
  name: 'fapiaoRecord',
  need: 'invoices:write',
  key: 'optional',
  input: fapiaoRecordInput,
  constraints: { invoice_fapiao_once: { code: 'FAPIAO_EXISTS', field: ['fapiao', 'number'] } },
  async run(ctx, input): Promise<Verdict<{ invoiceId: string }>> {
    const found = await sit(ctx, input);
    if (!found.ok) return found;
    const s = found.value;
    if (s.side !== 'SUPPLIER') return refused({ code: 'NOT_ALLOWED', params: { action: 'fapiaoRecord', status: s.invoice.status } });
    const fapiao = input.fapiao as Fapiao | undefined;
    const faults = faultsOf(s, input.status, fapiao);
    if (faults.length > 0) return refused(...faults);
    const known = recorded(s.invoice);
    if (input.status === 'VOID' && known) await voidFapiao(s, known, input.reason);
    else if (fapiao) {
      await fact(s, fapiao, 'VALID', input.reason);
      Object.assign(s.invoice, {
        fapiaoKind: fapiao.kind,
        fapiaoCode: fapiao.code ?? null,
        fapiaoNumber: fapiao.number,
        fapiaoStatus: 'VALID',
      });
    }
    conclude(s, ['FAPIAO_RECORDED'], ['fapiao']);
    return ok({ invoiceId: s.invoice.id });
  },
});

/**
 * The supplier takes an invoice back before anything of it was approved or settled. Its units are free for another one, and so is its
 * number. A tax invoice goes with it where it can be voided. Refuses NOT_ALLOWED, INVOICE_PART_SETTLED, FAPIAO_NOT_VOIDABLE.
 */
export const invoiceVoid = command({
  name: 'invoiceVoid',
  need: 'invoices:write',
  key: 'optional',
  input: voidInput,
  async run(ctx, input): Promise<Verdict<{ invoiceId: string }>> {
    const found = await sit(ctx, input);
    if (!found.ok) return found;
    const s = found.value;
    const verdict = invoiceLifecycle.decide(s.facts, 'VOID', s.side);
    if (!verdict.ok) return verdict;
    const known = recorded(s.invoice);
    const faults = known === undefined || known.status === 'VOID' ? [] : voidFaults(known, ctx.businessDate);
    if (faults.length > 0) return refused(...faults);
    if (known?.status === 'VALID') await voidFapiao(s, known, input.reason);
    await endInvoice(ctx, s.invoice, 'VOIDED', s.invoice.id);
    s.invoice.status = verdict.value;
    ctx.clearDeadlines(s.invoice.id);
    conclude(s, ['INVOICE_VOIDED'], ['status']);
    return ok({ invoiceId: s.invoice.id });
  },
});
