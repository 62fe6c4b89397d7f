import { type Ask, askAs, HUB, granted, type UserError } from '../hub-client.js';
import { VENDOR_SCHEME, vendorCode } from './orders.js';

// The vendors are names of a public record on a demo hub: whoever runs the example may know how they log in.
const PASSWORD = 'scms example vendor';
const SCOPES = ['orders:read', 'orders:write', 'amounts:read'];

const loginOf = (vendor: string): string => `scms-${vendorCode(vendor).toLowerCase()}`.slice(0, 100);

/** The vendor as an organisation of the hub. @returns its id */
export const claimVendor = async (operator: Ask, vendor: string): Promise<string> => {
  const input = {
    idempotencyKey: `scms vendor ${vendorCode(vendor)}`,
    country: 'US',
    legalName: vendor,
    nameZh: vendor.slice(0, 100),
    nameEn: vendor.slice(0, 100),
    sizeClass: 'MEDIUM',
    roles: ['SUPPLIER'],
    identifiers: [{ scheme: VENDOR_SCHEME, value: vendorCode(vendor) }],
  };
  const query =
    'mutation ($input: OrganisationClaimInput!) { organisationClaim(input: $input) { organisation { id } userErrors { code field message } } }';
  const { organisationClaim } = await operator<{ organisationClaim: { organisation: { id: string }; userErrors: UserError[] } }>(query, {
    input,
  });
  return granted(organisationClaim).organisation.id;
};

/** A person's session. Throws what the hub says to a wrong password. */
const logIn = async (login: string, password: string): Promise<Ask> => {
  const response = await fetch(`${HUB}/session`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ login, password }),
  });
  const { csrfToken } = (await response.json()) as { csrfToken?: string };
  const cookie = response.headers.get('set-cookie')?.split(';')[0];
  if (csrfToken === undefined || cookie === undefined) throw new Error(`${login} cannot log in: ${response.status}`);
  return askAs({ cookie, 'x-csrf-token': csrfToken });
};

/** Its first administrator, who sets an own password; on a second run there is one already. */
const enterAdministrator = async (operator: Ask, vendor: string, organisationId: string): Promise<void> => {
  const login = loginOf(vendor);
  const input = { organisationId, login, name: vendor.slice(0, 100), duties: ['ADMIN'], locale: 'en' };
  const invite =
    'mutation ($input: PersonInviteInput!) { personInvite(input: $input) { initialPassword userErrors { code field message } } }';
  const { personInvite } = await operator<{ personInvite: { initialPassword: string | null; userErrors: UserError[] } }>(invite, { input });
  if (personInvite.userErrors[0]?.code === 'FIRST_ADMINISTRATOR_ONLY') return;
  const { initialPassword } = granted(personInvite);
  const person = await logIn(login, initialPassword ?? '');
  const change = 'mutation ($input: PasswordChangeInput!) { passwordChange(input: $input) { userErrors { code field message } } }';
  const passwords = { currentPassword: initialPassword, newPassword: PASSWORD };
  granted((await person<{ passwordChange: { userErrors: UserError[] } }>(change, { input: passwords })).passwordChange);
};

/** A vendor that can speak for itself, with an administrator and a key. @returns how it asks the hub */
export const enterVendor = async (operator: Ask, vendor: string, organisationId: string): Promise<Ask> => {
  await enterAdministrator(operator, vendor, organisationId);
  const person = await logIn(loginOf(vendor), PASSWORD);
  const create = 'mutation ($input: ApiKeyCreateInput!) { apiKeyCreate(input: $input) { secret userErrors { code field message } } }';
  const input = { name: 'scms example', scopes: SCOPES, validDays: 1 };
  const { apiKeyCreate } = await person<{ apiKeyCreate: { secret: string; userErrors: UserError[] } }>(create, { input });
  return askAs(granted(apiKeyCreate).secret);
};
