import { isUscc, normaliseUscc } from '../../../kernel/uscc.js';
import type { Identifier, PartyRole } from '../document/index.js';

/** By what a document names a party: an identifier with who gives such identifiers. */
export interface PartyName {
  readonly scheme: string;
  readonly value: string;
}

// Names that documents before ISO 6523 codes gave to the same schemes.
const SCHEMES: Readonly<Record<string, string>> = {
  GLN: '0088',
  DUNS: '0060',
  'SE:ORGNR': '0007',
  'NO:ORGNR': '0192',
  'DK:CVR': '0184',
  'CN:USCC': 'USCC',
};

const nameOf = (identifier: Identifier | undefined): readonly PartyName[] => {
  const value = identifier?.value.trim() ?? '';
  const scheme = identifier?.scheme?.trim();
  if (value === '' || value.length > LONGEST || (scheme ?? '').length > LONGEST) return [];
  if (scheme) return [{ scheme: SCHEMES[scheme.toUpperCase()] ?? scheme, value }];
  return isUscc(normaliseUscc(value)) ? [{ scheme: 'USCC', value: normaliseUscc(value) }] : [];
};

// More names than any party has; each costs a look-up.
const MOST_NAMES = 10;
const LONGEST = 50;

/** Every identifier that can find the party, the surest first: endpoint, registered company, other identifications. One without a scheme finds nobody. */
export const namesOf = (role: PartyRole | undefined): readonly PartyName[] => {
  const { endpoint, identifiers = [], legalEntities = [] } = role?.party ?? {};
  const all = [
    endpoint,
    ...legalEntities.slice(0, MOST_NAMES).map((entity) => entity.companyId),
    ...identifiers.slice(0, MOST_NAMES),
  ].flatMap(nameOf);
  return all.filter((name, i) => all.findIndex((other) => other.scheme === name.scheme && other.value === name.value) === i);
};
