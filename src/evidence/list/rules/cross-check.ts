import { type Evidence, partsOf } from './chain.js';
import { lineChecks } from './lines.js';
import type { Check } from './verdict.js';
import { wholeChecks } from './whole.js';

/** Names, items, amounts, quantities and days across the documents of an invoice, each comparison with both values. */
export const crossCheck = (evidence: Evidence): readonly Check[] => {
  const [invoice] = partsOf(evidence, 'INVOICE');
  return invoice ? [...wholeChecks(evidence, invoice), ...lineChecks(evidence, invoice.facts)] : [];
};

/** Whether nothing differs and nothing is missing. */
export const isComplete = (checks: readonly Check[]): boolean => checks.every(({ verdict }) => verdict === 'AGREES');
