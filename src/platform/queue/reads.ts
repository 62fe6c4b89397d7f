import { connection, equals, id, instant, int, payload, type ReadDeclaration, root, text, type, value, word } from '../reads/declare.js';

export const queueReads: readonly ReadDeclaration[] = [
  type(
    'DeadLetter',
    { table: 'app.dead_letter', id: 'dlq', need: 'operator' },
    {
      id: id('dlq'),
      consumer: text('consumer'),
      organisationId: id('org', 'org_id'),
      eventNumber: text('{event_id}::text'),
      cause: word('cause'),
      error: text('error'),
      attempts: int('attempts'),
      diedAt: instant('died_at'),
    },
  ),
  root({
    deadLetters: connection('DeadLetter', {
      everyone: true,
      orders: { DIED_AT: ['-died_at', '-id'] },
      filters: { consumer: equals('consumer'), cause: equals('cause') },
    }),
  }),
  payload('DeadLetterReplayPayload', { count: value((result: { readonly count: number }) => result.count) }),
];
