import { afterAll, beforeAll, expect, it } from 'vitest';
import { deliveryFiguresRefresh } from '../../src/deliveries/index.js';
import { type DemoHub, startDemoHub } from '../support/demo-hub.js';
import { hubOn, said } from '../support/parties.js';

let hub: DemoHub;
beforeAll(async () => {
  hub = await startDemoHub();
});
afterAll(() => hub.stop());

interface Shown {
  readonly acceptances: { readonly nodes: readonly { readonly kind: string; readonly way: string; readonly signer: string | null }[] };
  readonly goodsReturns: { readonly nodes: readonly { readonly status: string }[] };
  readonly warrantyClaims: { readonly nodes: readonly { readonly status: string }[] };
  readonly openInspections: { readonly nodes: readonly object[] };
}

const SHOWN = `{ acceptances(as: BUYER, first: 100) { nodes { kind way signer lines { action settlements { outcome } } } }
  goodsReturns(as: BUYER) { nodes { status } } warrantyClaims(as: BUYER) { nodes { status } } openInspections(as: BUYER) { nodes { endsOn } } }`;

it('the demo has acceptances of every kind and way, returns, claims, goods that await inspection, and figures of every supplier that delivered', async () => {
  const shown = await hub.ask<Shown>('rt_demo_buyer', SHOWN);
  const has = (values: readonly (string | null)[]) => [...new Set(values)].sort();
  expect(has(shown.acceptances.nodes.map(({ kind }) => kind))).toEqual(['FINAL', 'PARTIAL', 'PROVISIONAL']);
  expect(has(shown.acceptances.nodes.map(({ way }) => way))).toEqual(expect.arrayContaining(['BY_CLOCK', 'BY_HAND']));
  expect(shown.acceptances.nodes.map(({ signer }) => signer)).toContain('李检');
  expect(has(shown.goodsReturns.nodes.map(({ status }) => status))).toEqual(['ARRIVED', 'SENT']);
  expect(has(shown.warrantyClaims.nodes.map(({ status }) => status))).toEqual(expect.arrayContaining(['ACCEPTED', 'CLAIMED', 'REFUSED']));
  expect(shown.openInspections.nodes.length).toBeGreaterThan(2);
  expect(said(await hubOn(hub.database).as('buyer', deliveryFiguresRefresh, {}))).toBe('OK');
  const { deliveryFigures } = await hub.ask<{ deliveryFigures: { nodes: { timing: { judged: number } }[] } }>(
    'rt_demo_buyer',
    '{ deliveryFigures(as: BUYER) { nodes { supplier { nameZh } timing { judged onTimeShare } otif { share } defects { partsPerMillion } } } }',
  );
  expect(deliveryFigures.nodes.length).toBeGreaterThanOrEqual(4);
  expect(deliveryFigures.nodes.some(({ timing }) => timing.judged > 0)).toBe(true);
});
