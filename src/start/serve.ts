import type { Parts } from '../app.js';
import { readConfig } from '../platform/config.js';
import { createLog, type Log } from '../platform/log.js';
import { banner, workerBanner } from './banner.js';

/** After this the process ends, whatever still runs: what was acknowledged is committed, and jobs are begun again elsewhere. */
const PATIENCE_MS = 9_500;

/** Settles when the process is told to end, by Ctrl-C or by its keeper; from then on its time is limited, even if it is still starting. */
const toldToEnd = (log: Log): Promise<void> =>
  new Promise((resolve) => {
    const end = (signal: NodeJS.Signals): void => {
      log.info({ signal }, 'stopping');
      setTimeout(() => {
        log.error('did not stop in time');
        process.exit(1);
      }, PATIENCE_MS).unref();
      resolve();
    };
    // Listened to until the end: npm passes on a Ctrl-C that the terminal has sent to us already, and unheard it would cut the draining short.
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, end);
  });

/** Starts the parts and stops them when the process is told to end. Answers when everything has stopped. */
export const serve = async (parts: Parts): Promise<void> => {
  const config = readConfig(process.env);
  const log = createLog(config.logLevel);
  const told = toldToEnd(log);
  // Loaded only now: wrong settings are told at once.
  const [{ startHub }, { demoShown }] = await Promise.all([import('../app.js'), import('./demo.js')]);
  const hub = await startHub(config, parts, log);
  process.stdout.write(`${parts.api ? banner(hub.url, config.demo ? demoShown() : undefined) : workerBanner(hub.url)}\n`);
  await told;
  await hub.stop();
};
