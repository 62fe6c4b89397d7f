import type { Room } from '../platform/room.js';
import { StatementResolver } from './api.js';
import { StatementEntity } from './model.js';
import { reads } from './reads.js';
import { statementRefusals } from './refusals.js';
import { seed } from './seed.js';

/** Accounts between buyers and suppliers, period by period, until both sides have confirmed them. */
export const statements: Room = {
  name: 'statements',
  entities: [StatementEntity],
  reads,
  resolvers: [StatementResolver],
  refusals: statementRefusals,
  events: [
    'STATEMENT_DRAFTED',
    'STATEMENT_SENT',
    'STATEMENT_TICKED',
    'STATEMENT_DISPUTED',
    'STATEMENT_LINES_SET_ASIDE',
    'STATEMENT_CONFIRMED_BY_SIDE',
    'STATEMENT_CONFIRMED',
    'STATEMENT_WITHDRAWN',
    'STATEMENT_ANSWER_DUE',
  ],
  subjects: [{ type: 'Statement' }],
  effects: [{ consumer: 'statement-terms', on: ['PAYABLE_OPENED'], actAs: 'owner' }],
  live: [{ name: 'statementUpdates', subject: 'Statement', one: { argument: 'statementId', prefix: 'stm' } }],
  seed,
};

export { Statement } from './api-types.js';
export { statementTermsFollow } from './account/commands.js';
export { statementLifecycle } from './lifecycle/rules.js';
