import type { Refusal } from '../../kernel/refusal.js';

export const ATTACHMENT_KINDS = [
  'CONTRACT',
  'ORDER',
  'DELIVERY_NOTE',
  'RECEIPT',
  'ACCEPTANCE_RECORD',
  'INVOICE',
  'PHOTO',
  'OTHER',
] as const;
export type AttachmentKind = (typeof ATTACHMENT_KINDS)[number];

type Code = 'ATTACHMENT_EMPTY' | 'ATTACHMENT_TYPE_UNKNOWN' | 'ATTACHMENT_FALSE_NAME' | 'ATTACHMENT_FALSE_KIND';

const IMAGES = ['image/png', 'image/jpeg', 'image/gif'];

// An OFD (GB/T 33190), in which fapiao are issued, is a ZIP archive; so are the formats of office programs.
const PAPERS = ['application/pdf', 'application/zip', 'application/xml', ...IMAGES];

/** What the content of a file of that kind may be. */
const TAKEN: Readonly<Record<AttachmentKind, readonly string[]>> = {
  CONTRACT: PAPERS,
  ORDER: [...PAPERS, 'text/plain'],
  DELIVERY_NOTE: [...PAPERS, 'text/plain'],
  RECEIPT: [...PAPERS, 'text/plain'],
  ACCEPTANCE_RECORD: PAPERS,
  INVOICE: PAPERS,
  PHOTO: IMAGES,
  OTHER: [...PAPERS, 'application/gzip', 'text/plain'],
};

/** What a name with that ending promises. */
const PROMISED: Readonly<Record<string, readonly string[]>> = {
  pdf: ['application/pdf'],
  png: ['image/png'],
  jpg: ['image/jpeg'],
  jpeg: ['image/jpeg'],
  gif: ['image/gif'],
  zip: ['application/zip'],
  ofd: ['application/zip'],
  xlsx: ['application/zip'],
  docx: ['application/zip'],
  pptx: ['application/zip'],
  gz: ['application/gzip'],
  xml: ['application/xml'],
  ubl: ['application/xml'],
  txt: ['text/plain'],
  csv: ['text/plain'],
  json: ['text/plain'],
  md: ['text/plain'],
};

/** Endings of what an operating system runs, or a browser works out: no paper of trade is called so. */
const RUNS = new Set([
  'exe',
  'dll',
  'bat',
  'cmd',
  'com',
  'msi',
  'scr',
  'js',
  'vbs',
  'ps1',
  'sh',
  'jar',
  'apk',
  'html',
  'htm',
  'svg',
  'xhtml',
]);

export interface FileFacts {
  readonly name: string;
  readonly mediaType: string;
  readonly empty: boolean;
}

const endingOf = (name: string): string => /\.([A-Za-z0-9]{1,10})$/.exec(name.trim())?.[1]?.toLowerCase() ?? '';

/** What speaks against a file as an attachment of that kind: its content decides; its name and kind must bear it out. */
export const attachmentFaults = ({ name, mediaType, empty }: FileFacts, kind: AttachmentKind): readonly Refusal<Code>[] => {
  const field = ['fileId'];
  if (empty) return [{ code: 'ATTACHMENT_EMPTY', field }];
  if (!TAKEN.OTHER.includes(mediaType)) return [{ code: 'ATTACHMENT_TYPE_UNKNOWN', field }];
  const ending = endingOf(name);
  const promised = PROMISED[ending];
  const faults: Refusal<Code>[] = [];
  if (RUNS.has(ending) || (promised && !promised.includes(mediaType)))
    faults.push({ code: 'ATTACHMENT_FALSE_NAME', field, params: { ending, type: mediaType } });
  if (!TAKEN[kind].includes(mediaType))
    faults.push({ code: 'ATTACHMENT_FALSE_KIND', field: ['kind'], params: { kind, type: mediaType, allowed: TAKEN[kind].join(', ') } });
  return faults;
};
