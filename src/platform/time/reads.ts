import { bool, id, instant, int, newest, payload, type ReadDeclaration, ref, root, row, type, word } from '../reads/declare.js';

export const timeReads: readonly ReadDeclaration[] = [
  type(
    'Clock',
    { table: 'app.clock' },
    {
      businessTime: instant('app.business_now()'),
      realTime: instant('clock_timestamp()'),
      movable: bool('movable'),
      task: newest('ClockTask', 'clock_id', ['-at', '-id']),
    },
  ),
  type(
    'ClockTask',
    { table: 'app.clock_task', id: 'tsk', need: 'operator' },
    {
      id: id('tsk'),
      state: word('state'),
      startedFrom: instant('started_from'),
      target: instant('target'),
      steps: int('steps'),
      pending: int('pending'),
      createdAt: instant('at'),
      finishedAt: instant('finished_at'),
    },
  ),
  root({ clock: row('Clock', '{id} is not null') }),
  payload('ClockAdvancePayload', { task: ref('ClockTask', (result: { readonly taskId: string }) => result.taskId) }),
];
