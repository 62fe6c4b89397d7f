import {
  extend,
  id,
  instant,
  int,
  many,
  newest,
  one,
  payload,
  type ReadDeclaration,
  ref,
  text,
  type,
  word,
} from '../../platform/reads/declare.js';
import { SUBJECTS } from './subjects.js';

const added = { attachment: ref('Attachment', (done: { readonly attachmentId: string }) => done.attachmentId) };

export const attachmentReads: readonly ReadDeclaration[] = [
  type(
    'Attachment',
    { table: 'app.attachment', id: 'att', need: 'orders:read', cols: { at: 'timestamptz' } },
    {
      id: id('att'),
      kind: word('kind'),
      note: text('note'),
      file: one('StoredFile', 'file_id'),
      owner: one('Organisation', 'owner_id'),
      superseded: newest('AttachmentSuperseded', 'attachment_id', ['-at', '-id']),
      at: instant('at'),
      businessTime: instant('business_time'),
    },
  ),
  type(
    'StoredFile',
    { table: 'app.file' },
    { id: id('fil'), name: text('name'), mediaType: text('media_type'), size: int('{size}::int'), sha256: word(`encode({sha256}, 'hex')`) },
  ),
  type(
    'AttachmentSuperseded',
    { table: 'app.attachment_superseded', cols: { at: 'timestamptz' } },
    { reason: text('reason'), by: one('Attachment', 'by_id'), at: instant('at'), businessTime: instant('business_time') },
  ),
  ...SUBJECTS.map((subject) => extend(subject.type, { attachments: many('Attachment', 'subject_id', ['at', 'id'], { size: 3 }) })),
  payload('AttachmentAddPayload', added),
  payload('AttachmentSupersedePayload', added),
];
