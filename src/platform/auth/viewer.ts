/** What a credential may do. A key lists its scopes; a person has those of the duties held. */
export const SCOPES = [
  'orders:read',
  'orders:write',
  'invoices:read',
  'invoices:write',
  'amounts:read',
  'parties:read',
  'parties:admin',
  'files:write',
  'feed:read',
  'audit:read',
  'operator',
] as const;
export type Scope = (typeof SCOPES)[number];

/** What a person does for the organisation. */
export const DUTIES = ['CLERK', 'APPROVER', 'REVIEWER', 'CHECKER', 'QUALITY', 'ADMIN', 'AUDITOR'] as const;
export type Duty = (typeof DUTIES)[number];

/** What the organisation does on the hub. */
export const ORG_ROLES = [
  'BUYER',
  'SUPPLIER',
  'FINANCIER',
  'WAREHOUSE_KEEPER',
  'SERVICE_BODY',
  'GOVERNMENT',
  'ASSOCIATION',
  'OPERATOR',
] as const;
export type OrgRole = (typeof ORG_ROLES)[number];

export type Locale = 'zh' | 'en';

/** Who asks: always one organisation, and the person, key or job that acts for it. */
export interface Viewer {
  readonly orgId: string;
  readonly actorId: string;
  /** GUEST: somebody without an account, let in by an invitation. */
  readonly kind: 'PERSON' | 'KEY' | 'SYSTEM' | 'GUEST';
  readonly scopes: ReadonlySet<Scope>;
  readonly duties: ReadonlySet<Duty>;
  readonly orgRoles: ReadonlySet<OrgRole>;
  /** Id of the key or session: what a revocation names and a budget counts. */
  readonly credentialId: string;
  /** Epoch milliseconds after which nothing may be answered any more. */
  readonly expiresAt?: number;
  readonly locale: Locale;
  /** uuid of the one order that a guest sees and answers; the database closes everything else. */
  readonly onlyOrder?: string;
}

const READING: readonly Scope[] = ['orders:read', 'parties:read', 'feed:read'];

const INVOICING: readonly Scope[] = ['invoices:read', 'invoices:write'];

const SCOPES_OF_DUTY: Readonly<Record<Duty, readonly Scope[]>> = {
  CLERK: [...READING, ...INVOICING, 'orders:write', 'amounts:read', 'files:write'],
  APPROVER: [...READING, ...INVOICING, 'orders:write', 'amounts:read', 'files:write'],
  REVIEWER: [...READING, 'amounts:read'],
  CHECKER: [...READING, 'amounts:read'],
  QUALITY: [...READING, 'files:write'],
  ADMIN: [...READING, 'invoices:read', 'amounts:read', 'parties:admin', 'audit:read'],
  AUDITOR: [...READING, 'invoices:read', 'amounts:read', 'audit:read'],
};

/** The scopes of a person: the union over the duties; 'operator' only for an administrator of the operator itself. */
export const scopesOfDuties = (duties: Iterable<Duty>, orgRoles: ReadonlySet<OrgRole>): ReadonlySet<Scope> => {
  const held = [...duties];
  const scopes = new Set(held.flatMap((duty) => SCOPES_OF_DUTY[duty]));
  if (orgRoles.has('OPERATOR') && held.includes('ADMIN')) scopes.add('operator');
  return scopes;
};
