import {
  byId,
  connection,
  derived,
  extend,
  id,
  instant,
  json,
  one,
  payload,
  type ReadDeclaration,
  ref,
  root,
  rows,
  text,
  type,
  word,
} from '../../platform/reads/declare.js';
import { changesSince, listedFile, listedPart, listText, sha256Of } from './digest.js';
import type { Evidence } from './rules/chain.js';
import { crossCheck, isComplete } from './rules/cross-check.js';

const whole = {
  parts: json('parts'),
  files: json('files'),
  claims: json('claims'),
  buyer: json('buyer'),
  supplier: json('supplier'),
} as const;

interface Sealed {
  readonly list: string;
  readonly now: readonly Evidence[];
}

export const listReads: readonly ReadDeclaration[] = [
  type(
    'InvoiceEvidence',
    { table: 'app.invoice_evidence', need: ['invoices:read', 'orders:read', 'amounts:read'], cols: { id: 'uuid' } },
    {
      complete: derived<Evidence>(whole, (evidence) => isComplete(crossCheck(evidence))),
      sha256: derived<Evidence>(whole, (evidence) => sha256Of(listText(evidence))),
      parts: derived<Evidence>(whole, ({ parts }) => parts.map(listedPart), { size: 10 }),
      files: derived<Evidence>(whole, ({ files }) => files.map(listedFile), { size: 5 }),
      checks: derived<Evidence>(whole, crossCheck, { size: 30 }),
    },
  ),
  type(
    'EvidenceSeal',
    { table: 'app.evidence_seal', id: 'evs', need: ['invoices:read', 'orders:read', 'amounts:read'], cols: { at: 'timestamptz' } },
    {
      id: id('evs'),
      owner: one('Organisation', 'owner_id'),
      list: text('list'),
      sha256: word(`encode({sha256}, 'hex')`),
      changes: derived<Sealed>(
        { list: 'list', now: rows('InvoiceEvidence', { id: 'invoice_id' }, whole, ['id']) },
        ({ list, now }) => (now[0] ? changesSince(list, now[0]) : []),
        { size: 3 },
      ),
      at: instant('at'),
      businessTime: instant('business_time'),
    },
  ),
  extend('Invoice', {
    evidence: one('InvoiceEvidence', { id: 'id' }),
    evidenceSeals: connection('EvidenceSeal', { on: 'invoice_id', orders: { NEWEST: ['-at', '-id'] } }),
  }),
  root({ evidenceSeal: byId('EvidenceSeal') }),
  payload('EvidenceSealPayload', { seal: ref('EvidenceSeal', (done: { readonly sealId: string }) => done.sealId) }),
];
