import { type Parts, startHub } from '../app.js';
import { readConfig } from '../platform/config.js';
import { createLog } from '../platform/log.js';
import { banner } from './banner.js';
import { demoShown } from './demo.js';

/** After this the process ends, whatever still runs: what was acknowledged is committed, and jobs are begun again elsewhere. */
const PATIENCE_MS = 9_500;

/** Starts the parts and stops them when the process is told to end. Answers when everything has stopped. */
export const serve = async (parts: Parts): Promise<void> => {
  const config = readConfig(process.env);
  const log = createLog(config.logLevel);
  const told = new Promise<NodeJS.Signals>((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => resolve(signal));
  });
  const hub = await startHub(config, parts, log);
  if (parts.api) process.stdout.write(`${banner(hub.url, config.demo ? demoShown() : undefined)}\n`);
  const signal = await told;
  log.info({ signal }, 'stopping');
  setTimeout(() => {
    log.error('did not stop in time');
    process.exit(1);
  }, PATIENCE_MS).unref();
  await hub.stop();
};
