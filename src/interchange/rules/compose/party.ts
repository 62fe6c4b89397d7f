import type { Party, PartyRole } from '../document/index.js';
import { known } from '../translate/lines.js';
import type { PartyName } from '../translate/parties.js';

/** An organisation as documents name it. */
export interface PartyFacts {
  readonly name: string;
  readonly uscc?: string | null;
  readonly identifiers: readonly PartyName[];
  /** ISO 3166-1; known where documents of billing are written. */
  readonly country?: string;
}

export interface Sides {
  readonly buyer: PartyFacts;
  readonly seller: PartyFacts;
}

export const partyOf = ({ name, uscc, identifiers }: PartyFacts): Party => {
  const names = identifiers.map((one) => ({ value: one.value, scheme: one.scheme }));
  const [endpoint] = names;
  const companyId = uscc ? { value: uscc, scheme: 'USCC' } : endpoint;
  return known({ endpoint, identifiers: names.length > 0 ? names : undefined, names: [name], legalEntities: [known({ name, companyId })] });
};

export const roleOf = (facts: PartyFacts): PartyRole => ({ party: partyOf(facts) });

/** A party as invoices name it: with its country, and the number under which it pays tax, which in China is its social credit code. */
export const traderOf = (facts: PartyFacts): PartyRole => {
  const party = partyOf(facts);
  const taxNumber = facts.uscc ?? party.endpoint?.value;
  return {
    party: known({
      ...party,
      endpoint: party.endpoint ?? party.legalEntities?.[0]?.companyId,
      address: { country: { value: facts.country ?? 'CN' } },
      taxRegistrations: taxNumber === undefined ? undefined : [{ companyId: { value: taxNumber }, scheme: { id: { value: 'VAT' } } }],
    }),
  };
};
