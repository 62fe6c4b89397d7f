import { buildSchema } from 'graphql';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
  connection,
  contains,
  date,
  derived,
  extend,
  id,
  int,
  isIn,
  item,
  many,
  money,
  one,
  payload,
  type ReadDeclaration,
  root,
  row,
  rows,
  text,
  type,
  value,
  word,
} from '../../src/platform/reads/declare.js';
import { type Catalogue, checkDeclarations, readCatalogue, requireFit, tablesOf } from '../../src/platform/reads/index.js';
import { freshDatabase, type TestDatabase } from '../support/database.js';
import { createWorld, worldReads, worldSchema } from '../support/reads/world.js';

let db: TestDatabase;
beforeAll(async () => {
  db = await freshDatabase();
  await createWorld(db.owner, 1);
  await db.owner.query('create view world.open_view as select id, number from world.orders');
});
afterAll(() => db?.drop());

const TYPES = `
  type Org { id: ID! code: String! credit: String }
  type OrgConnection { nodes: [Org!]! }
  type Line { id: ID! item: String! }
  enum By { NUMBER TOTAL }
  input Filter { status: [String!] }
`;

const faultsOf = async (sdl: string, declarations: readonly ReadDeclaration[]): Promise<readonly string[]> => {
  const catalogue: Catalogue = await readCatalogue(db.owner, tablesOf(declarations));
  return checkDeclarations(buildSchema(TYPES + sdl), declarations, catalogue).faults;
};
const org = type('Org', { table: 'world.org' }, { id: id('org'), code: word('code'), credit: text('code') });
const line = type('Line', { table: 'world.line' }, { id: id('lin'), item: text('item') });

