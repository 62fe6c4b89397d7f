import { uuidv7 } from 'uuidv7';
import { hubFound, parties } from '../parties/index.js';
import { SCOPES, type Viewer } from '../platform/auth/viewer.js';
import { commonRefusals, createRunner } from '../platform/commands/index.js';
import { readConfig } from '../platform/config.js';
import { openHubDatabase, roleSettings } from '../platform/database/hub-database.js';
import { openDatabase } from '../platform/database/index.js';
import { userErrors } from '../platform/graphql/user-error.js';
import { createLog } from '../platform/log.js';
import { systemViewer } from '../platform/queue/index.js';
import { openSecrets } from '../platform/secrets.js';
import { demoPlanting } from './demo.js';

export interface Founding {
  readonly country?: string;
  readonly uscc?: string;
  readonly legalName: string;
  readonly login: string;
  readonly name: string;
}

/** Somebody of an organisation that does not exist yet, with the rights to enter it as the operator. */
const founder = (): Viewer => ({ ...systemViewer(uuidv7()), scopes: new Set(SCOPES), locale: 'en' });

/** Enters the operator into an empty hub and prints the password with which its first administrator comes in. */
export const found = async (founding: Founding): Promise<void> => {
  const config = readConfig(process.env);
  const secrets = openSecrets(config.secretFile, config.databaseUrl === undefined);
  const hub = await openHubDatabase(config, secrets, demoPlanting(config, secrets), createLog(config.logLevel));
  const database = await openDatabase({
    url: hub.url,
    actingRole: 'hub_app',
    entities: [...parties.entities],
    ...roleSettings(config, secrets),
  });
  try {
    const { result, refusals } = await createRunner({ database }).run(hubFound, founding, {
      viewer: founder(),
      requestId: 'found',
      payload: (answer) => Promise.resolve(answer),
    });
    if (!result)
      throw new Error(
        userErrors(refusals, { ...commonRefusals, ...parties.refusals }, 'en')
          .map(({ message }) => message)
          .join('\n'),
      );
    process.stdout.write(`${founding.login} logs in with ${String(result.initialPassword)} within 7 days, and sets a password then.\n`);
  } finally {
    await database.close();
    await hub.stop();
  }
};
