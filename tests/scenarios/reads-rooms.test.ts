import { afterAll, beforeAll, expect, test } from 'vitest';
import { buildHubSchema } from '../../src/platform/graphql/schema.js';
import { checkDeclarations, readCatalogue, tablesOf } from '../../src/platform/reads/index.js';
import { rooms } from '../../src/rooms.js';
import { freshDatabase, type TestDatabase } from '../support/database.js';

let db: TestDatabase;
beforeAll(async () => {
  db = await freshDatabase();
});
afterAll(() => db?.drop());

test('the rooms of the hub fit its schema and its database', async () => {
  const schema = await buildHubSchema(rooms);
  const declarations = rooms.flatMap((room) => room.reads);
  const { faults, unindexable } = checkDeclarations(schema, declarations, await readCatalogue(db.owner, tablesOf(declarations)), ['feed']);
  expect(faults).toEqual([]);
  expect(unindexable).toMatchInlineSnapshot(`
    [
      "DeliveryFigure.received(filter.defective)",
      "Query.acceptances(filter.counterparty)",
      "Query.apiKeys(filter.revoked)",
      "Query.creditNotes(filter.counterparty)",
      "Query.deliveryFigures(filter.counterparty)",
      "Query.despatches(filter.counterparty)",
      "Query.disputes(filter.counterparty)",
      "Query.goodsReturns(filter.counterparty)",
      "Query.invoices(filter.counterparty)",
      "Query.invoices(filter.disputed)",
      "Query.lateLines(filter.counterparty)",
      "Query.linesAtRisk(filter.counterparty)",
      "Query.memberships(filter.ended)",
      "Query.notices(filter.read)",
      "Query.openInspections(filter.counterparty)",
      "Query.orderDisclosures(filter.ended)",
      "Query.orders(filter.counterparty)",
      "Query.payables(filter.counterparty)",
      "Query.payables(filter.status)",
      "Query.payments(filter.counterparty)",
      "Query.receipts(filter.counterparty)",
      "Query.repricings(filter.counterparty)",
      "Query.sessions(filter.ended)",
      "Query.statements(filter.counterparty)",
      "Query.tradeAgreements(filter.counterparty)",
      "Query.warrantyClaims(filter.counterparty)",
      "Statement.lines(filter.disputed)",
      "Statement.lines(filter.setAside)",
    ]
  `);
});
