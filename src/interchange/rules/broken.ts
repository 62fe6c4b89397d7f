import { brokenBill } from './billing/index.js';
import { brokenDespatch } from './despatch.js';
import type { KindedDocument } from './document/index.js';
import type { Broken } from './place.js';
import { brokenResponse } from './response.js';

export type { BrokenRuleCode } from './place.js';

/**
 * The rules of content that a document breaks, of those that it says it follows. What contradicts itself in figures is told for every
 * document, whatever it follows.
 */
export const brokenRules = (kinded: KindedDocument): readonly Broken[] => {
  if (kinded.kind === 'DESPATCH_ADVICE') return brokenDespatch(kinded.document);
  return kinded.kind === 'APPLICATION_RESPONSE' ? brokenResponse(kinded.document) : brokenBill(kinded);
};
