export { type Command, type CommandContext, command, type Result, type Row, type Sql, staleVersion } from './command.js';
export { expireKeys } from './idempotency.js';
export { amount, calendarDate, currency, decimalWithin, idOf, listOf, quantity, text } from './input.js';
export { type CommonCode, commonRefusals } from './refusals.js';
export { type Cells, insertRows, updateRows } from './rows.js';
export { type Answer, createRunner, Forbidden, type Runner, type RunOptions } from './runner.js';
