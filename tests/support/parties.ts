import type { Command, Result } from '../../src/platform/commands/index.js';
import { createRunner, type Answer, type Runner } from '../../src/platform/commands/index.js';
import { publicId } from '../../src/kernel/ids.js';
import { ORG_ROLES, SCOPES, type Scope, type Viewer } from '../../src/platform/auth/viewer.js';
import type { Database } from '../../src/platform/database/index.js';
import { demoOrganisations, demoOrgId, parties } from '../../src/parties/index.js';

/** Somebody of that organisation of the demo who may do everything, save what only the operator may. */
export const demoViewer = (orgKey: string, rest: Partial<Viewer> = {}): Viewer => ({
  orgId: demoOrgId(orgKey),
  actorId: demoOrgId(orgKey),
  credentialId: demoOrgId(orgKey),
  kind: 'SYSTEM',
  locale: 'en',
  duties: new Set(),
  scopes: new Set<Scope>(SCOPES.filter((scope) => scope !== 'operator' || orgKey === 'operator')),
  orgRoles: new Set(demoOrganisations.find((one) => one.orgKey === orgKey)?.claim.roles ?? ORG_ROLES),
  ...rest,
});

export interface Hub {
  readonly runner: Runner;
  /** Runs a command as an organisation of the demo, or as any viewer. */
  as<I, R extends Result>(who: string | Viewer, command: Command<I, R>, input: unknown): Promise<Answer<R>>;
}

export const hubOn = (database: Database): Hub => {
  const runner = createRunner({ database });
  return {
    runner,
    as: (who, command, input) =>
      runner.run(command, input, {
        viewer: typeof who === 'string' ? demoViewer(who) : who,
        requestId: 'test',
        payload: (answer) => Promise.resolve(answer as never),
      }),
  };
};

/** A hub with the demo of the parties on it. */
export async function demoHub(database: Database): Promise<Hub> {
  const hub = hubOn(database);
  const as = async (orgKey: string, command: unknown, input: unknown) => {
    const { result, refusals } = await hub.as(orgKey, command as Command<unknown, Result>, input);
    if (!result) throw new Error(`${orgKey} ${(command as { name: string }).name}: ${JSON.stringify(refusals)}`);
    return result as never;
  };
  for (const seed of parties.seed ?? [])
    await seed.run({ as, file: () => Promise.reject(new Error('the parties of the demo upload nothing')) });
  return hub;
}

/** What a command answered, as `OK` or as codes with their fields. */
export const said = ({ result, refusals }: Answer): string =>
  result ? 'OK' : refusals.map(({ code, field }) => [code, ...(field ?? [])].join(' ')).join(', ');

/** The unified social credit code of an organisation of the demo. */
export const usccOf = (orgKey: string): string => demoOrganisations.find((one) => one.orgKey === orgKey)?.claim.uscc ?? '';

export const orgIdOf = (orgKey: string): string => publicId('org', demoOrgId(orgKey));
