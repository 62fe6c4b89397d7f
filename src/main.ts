import 'reflect-metadata';
import { Command } from 'commander';
import type { Parts } from './app.js';
import type { Founding } from './start/found.js';

// Each command loads what it needs, so that short ones are short.
const run = async (parts: Parts): Promise<void> => {
  const { serve } = await import('./start/serve.js');
  await serve(parts);
};

const program = new Command('rongtong').description(
  'Rongtong: one hub for the orders of large firms and their suppliers. Settings are environment variables; see README.md.',
);

program
  .command('serve', { isDefault: true })
  .description('API, subscriptions and workers in one process')
  .action(() => run({ api: true, worker: true }));
program
  .command('api')
  .description('API and subscriptions only')
  .action(() => run({ api: true, worker: false }));
program
  .command('worker')
  .description('dispatcher, deadlines and jobs only; answers for its health on PORT')
  .action(() => run({ api: false, worker: true }));
program
  .command('migrate')
  .description('bring the schema up to date, with DATABASE_OWNER_URL')
  .action(async () => {
    const { migrateNow } = await import('./start/upkeep.js');
    await migrateNow();
  });

program
  .command('found')
  .description('enter the operator into an empty hub; prints the first password of its administrator')
  .requiredOption('--legal-name <name>', 'name of the operator as registered')
  .requiredOption('--login <name>', 'log-in name of the first administrator')
  .requiredOption('--name <name>', 'name of the first administrator')
  .option('--uscc <code>', 'unified social credit code of the operator')
  .option('--country <code>', 'country of the operator where it is not CN')
  .action(async (founding: Founding) => {
    const { found } = await import('./start/found.js');
    await found(founding);
  });

program
  .command('audit')
  .description('the chain over everything that happened')
  .command('verify')
  .description('recompute every chain and name the first row that does not fit')
  .option('--against <file>', 'heads that were exported earlier must lie on the chains')
  .option('--export', 'print the signed heads, to be kept where nobody can change them with the database')
  .action(async ({ against, export: exporting }: { against?: string; export?: boolean }) => {
    const { verifyAudit } = await import('./start/upkeep.js');
    if (!(await verifyAudit(against, exporting === true))) process.exitCode = 2;
  });

program
  .command('secrets')
  .description('the file of keys')
  .command('rotate')
  .description('add a key that signs from the next start on; make the file when it is missing')
  .option('--roles', 'derive the passwords of the database roles from it too')
  .action(async ({ roles }: { roles?: boolean }) => {
    const { rotate } = await import('./start/keys.js');
    rotate(roles === true);
  });

program
  .command('backup')
  .description('write everything of an embedded hub to a new directory')
  .argument('<directory>')
  .action(async (directory: string) => {
    const { backup } = await import('./start/upkeep.js');
    await backup(directory);
  });
program
  .command('restore')
  .description('make an embedded hub out of a backup, in an empty DATA_DIR')
  .argument('<directory>')
  .action(async (directory: string) => {
    const { restore } = await import('./start/upkeep.js');
    await restore(directory);
  });

program.parseAsync().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
});
