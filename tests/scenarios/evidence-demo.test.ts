import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { demoKey } from '../../src/parties/index.js';
import { type DemoHub, startDemoHub } from '../support/demo-hub.js';

let hub: DemoHub;
beforeAll(async () => {
  hub = await startDemoHub();
}, 180_000);
afterAll(() => hub.stop());

interface Shown {
  readonly invoices: {
    readonly nodes: readonly {
      readonly number: string;
      readonly attachments: readonly {
        readonly file: { readonly id: string; readonly name: string };
        readonly superseded: object | null;
      }[];
      readonly evidence: {
        readonly complete: boolean;
        readonly checks: readonly { readonly rule: string; readonly subject: string | null; readonly verdict: string }[];
      };
      readonly evidenceSeals: { readonly nodes: readonly { readonly changes: readonly object[] }[] };
    }[];
  };
}

const QUERY = `{ invoices(as: SUPPLIER, filter: { number: "FP-2026-1201" }) { nodes { number attachments { file { id name } superseded { reason } }
  evidence { complete checks { rule subject verdict } } evidenceSeals { nodes { changes { kind } } } } } }`;

describe('The demo', () => {
  it('has an invoice with papers of both sides, one of them replaced, and its list sealed and unchanged', async () => {
    const key = await hub.key(
      (await hub.db.owner.query<{ id: string }>(`select supplier_id as id from app.invoice where number = 'FP-2026-1201'`)).rows[0]?.id ??
        '',
      ['invoices:read', 'orders:read', 'amounts:read', 'parties:read'],
    );
    const [invoice] = (await hub.ask<Shown>(key, QUERY)).invoices.nodes;
    expect(invoice?.attachments.map(({ superseded }) => superseded !== null)).toEqual([true, false]);
    expect(invoice?.evidenceSeals.nodes).toEqual([{ changes: [] }]);
    expect(invoice?.evidence.checks.filter(({ verdict }) => verdict === 'DIFFERS')).toEqual([]);
    const { status } = await fetch(`${hub.url}/files/${invoice?.attachments[1]?.file.id}`, {
      headers: { authorization: `Bearer ${demoKey('buyer')}` },
    });
    expect(status).toBe(200);
  });

  it('has a table that waits to be tried out', async () => {
    const { tableImports } = await hub.ask<{ tableImports: object }>(demoKey('buyer'), '{ tableImports { nodes { kind dryRun status } } }');
    expect(tableImports).toEqual({ nodes: [{ kind: 'ORDERS', dryRun: true, status: 'QUEUED' }] });
  });
});
