import { join } from 'node:path';
import { Readable } from 'node:stream';
import { publicId } from '../kernel/ids.js';
import { demoKey, DEMO_PASSWORD, type DemoOrganisation, demoOrganisations, demoOrgId } from '../parties/index.js';
import { DUTIES, type Viewer } from '../platform/auth/viewer.js';
import { type Command, createRunner, type Result } from '../platform/commands/index.js';
import type { Config } from '../platform/config.js';
import { type Planting, roleSettings } from '../platform/database/hub-database.js';
import { openDatabase } from '../platform/database/index.js';
import { queryOnce } from '../platform/database/once.js';
import { createFiles, folderStore } from '../platform/files/index.js';
import type { Demo } from '../platform/http/developers.js';
import { systemViewer } from '../platform/queue/index.js';
import type { Room, Seed, Seeder } from '../platform/room.js';
import type { Secrets } from '../platform/secrets.js';
import { rooms } from '../rooms.js';

const keyed = demoOrganisations.filter((one) => one.hasKey);

/** Who can be tried out, as the first page and the terminal show them. */
export const demoShown = (): Demo => ({
  password: DEMO_PASSWORD,
  people: demoOrganisations.flatMap(({ claim, people }) =>
    people.map(({ login, name, duties }) => ({ login, name, organisation: claim.nameEn ?? claim.legalName, duties: duties.join(', ') })),
  ),
  keys: keyed.map(({ orgKey, claim }) => ({
    key: demoKey(orgKey),
    organisation: claim.nameEn ?? claim.legalName,
    role: claim.roles.join(', '),
  })),
});

/** An organisation of the demo with every right that it can have. */
const actingFor = ({ id, orgKey, claim }: DemoOrganisation): Viewer => {
  const viewer = systemViewer(id);
  const scopes = orgKey === 'operator' ? new Set([...viewer.scopes, 'operator' as const]) : viewer.scopes;
  return { ...viewer, scopes, orgRoles: new Set(claim.roles), duties: new Set(DUTIES) };
};

const pendingOf = async (ownerUrl: string): Promise<{ room: Room; seed: Seed }[]> => {
  const done = new Set(
    (await queryOnce<{ key: string }>(ownerUrl, `select room || ' ' || version as key from app.seed_run`)).map(({ key }) => key),
  );
  return rooms
    .flatMap((room) => [...(room.seed ?? [])].sort((a, b) => a.version - b.version).map((seed) => ({ room, seed })))
    .filter(({ room, seed }) => !done.has(`${room.name} ${seed.version}`));
};

const plantAll = async (ownerUrl: string, config: Config, secrets: Secrets): Promise<void> => {
  const database = await openDatabase({
    url: ownerUrl,
    actingRole: 'hub_app',
    entities: rooms.flatMap((room) => room.entities),
    ...roleSettings(config, secrets),
  });
  const runner = createRunner({ database });
  const files = createFiles(database.pool('hub_app'), folderStore(join(config.dataDir, 'files')));
  const viewerOf = (orgKey: string): Viewer => actingFor(demoOrganisations.find((one) => one.id === demoOrgId(orgKey)) as DemoOrganisation);
  const seeder: Seeder = {
    async as<Out>(orgKey: string, command: { readonly name: string }, input: unknown): Promise<Out> {
      return runner.run(command as Command<unknown, Result>, input, {
        viewer: viewerOf(orgKey),
        requestId: 'demo',
        payload: async ({ result, refusals }) => {
          if (!result) throw new Error(`The demo's ${command.name} as ${orgKey} was refused: ${JSON.stringify(refusals)}`);
          return result as Out;
        },
      });
    },
    file: async (orgKey, name, bytes) => publicId('fil', (await files.upload(viewerOf(orgKey), name, Readable.from([bytes]))).id),
  };
  try {
    for (const { room, seed } of await pendingOf(ownerUrl)) {
      await seed.run(seeder);
      await queryOnce(ownerUrl, 'insert into app.seed_run (room, version) values ($1, $2)', [room.name, seed.version]);
    }
  } finally {
    await database.close();
  }
};

const refuseOpenDemo = async (ownerUrl: string): Promise<boolean> => {
  const planted = await queryOnce(ownerUrl, 'select from app.seed_run limit 1');
  if (planted.length > 0) {
    throw new Error(
      'This data directory holds the demo, whose keys and passwords everybody knows: serve it on a loopback HOST outside production, or set another DATA_DIR.',
    );
  }
  return false;
};

/** The demo: planted where it may exist, and where it may not, never served. */
export const demoPlanting = (config: Config, secrets: Secrets): Planting => ({
  isDue: async (ownerUrl) => (config.demo ? (await pendingOf(ownerUrl)).length > 0 : refuseOpenDemo(ownerUrl)),
  plant: (ownerUrl) => plantAll(ownerUrl, config, secrets),
});
