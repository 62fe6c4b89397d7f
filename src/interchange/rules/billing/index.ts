import type { KindedDocument } from '../document/index.js';
import { isBill } from '../peppol.js';
import type { Broken } from '../place.js';
import { brokenContent } from './content.js';
import { brokenDigits } from './digits.js';
import { brokenPeppol, claimsPeppol } from './peppol.js';
import { brokenTaxes } from './taxes.js';

const EN_16931 = 'urn:cen.eu:en16931:2017';

/** The rules of EN 16931-1 and Peppol BIS Billing 3 that an invoice or credit note breaks, where it says that it follows them. */
export const brokenBill = (kinded: KindedDocument): readonly Broken[] => {
  const { kind, document } = kinded;
  if (!isBill(kind) || !document.customization?.value.trim().startsWith(EN_16931)) return [];
  return [
    ...brokenContent(kinded),
    ...brokenTaxes(kinded),
    ...brokenDigits(kinded),
    ...(claimsPeppol(document) ? brokenPeppol(kinded) : []),
  ];
};
