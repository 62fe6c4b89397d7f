import { publicId } from '../../src/kernel/ids.js';
import { DEMO_PASSWORD } from '../../src/parties/index.js';
import { personInvite } from '../../src/parties/people/commands.js';
import { createAuthenticator } from '../../src/platform/auth/authenticate.js';
import { newSessionSecret, secretHash } from '../../src/platform/auth/credentials.js';
import { createLogin, type LoginAnswer } from '../../src/platform/auth/login.js';
import type { Viewer } from '../../src/platform/auth/viewer.js';
import type { Database } from '../../src/platform/database/index.js';
import { freshDatabase, type TestDatabase } from './database.js';
import { demoHub, type Hub } from './parties.js';

/** The demo of the parties and the ways by which somebody comes in. */
export interface Access {
  readonly db: TestDatabase;
  readonly database: Database;
  readonly hub: Hub;
  /** Asks the database anew each time: the memory of the authenticator is not what is tested here. */
  viewerOf(secret: string, kind?: 'KEY' | 'SESSION'): Promise<Viewer | undefined>;
  /** The viewer of a session that must be open. */
  inSession(secret: string | undefined): Promise<Viewer>;
  /** As superuser. */
  owner(sql: string, ...params: unknown[]): Promise<Record<string, unknown>[]>;
  tryLogin(login: string, password: string, orgId?: string): Promise<LoginAnswer>;
  /** Logs in as a browser does. @returns the secret of the session, or undefined when it was refused */
  logIn(login: string, password?: string): Promise<string | undefined>;
  /** Gives somebody duties for supplier2. */
  invite(login: string, duties: string[], rest?: object): Promise<Invited>;
}

export interface Invited {
  readonly personId: string;
  readonly membershipId: string;
  readonly initialPassword: string;
  /** The uuid behind `personId`. */
  readonly person: string;
}

export async function openAccess(): Promise<Access> {
  const db = await freshDatabase();
  const database = await db.open();
  const hub = await demoHub(database);
  const app = database.pool('hub_app');
  let addresses = 0;
  const viewerOf: Access['viewerOf'] = (secret, kind = 'KEY') => createAuthenticator(app).viewerOf({ kind, secret });
  const tryLogin: Access['tryLogin'] = (login, password, orgId) =>
    createLogin(app)({ login, password, orgId, address: `10.0.0.${++addresses}` });
  return {
    db,
    database,
    hub,
    viewerOf,
    tryLogin,
    async inSession(secret = '') {
      const viewer = await viewerOf(secret, 'SESSION');
      if (!viewer) throw new Error('the session is not open');
      return viewer;
    },
    owner: async (sql, ...params) => (await db.owner.query<Record<string, unknown>>(sql, params)).rows,
    async logIn(login, password = DEMO_PASSWORD) {
      const answer = await tryLogin(login, password);
      if (answer.kind !== 'passed') return undefined;
      const secret = newSessionSecret();
      const { rows } = await app.query<{ id: string | null }>(
        `select app.session_open(gen_random_uuid(), $1, $2, $3, clock_timestamp() + interval '12 hours', 'test') as id`,
        [answer.personId, answer.orgId, secretHash(secret)],
      );
      return rows[0]?.id ? secret : undefined;
    },
    async invite(login, duties, rest = {}) {
      const { result, refusals } = await hub.as('supplier2', personInvite, { login, name: login, duties, ...rest });
      if (!result) throw new Error(JSON.stringify(refusals));
      const { personId, membershipId, initialPassword } = result;
      return { personId: publicId('psn', personId), membershipId: publicId('mbr', membershipId), initialPassword, person: personId };
    },
  };
}
