import { spawnSync } from 'node:child_process';
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';

interface Report {
  readonly summary: {
    readonly totalCruised: number;
    readonly violations: readonly { readonly rule: { readonly name: string }; readonly from: string; readonly to: string }[];
  };
}

const PLANTED = 'src/kernel/planted';
const FEWEST_MODULES = 100;

const cruise = (): Report => {
  const run = spawnSync(
    'node_modules/.bin/depcruise',
    ['--config', '.dependency-cruiser.cjs', '--output-type', 'json', 'src', 'workers', 'examples'],
    {
      encoding: 'utf8',
      maxBuffer: 256 * 1024 * 1024,
    },
  );
  if (!run.stdout) throw new Error(run.stderr);
  return JSON.parse(run.stdout) as Report;
};

/** The direction of imports; also that the tool really read the modules and would see a violation. */
const problems: string[] = [];
const report = cruise();
for (const { rule, from, to } of report.summary.violations) problems.push(`${rule.name}: ${from} -> ${to}`);
if (report.summary.totalCruised < FEWEST_MODULES) problems.push(`only ${report.summary.totalCruised} modules were read`);

mkdirSync(PLANTED, { recursive: true });
try {
  writeFileSync(
    `${PLANTED}/sees-a-database.ts`,
    "import { faultOf } from '../../platform/database/errors.js';\n\nexport const planted = faultOf;\n",
  );
  if (!cruise().summary.violations.some((v) => v.from.startsWith(PLANTED))) problems.push('a planted violation was not found');
} finally {
  rmSync(PLANTED, { recursive: true, force: true });
}

console.log(
  problems.length
    ? problems.join('\n')
    : `imports: ${report.summary.totalCruised} modules read, all looking down; a planted violation is found`,
);
process.exitCode = problems.length ? 1 : 0;
