import { ok } from '../../kernel/refusal.js';
import { command } from '../commands/index.js';
import { clockAdvanceInput } from './inputs.js';
import { mayAdvance } from './rules.js';

const FACTS = `
  select movable, exists (select from app.clock_task where state = 'RUNNING') as running,
    extract(epoch from $1::timestamptz - app.business_now())::float8 as "secondsAhead"
  from app.clock`;

interface Facts {
  readonly movable: boolean;
  readonly running: boolean;
  readonly secondsAhead: number;
}

/**
 * Begins a journey of the business clock and answers at once; the workers walk it from deadline to deadline.
 * @returns refusals CLOCK_FIXED, CLOCK_BUSY, CLOCK_BACKWARDS, CLOCK_TOO_FAR
 */
export const clockAdvance = command({
  name: 'clockAdvance',
  need: 'operator',
  key: 'optional',
  input: clockAdvanceInput,
  constraints: { clock_task_one: { code: 'CLOCK_BUSY' } },
  async run(ctx, { to }) {
    const [facts] = await ctx.sql<Facts>(FACTS, [to]);
    const verdict = mayAdvance(facts ?? { movable: false, running: false, secondsAhead: 0 });
    if (!verdict.ok) return verdict;
    const taskId = ctx.newId();
    await ctx.sql('insert into app.clock_task (id, target, started_from) values ($1, $2, $3)', [taskId, to, ctx.businessNow]);
    ctx.event({ type: 'CLOCK_STARTED', subject: 'ClockTask', id: taskId, version: 0, parties: [ctx.viewer.orgId], status: 'RUNNING' });
    return ok({ taskId });
  },
});