describe('Declarations are compared with schema and database before the hub starts', () => {
  test('a room whose declarations fit has no faults, and its filters that no index serves are listed by name', async () => {
    const { faults, unindexable } = checkDeclarations(worldSchema(), worldReads, await readCatalogue(db.owner, tablesOf(worldReads)));
    expect(faults).toEqual([]);
    expect(unindexable).toEqual([
      'Query.orders(filter.contains)',
      'Query.orders(filter.minRank)',
      'Query.orders(filter.overdue)',
      'Query.orders(filter.totalAbove)',
    ]);
  });

  test.each<[fault: string, sdl: string, declarations: readonly ReadDeclaration[]]>([
    [
      'Org.name is not declared in any reads.ts.',
      'extend type Org { name: String! } type Query { org: Org }',
      [org, root({ org: row('Org', 'true') })],
    ],
    ['Query.org is declared, but the schema does not have it.', 'type Query { other: Org }', [org, root({ org: row('Org', 'true') })]],
    [
      'Org.owed is never null in the schema, but credit may be.',
      'type Query { org: Org } extend type Org { owed: String! }',
      [
        type('Org', { table: 'world.org' }, { id: id('org'), code: word('code'), credit: text('code'), owed: text('credit') }),
        root({ org: row('Org', 'true') }),
      ],
    ],
    [
      'Org.credit is a word, but no CHECK says what name may hold.',
      'type Query { org: Org }',
      [type('Org', { table: 'world.org' }, { id: id('org'), code: word('code'), credit: word('name') }), root({ org: row('Org', 'true') })],
    ],
    [
      'Org.credit is declared date, but credit is numeric.',
      'type Query { org: Org }',
      [
        type('Org', { table: 'world.org' }, { id: id('org'), code: word('code'), credit: date('credit') }),
        root({ org: row('Org', 'true') }),
      ],
    ],
    [
      'Org.credit reads crédit, which its table does not have.'.replace('é', 'e').replace('credit,', 'owed,'),
      'type Query { org: Org }',
      [
        type('Org', { table: 'world.org' }, { id: id('org'), code: word('code'), credit: text('coalesce({owed}, 0)') }),
        root({ org: row('Org', 'true') }),
      ],
    ],
    [
      'Org names the table world.nowhere, which does not exist.',
      'type Query { org: Org }',
      [
        type('Org', { table: 'world.nowhere' }, { id: id('org'), code: word('code'), credit: text('name') }),
        root({ org: row('Org', 'true') }),
      ],
    ],
    [
      'The view world.open_view must be security_invoker.',
      'type Query { order: Order } type Order { id: ID! number: String! }',
      [org, type('Order', { table: 'world.open_view' }, { id: id('ord'), number: text('number') }), root({ order: row('Order', 'true') })],
    ],
    [
      'Query.orgs, order CODE_NAME does not end in a unique key.',
      'type Query { orgs(first: Int): OrgConnection! }',
      [org, root({ orgs: connection('Org', { everyone: true, orders: { CODE_NAME: ['name'] } }) })],
    ],
    [
      'Query.orgs, order CREDIT is ordered by credit, which may be null.',
      'type Query { orgs(first: Int): OrgConnection! }',
      [
        type('Org', { table: 'world.org', cols: { credit: 'numeric' } }, { id: id('org'), code: word('code'), credit: text('code') }),
        root({ orgs: connection('Org', { everyone: true, orders: { CREDIT: ['credit', 'id'] } }) }),
      ],
    ],
    [
      'Query.orgs, order CODE runs up and down at once; a cursor cannot follow it.',
      'type Query { orgs(first: Int): OrgConnection! }',
      [org, root({ orgs: connection('Org', { everyone: true, orders: { CODE: ['code', '-id'] } }) })],
    ],
    [
      'Query.orgs, order CODE, has no index on (owner_id, founded, id) of world.org, texts with collate "C".',
      'type Query { orgs(first: Int): OrgConnection! }',
      [org, root({ orgs: connection('Org', { mine: 'owner_id', orders: { CODE: ['founded', 'id'] } }) })],
    ],
    [
      'Query.orgs must say whose rows it shows: by exactly one of on, party, mine, everyone.',
      'type Query { orgs(first: Int): OrgConnection! }',
      [org, root({ orgs: connection('Org', { orders: { CODE: ['code'] } }) })],
    ],
    [
      'Query.orgs has the order TOTAL in the schema only.',
      'type Query { orgs(first: Int, orderBy: By): OrgConnection! }',
      [org, root({ orgs: connection('Org', { everyone: true, orders: { NUMBER: ['code'] } }) })],
    ],
    [
      'Query.orgs has the filter code in its declaration only.',
      'type Query { orgs(first: Int): OrgConnection! }',
      [org, root({ orgs: connection('Org', { everyone: true, orders: { CODE: ['code'] }, filters: { code: isIn('code') } }) })],
    ],
    [
      'Query.orgs, filter status, must say the type of its value.',
      'type Query { orgs(filter: Filter): OrgConnection! }',
      [org, root({ orgs: connection('Org', { everyone: true, orders: { CODE: ['code'] }, filters: { status: isIn('upper({name})') } }) })],
    ],
    [
      'Query.orgs has an argument page that no list knows.',
      'type Query { orgs(page: Int): OrgConnection! }',
      [org, root({ orgs: connection('Org', { everyone: true, orders: { CODE: ['code'] } }) })],
    ],
    [
      'Org.lines has no index that begins with maker_id.',
      'extend type Org { lines: [Line!]! } type Query { org: Org }',
      [
        line,
        type(
          'Org',
          { table: 'world.org' },
          { id: id('org'), code: word('code'), credit: text('code'), lines: many('Line', 'maker_id', ['id']) },
        ),
        root({ org: row('Org', 'true') }),
      ],
    ],
    [
      'Org.lines is tied by seller_id, which its table does not have.',
      'extend type Org { lines: [Line!]! } type Query { org: Org }',
      [
        line,
        type(
          'Org',
          { table: 'world.org' },
          { id: id('org'), code: word('code'), credit: text('code'), lines: many('Line', 'seller_id', ['id']) },
        ),
        root({ org: row('Org', 'true') }),
      ],
    ],
    [
      'Org.line may find several rows: its key is not unique.',
      'extend type Org { line: Line } type Query { org: Org }',
      [
        line,
        type(
          'Org',
          { table: 'world.org' },
          { id: id('org'), code: word('code'), credit: text('code'), line: one('Line', { maker_id: 'id' }) },
        ),
        root({ org: row('Org', 'true') }),
      ],
    ],
    [
      'Org.count leads to Ghost, which no reads.ts declares.',
      'extend type Org { count: Int! } type Query { org: Org }',
      [
        type(
          'Org',
          { table: 'world.org' },
          {
            id: id('org'),
            code: word('code'),
            credit: text('code'),
            count: derived({ all: rows('Ghost', 'org_id', { n: int('n') }, ['n']) }, ({ all }: { all: object[] }) => all.length),
          },
        ),
        root({ org: row('Org', 'true') }),
      ],
    ],
    [
      'Mutation.orgDo answers Done, which no reads.ts declares as payload.',
      'type Query { org: Org } type Mutation { orgDo: Done! } type Done { ok: Boolean! }',
      [org, root({ org: row('Org', 'true') })],
    ],
    [
      'Done.ok is not declared in any reads.ts.',
      'type Query { org: Org } type Mutation { orgDo: Done! } type Done { ok: Boolean! replayed: Boolean! }',
      [org, root({ org: row('Org', 'true') }), payload('Done', {})],
    ],
    [
      'The payload Never is declared, but nothing answers it.',
      'type Query { org: Org }',
      [org, root({ org: row('Org', 'true') }), item('Never', { a: value(() => 1) })],
    ],
    [
      'Org takes founded for text, but it is date.',
      'type Query { org: Org }',
      [
        type('Org', { table: 'world.org', cols: { founded: 'text' } }, { id: id('org'), code: word('code'), credit: text('code') }),
        root({ org: row('Org', 'true') }),
      ],
    ],
  ])('%s', async (fault, sdl, declarations) => {
    expect(await faultsOf(sdl, declarations)).toContain(fault);
  });

  test('an amount that is promised stands on a column that cannot be null', async () => {
    const declarations = [
      type('Org', { table: 'world.org' }, { id: id('org'), code: word('code'), credit: text('code'), owed: money('credit', 'code') }),
      root({ org: row('Org', 'true') }),
    ];
    const sdl = 'extend type Org { owed: Money! } type Money { amount: String! currency: String! } type Query { org: Org }';
    expect(await faultsOf(sdl, declarations)).toContain('Org.owed is never null in the schema, but credit may be.');
    expect(await faultsOf(sdl.replace('Money!', 'Money'), declarations)).toEqual([]);
  });

  test('a hub with a fault does not start, and says all of them at once', async () => {
    const declarations = [org, root({ org: row('Org', 'true'), other: row('Org', 'true') })];
    const start = requireFit(buildSchema(`${TYPES} type Query { org: Org extra: Org feed: Org }`), declarations, db.owner, ['feed']);
    await expect(start).rejects.toThrow(
      'What is declared to be read does not fit:\n  - Query.extra is not declared in any reads.ts.\n  - Query.other is declared, but the schema does not have it.',
    );
  });

  test('the same type twice, and a relation to a kind that its interface does not have, stop the start', async () => {
    await expect(faultsOf('type Query { org: Org }', [org, org])).rejects.toThrow('Org is declared twice.');
    await expect(faultsOf('type Query { org: Org }', [org, extend('Org', { code: text('code') })])).rejects.toThrow(
      'Org.code is declared twice.',
    );
    await expect(faultsOf('type Query { org: Org }', [org, extend('Firm', { name: text('name') })])).rejects.toThrow(
      'No reads.ts declares the type Firm that another extends.',
    );
    await expect(faultsOf('type Query { org: Org }', [org, type('OrgKind', { of: 'Org' }, {})])).rejects.toThrow(
      'OrgKind is not among the kinds of Org.',
    );
    expect(contains('name').op).toBe('contains');
  });
});
