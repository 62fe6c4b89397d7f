import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { convert, knownUnits } from '../../src/kernel/units.js';
import { decimal } from '../../src/kernel/decimal.js';
import { changeLifecycle, orderLifecycle } from '../../src/orders/index.js';
import { freshDatabase, type TestDatabase } from '../support/database.js';

let db: TestDatabase;
beforeAll(async () => {
  db = await freshDatabase();
});
afterAll(() => db.drop());

const pairsOf = async (machine: string) =>
  (
    await db.owner.query<{ pair: string }>(`select from_status || '>' || to_status as pair from app.lifecycle_pair where machine = $1`, [
      machine,
    ])
  ).rows
    .map((row) => row.pair)
    .sort();

describe('The database knows the same as the rules', () => {
  it('of the life of an order', async () => {
    const changing = orderLifecycle.pairs().filter(([from, to]) => from !== to);
    expect(await pairsOf('order')).toEqual(['>ISSUED', ...changing.map(([from, to]) => `${from}>${to}`)].sort());
  });
  it('of the life of a proposal', async () => {
    expect(await pairsOf('orderProposal')).toEqual(['>OPEN', ...changeLifecycle.pairs().map(([from, to]) => `${from}>${to}`)].sort());
  });
  it('of the side that may take each step', async () => {
    const { rows } = await db.owner.query<{ step: string }>(
      `select from_status || ' ' || to_status || ' ' || side as step from app.order_step`,
    );
    const steps = orderLifecycle.transitions.filter((t) => t.from !== t.to).map((t) => `${t.from} ${t.to} ${t.by}`);
    expect(rows.map((row) => row.step).sort()).toEqual([...new Set(steps)].sort());
  });
  it('of every unit, and converts as exactly', async () => {
    const { rows } = await db.owner.query<{ a: string; b: string; converted: string | null }>(
      'select x.unit as a, y.unit as b, app.convert_unit(1234.5678, x.unit, y.unit)::text as converted from app.unit_scale x, app.unit_scale y',
    );
    expect(new Set(rows.map((row) => row.a))).toEqual(new Set(knownUnits()));
    for (const { a, b, converted } of rows) {
      const expected = convert(decimal('1234.5678'), a, b);
      expect(converted === null ? undefined : decimal(converted).toFixed(), `${a} in ${b}`).toBe(expected?.toFixed());
    }
  });
});
