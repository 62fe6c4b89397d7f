import type { Room } from '../platform/room.js';
import { attachmentFields, AttachmentMutations } from './attachment/api.js';
import { attachmentReads } from './attachment/reads.js';
import { EvidenceMutations, EvidenceQueries, InvoiceEvidenceFields } from './list/api.js';
import { listReads } from './list/reads.js';
import { evidenceRefusals } from './refusals.js';
import { seed } from './seed.js';

/** Papers beside the documents of the trade, and what the documents of an invoice say together. */
export const evidence: Room = {
  name: 'evidence',
  entities: [],
  reads: [...attachmentReads, ...listReads],
  resolvers: [...attachmentFields, AttachmentMutations, InvoiceEvidenceFields, EvidenceQueries, EvidenceMutations],
  refusals: evidenceRefusals,
  events: ['ATTACHMENT_ADDED', 'ATTACHMENT_SUPERSEDED', 'EVIDENCE_SEALED'],
  subjects: [{ type: 'Attachment' }, { type: 'EvidenceSeal' }],
  effects: [],
  seed,
};
