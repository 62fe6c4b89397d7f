import type { Catalogue } from '../kernel/refusal.js';

/** Why a file was not attached, or a list not sealed. */
export const evidenceRefusals = {
  ATTACH_TO_ONE: { en: 'Name exactly one document to attach the file to.', zh: '请指明一张单据作为附件的归属。' },
  ATTACHMENT_EMPTY: { en: 'The file is empty. Upload it again.', zh: '文件为空，请重新上传。' },
  ATTACHMENT_TYPE_UNKNOWN: {
    en: 'The content of the file is of no kind that is taken. Attach PDF, OFD, XLSX, DOCX or another ZIP format, an image (PNG, JPEG, GIF), XML or plain text in UTF-8.',
    zh: '文件内容不属于可接收的类型，请上传 PDF、OFD、XLSX、DOCX 等 ZIP 格式、图片（PNG、JPEG、GIF）、XML 或 UTF-8 纯文本。',
  },
  ATTACHMENT_FALSE_NAME: {
    en: 'The name ends in .{ending}, but the content is {type}. Rename the file, or upload the right one.',
    zh: '文件名以 .{ending} 结尾，但内容为 {type}，请更正文件名或上传正确的文件。',
  },
  ATTACHMENT_FALSE_KIND: {
    en: 'A file of kind {kind} cannot be {type}. It takes: {allowed}.',
    zh: '类别 {kind} 的附件不能是 {type}，可用：{allowed}。',
  },
  ATTACHED_ALREADY: { en: 'This file is attached to the document already.', zh: '该文件已附于此单据。' },
  ATTACHMENTS_TOO_MANY: { en: 'A document has at most {max} attachments.', zh: '一张单据最多 {max} 个附件。' },
  ATTACHMENT_NOT_OWN: { en: 'Only who attached a file can say that it counts no more.', zh: '只有上传方可以声明附件失效。' },
  SUPERSEDED_ALREADY: { en: 'It was said before that this file counts no more.', zh: '该附件此前已声明失效。' },
  REPLACEMENT_ELSEWHERE: { en: 'The file that takes its place must be attached to the same document.', zh: '替代附件须附于同一单据。' },
} as const satisfies Catalogue;
