import type { RequestContext } from '../platform/graphql/context.js';
import type { DocumentImportInput } from './api-inputs.js';
import { LIMITS } from './ubl/xml.js';

/** The input with the bytes of the file that it names, read before the command's transaction begins. One byte too many tells that it is too large. */
export const withBytes = async (
  ctx: RequestContext,
  input: DocumentImportInput,
): Promise<DocumentImportInput & { readonly bytes?: string }> => {
  if (!input.fileId) return input;
  const bytes = await ctx.file(input.fileId, LIMITS.bytes + 1);
  return { ...input, ...(bytes && { bytes: Buffer.from(bytes).toString('base64') }) };
};
