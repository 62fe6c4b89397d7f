import { z } from 'zod';
import { organisationRefInput } from '../parties/index.js';
import { idOf } from '../platform/commands/index.js';

export const documentImportInput = z.object({
  /** The document as text; or `fileId` of an uploaded one, whose bytes come in `bytes` as base64. */
  content: z.string().optional(),
  fileId: idOf('fil').optional(),
  bytes: z.base64().optional(),
  counterparty: organisationRefInput.optional(),
  expectedVersion: z.int().optional(),
});
export type DocumentImportInput = z.output<typeof documentImportInput>;
