import { readConfig } from '../platform/config.js';
import { rotateSecrets } from '../platform/secrets.js';

/** Adds a key to the file of keys, or makes the file. */
export const rotate = (roles: boolean): void => {
  const config = readConfig({ ...process.env, DATABASE_URL: undefined, DATABASE_OWNER_URL: undefined });
  const id = rotateSecrets(config.secretFile, roles);
  const follow = roles ? '\nRole passwords follow the new key: run "migrate", then start the servers anew.' : '';
  process.stdout.write(
    `Key ${id} signs from the next start of each server on; older keys in ${config.secretFile} go on verifying until you take them out.${follow}\n`,
  );
};
