import { lifecycle } from '../../kernel/lifecycle.js';
import { type Refusal, unless, type Verdict } from '../../kernel/refusal.js';
import { isUscc, normaliseUscc } from '../../kernel/uscc.js';
import type { OrganisationCode } from '../refusals.js';

export const SIZE_CLASSES = ['LARGE', 'MEDIUM', 'SMALL', 'MICRO'] as const;
export type SizeClass = (typeof SIZE_CLASSES)[number];
export const INNOVATION_TIERS = ['NONE', 'INNOVATIVE', 'SPECIALISED', 'LITTLE_GIANT'] as const;
export const OWNERSHIPS = ['PRIVATE', 'STATE_OWNED', 'PUBLIC_BODY'] as const;
export type Ownership = (typeof OWNERSHIPS)[number];
export const EVIDENCE_KINDS = ['BUSINESS_LICENCE', 'AUTHORITY_LETTER', 'REGISTER_EXTRACT', 'OTHER'] as const;

export type OrganisationStatus = 'CLAIMED' | 'VERIFIED';
export type OrganisationSide = 'OPERATOR' | 'OTHER';
export type OrganisationAction = 'VERIFY';

/** An organisation is claimed until the operator has verified it on evidence. */
export const organisationLifecycle = lifecycle<OrganisationStatus, OrganisationAction, OrganisationSide, object, never>([
  { action: 'VERIFY', by: 'OPERATOR', from: 'CLAIMED', to: 'VERIFIED' },
]);

/** What `allowedActions` of an organisation tells its viewer. */
export const organisationActions = ({ status, operates }: { readonly status: OrganisationStatus; readonly operates: boolean }) =>
  organisationLifecycle.allowed({ status }, operates ? 'OPERATOR' : 'OTHER');

export interface Claim {
  readonly country: string;
  readonly uscc?: string;
  readonly roles: readonly string[];
}

/** The unified social credit code as it is stored, undefined for an organisation of another country. */
export const claimedCode = ({ country, uscc, roles }: Claim): Verdict<string | undefined, OrganisationCode> => {
  const code = uscc === undefined ? undefined : normaliseUscc(uscc);
  const faults: Refusal<OrganisationCode>[] = [];
  if (country === 'CN' && code === undefined) faults.push({ code: 'USCC_REQUIRED', field: ['uscc'] });
  if (country !== 'CN' && code !== undefined) faults.push({ code: 'USCC_NOT_EXPECTED', field: ['uscc'] });
  if (country === 'CN' && code !== undefined && !isUscc(code)) faults.push({ code: 'USCC_INVALID', field: ['uscc'] });
  if (roles.includes('OPERATOR')) faults.push({ code: 'OPERATOR_IS_ONE', field: ['roles'] });
  return unless(faults, code);
};

export interface Identifier {
  readonly scheme: string;
  readonly value: string;
}

const SCHEME = /^[A-Z0-9:._-]{1,35}$/;
const VALUE = /^[A-Z0-9:._/+-]{1,50}$/;

const tidy = (text: string): string => text.normalize('NFKC').replace(/\s/g, '').toUpperCase();

/**
 * An identifier as it is stored and looked up: half-width, upper case, without blanks. Schemes are ISO 6523 codes (`0088` is a
 * GLN, `0192` a Norwegian organisation number) or words; `USCC` is the unified social credit code.
 */
export const identifierOf = ({ scheme, value }: Identifier): Verdict<Identifier, OrganisationCode> => {
  const identifier = { scheme: tidy(scheme), value: tidy(value) };
  const fits = SCHEME.test(identifier.scheme) && VALUE.test(identifier.value);
  return unless<Identifier, OrganisationCode>(fits ? [] : [{ code: 'IDENTIFIER_INVALID', field: ['value'] }], identifier);
};
