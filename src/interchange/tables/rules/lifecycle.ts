import { lifecycle } from '../../../kernel/lifecycle.js';

export type TableStatus = 'QUEUED' | 'READING' | 'WORKING' | 'FINISHED' | 'FAILED' | 'STOPPED';
export type TableAction = 'READ' | 'WORK' | 'FINISH' | 'FAIL' | 'STOP';
/** The hub works the table off; its owner may stop it. */
export type TableSide = 'HUB' | 'OWNER';

type Facts = Readonly<Record<never, never>>;

const by = (side: TableSide) => (action: TableAction, from: TableStatus, to: TableStatus) => ({ action, by: side, from, to });
const hub = by('HUB');
const owner = by('OWNER');

/** What is taken before a stop stays taken: each document is settled by itself. */
export const tableLifecycle = lifecycle<TableStatus, TableAction, TableSide, Facts, never>([
  hub('READ', 'QUEUED', 'READING'),
  hub('WORK', 'READING', 'WORKING'),
  hub('FAIL', 'READING', 'FAILED'),
  hub('FINISH', 'WORKING', 'FINISHED'),
  owner('STOP', 'QUEUED', 'STOPPED'),
  owner('STOP', 'READING', 'STOPPED'),
  owner('STOP', 'WORKING', 'STOPPED'),
]);

export const tableActions = ({ status }: { readonly status: TableStatus }) => tableLifecycle.allowed({ status }, 'OWNER');
