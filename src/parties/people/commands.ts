import { randomBytes } from 'node:crypto';
import { verify } from '@node-rs/argon2';
import type { z } from 'zod';
import { ok, refused } from '../../kernel/refusal.js';
import { hashPassword } from '../../platform/auth/login.js';
import { command, type CommandContext } from '../../platform/commands/index.js';
import type { PeopleCode } from '../refusals.js';
import { OrganisationEntity } from '../organisation/model.js';
import { endInput, grantInput, inviteInput, passwordChangeInput, passwordResetInput } from './inputs.js';
import { type Membership, MembershipEntity, PersonEntity } from './model.js';
import { grantFaults, isStrong, leavesNoAdministrator, loginOf, type Term } from './rules.js';

/** How long a password that an administrator gave can be used to set an own one. */
const INITIAL_DAYS = 7;

/** Duties are counted in real days: who may act must not depend on the movable business clock. */
const today = async (ctx: CommandContext): Promise<string> =>
  (await ctx.sql<{ day: string }>(`select (clock_timestamp() at time zone 'Asia/Shanghai')::date::text as day`))[0]?.day ?? '';

const setPassword = async (ctx: CommandContext, personId: string, password: string, days: number | null): Promise<void> => {
  await ctx.sql('select app.set_password($1, $2, clock_timestamp() + make_interval(days => $3))', [
    personId,
    await hashPassword(password),
    days,
  ]);
};

const insertMembership = (ctx: CommandContext, id: string, orgId: string, personId: string, term: Term, delegatedFrom?: string) =>
  ctx.sql(
    `insert into app.membership (id, org_id, person_id, duties, valid_from, valid_to, delegated_from, granted_by)
     values ($1, $2, $3, $4, $5, $6, $7, $8)`,
    [id, orgId, personId, [...new Set(term.duties)], term.validFrom, term.validTo, delegatedFrom, ctx.viewer.actorId],
  );

type Invitation = z.output<typeof inviteInput>;

/** Makes an account with duties and an initial password, which is answered once and kept by nobody. */
export async function enterPerson(ctx: CommandContext, orgId: string, input: Invitation) {
  const login = loginOf(input.login);
  const personId = ctx.newId();
  const term = { duties: input.duties, validFrom: input.validFrom ?? (await today(ctx)), validTo: input.validTo };
  const faults = grantFaults({ ...term, personId }, undefined, term.validFrom);
  if (login === undefined) return refused<PeopleCode>({ code: 'LOGIN_INVALID', field: ['login'] }, ...faults);
  if (faults.length > 0) return refused(...faults);
  await ctx.sql('insert into app.person (id, org_id, login, name, locale) values ($1, $2, $3, $4, $5)', [
    personId,
    orgId,
    login,
    input.name,
    input.locale,
  ]);
  const membershipId = ctx.newId();
  await insertMembership(ctx, membershipId, orgId, personId, term);
  const initialPassword = randomBytes(15).toString('base64url');
  await setPassword(ctx, personId, initialPassword, INITIAL_DAYS);
  ctx.event({ type: 'PERSON_INVITED', subject: 'Person', id: personId, version: 1, parties: [orgId] });
  ctx.event({ type: 'MEMBERSHIP_GRANTED', subject: 'Membership', id: membershipId, version: 1, parties: [orgId] });
  return ok({ personId, membershipId, initialPassword });
}

/**
 * Gives a person an account and duties. The initial password is answered once and kept by nobody; it opens nothing but its own
 * change. The operator may name another organisation, for its first administrator.
 * @returns refusals NOT_FOUND, FIRST_ADMINISTRATOR_ONLY, LOGIN_INVALID, LOGIN_NOT_AVAILABLE, DATES_REVERSED
 */
export const personInvite = command({
  name: 'personInvite',
  need: 'parties:admin',
  key: 'none',
  input: inviteInput,
  constraints: { person_login_key: { code: 'LOGIN_NOT_AVAILABLE', field: ['login'] } },
  async run(ctx, input) {
    const orgId = input.organisationId ?? ctx.viewer.orgId;
    if (orgId !== ctx.viewer.orgId) {
      if (!ctx.viewer.scopes.has('operator') || !(await ctx.lockById(OrganisationEntity, orgId)))
        return refused({ code: 'NOT_FOUND', field: ['organisationId'] });
      const [awaited] = await ctx.sql<{ first: boolean }>('select app.awaits_administrator($1) as first', [orgId]);
      if (!awaited?.first || input.duties.join() !== 'ADMIN')
        return refused({ code: 'FIRST_ADMINISTRATOR_ONLY', field: ['organisationId'] });
    }
    return enterPerson(ctx, orgId, input);
  },
});

/**
 * Gives further duties to a person of the organisation, or delegates one's own for some days.
 * @returns refusals NOT_FOUND, DATES_REVERSED, DELEGATION_*
 */
export const membershipGrant = command({
  name: 'membershipGrant',
  need: 'parties:admin',
  key: 'optional',
  input: grantInput,
  async run(ctx, input) {
    const { orgId } = ctx.viewer;
    const [person] = await ctx.sql<{ id: string }>('select id from app.person where id = $1', [input.personId]);
    if (!person) return refused({ code: 'NOT_FOUND', field: ['personId'] });
    const from = input.delegatedFromId === undefined ? undefined : await ctx.lockById(MembershipEntity, input.delegatedFromId);
    if (input.delegatedFromId !== undefined && !from) return refused({ code: 'NOT_FOUND', field: ['delegatedFromId'] });
    const day = await today(ctx);
    const term = { duties: input.duties, validFrom: input.validFrom ?? day, validTo: input.validTo };
    const faults = grantFaults({ ...term, personId: person.id }, from, day);
    if (faults.length > 0) return refused(...faults);
    const membershipId = ctx.newId();
    await insertMembership(ctx, membershipId, orgId, person.id, term, from?.id);
    ctx.event({ type: 'MEMBERSHIP_GRANTED', subject: 'Membership', id: membershipId, version: 1, parties: [orgId] });
    return ok({ membershipId });
  },
});

/** Ends duties at once, with what was delegated from them. @returns refusals NOT_FOUND, ENDED_ALREADY, LAST_ADMINISTRATOR */
export const membershipEnd = command({
  name: 'membershipEnd',
  need: 'parties:admin',
  key: 'optional',
  input: endInput,
  async run(ctx, { membershipId }) {
    const { orgId, actorId } = ctx.viewer;
    // Two administrators who end each other at once must meet on one row.
    await ctx.lockById(OrganisationEntity, orgId);
    const membership = await ctx.lockById(MembershipEntity, membershipId);
    if (!membership) return refused({ code: 'NOT_FOUND', field: ['membershipId'] });
    if (membership.endedAt) return refused({ code: 'ENDED_ALREADY', field: ['membershipId'] });
    const others = await ctx.sql<Membership>(
      `select person_id as "personId", duties, valid_from::text as "validFrom", valid_to::text as "validTo",
         delegated_from as "delegatedFrom", ended_at as "endedAt" from app.membership where org_id = $1 and id <> $2`,
      [orgId, membershipId],
    );
    if (leavesNoAdministrator(membership, others, await today(ctx)))
      return refused({ code: 'LAST_ADMINISTRATOR', field: ['membershipId'] });
    await ctx.sql('insert into app.membership_end (membership_id, org_id, ended_by, business_time) values ($1, $2, $3, $4)', [
      membershipId,
      orgId,
      actorId,
      ctx.businessNow,
    ]);
    ctx.event({
      type: 'MEMBERSHIP_ENDED',
      subject: 'Membership',
      id: membershipId,
      version: membership.version + 1,
      parties: [orgId],
      changed: ['endedAt'],
    });
    return ok({ membershipId });
  },
});

/** Changes the own password and ends all own sessions. @returns refusals PERSON_ONLY, PASSWORD_WRONG, PASSWORD_TOO_WEAK */
export const passwordChange = command({
  name: 'passwordChange',
  need: 'authenticated',
  key: 'none',
  input: passwordChangeInput,
  async run(ctx, { currentPassword, newPassword }) {
    const { kind, actorId, orgId } = ctx.viewer;
    if (kind !== 'PERSON') return refused({ code: 'PERSON_ONLY' });
    const [known] = await ctx.sql<{ hash: string | null; login: string }>(
      'select app.own_password() as hash, login from app.person where id = $1',
      [actorId],
    );
    if (!known?.hash || !(await verify(known.hash, currentPassword)))
      return refused({ code: 'PASSWORD_WRONG', field: ['currentPassword'] });
    if (!isStrong(newPassword, known.login) || newPassword === currentPassword)
      return refused({ code: 'PASSWORD_TOO_WEAK', field: ['newPassword'] });
    await setPassword(ctx, actorId, newPassword, null);
    ctx.event({ type: 'PASSWORD_CHANGED', subject: 'Person', id: actorId, version: 1, parties: [orgId] });
    return ok({ personId: actorId });
  },
});

/** Gives a person of the own organisation a new initial password. @returns refusals NOT_FOUND, PERSON_OF_ANOTHER */
export const passwordReset = command({
  name: 'passwordReset',
  need: 'parties:admin',
  key: 'none',
  input: passwordResetInput,
  async run(ctx, { personId }) {
    const { orgId } = ctx.viewer;
    const person = await ctx.lockById(PersonEntity, personId);
    const [seen] = await ctx.sql('select 1 from app.person where id = $1', [personId]);
    if (!person) return refused(seen ? { code: 'PERSON_OF_ANOTHER', field: ['personId'] } : { code: 'NOT_FOUND', field: ['personId'] });
    const initialPassword = randomBytes(15).toString('base64url');
    await setPassword(ctx, personId, initialPassword, INITIAL_DAYS);
    ctx.event({ type: 'PASSWORD_RESET', subject: 'Person', id: personId, version: 1, parties: [orgId] });
    return ok({ personId, initialPassword });
  },
});
