import { acceptanceRecord, receiptRecord } from '../deliveries/index.js';
import { creditNoteSubmit, invoiceSubmit, repricingAgree, repricingCompute, repricingSettle } from '../invoices/index.js';
import { dateIn, plusDays } from '../kernel/date.js';
import { publicId } from '../kernel/ids.js';
import { orderDecideChange, orderIssue, orderProposeChange, orderRespond } from '../orders/index.js';
import { demoOrgId } from '../parties/index.js';
import type { Seeder } from '../platform/room.js';

const SUPPLIER = 'supplier3';
const org = (orgKey: string) => ({ id: publicId('org', demoOrgId(orgKey)) });
const fan = (quantity: string, more: object = {}) => ({ lineId: '10', itemName: '散热风机 EC-92', quantity, unit: 'C62', ...more });

/** A frame agreement for fans whose price is lowered afterwards, and what follows from it. */
const fans = (seeder: Seeder) => {
  const today = dateIn(new Date().toISOString());
  const keyed = (name: string, input: object) => ({ ...input, idempotencyKey: `demo-fan-${name}` });
  const agreed = async (number: string, more: object): Promise<string> => {
    const input = { supplier: org(SUPPLIER), number, header: { currency: 'CNY' }, ...more };
    const { orderId } = await seeder.as<{ orderId: string }>('buyer', orderIssue, keyed(number, input));
    const id = publicId('ord', orderId);
    await seeder.as(SUPPLIER, orderRespond, keyed(`${number}-AP`, { orderId: id, revision: 1, code: 'AP' }));
    return id;
  };
  return {
    today,
    keyed,
    agreed,
    /** A call-off that came and was accepted. @returns the order */
    async called(number: string, quantity: string, daysAgo: number): Promise<string> {
      const lines = [fan(quantity, { taxRate: '13' })];
      const orderId = await agreed(number, {
        typeCode: '226',
        frame: { number: 'FA-2026-09' },
        issuedOn: plusDays(today, -daysAgo),
        lines,
      });
      const receipt = {
        supplier: org(SUPPLIER),
        number: `GR-${number}`,
        receivedOn: plusDays(today, -5),
        lines: [{ order: { id: orderId }, lineId: '10', received: quantity }],
      };
      const { receiptId } = await seeder.as<{ receiptId: string }>('buyer', receiptRecord, keyed(`GR-${number}`, receipt));
      await seeder.as('buyer', acceptanceRecord, keyed(`YS-${number}`, { receiptId: publicId('rct', receiptId), kind: 'FINAL' }));
      return orderId;
    },
    /** Invoiced at the price of its day. */
    async billed(number: string, orderId: string, quantity: string): Promise<string> {
      const line = { ...fan(quantity), lineId: '1', order: { id: orderId }, orderLineId: '10', price: '42', taxRate: '13' };
      const invoice = { buyer: org('buyer'), number, currency: 'CNY', lines: [line] };
      const { invoiceId } = await seeder.as<{ invoiceId: string }>(SUPPLIER, invoiceSubmit, keyed(number, invoice));
      return publicId('inv', invoiceId);
    },
    async computed(orderId: string): Promise<string> {
      const { repricingIds } = await seeder.as<{ repricingIds: readonly string[] }>('buyer', repricingCompute, { orderId });
      return publicId('rpr', repricingIds.at(-1) ?? '');
    },
    async agree(repricingId: string, note: string): Promise<void> {
      await seeder.as('buyer', repricingAgree, { repricingId, note });
      await seeder.as(SUPPLIER, repricingAgree, { repricingId });
    },
  };
};

/** Lists of price differences in every state: settled by a credit note, agreed, replaced and proposed. */
export const seedRepricing = async (seeder: Seeder): Promise<void> => {
  const { today, keyed, agreed, called, billed, computed, agree } = fans(seeder);
  const from = plusDays(today, -200);
  const frame = await agreed('FA-2026-09', {
    typeCode: '221',
    issuedOn: from,
    header: { currency: 'CNY', validFrom: from, validTo: plusDays(today, 165) },
    lines: [fan('8000', { prices: [{ from, price: '42' }] })],
  });
  const orders = [await called('CO-2026-0910', '800', 60), await called('CO-2026-0911', '600', 45)] as const;
  const original = await billed('FJ-26-0910', orders[0], '800');
  const prices = [
    { from, price: '42' },
    { from: plusDays(today, -70), price: '40.50' },
  ];
  const change = { orderId: frame, revision: 1, note: '铜价回落，追溯调价', lines: [{ lineId: '10', action: '3', change: { prices } }] };
  const { proposalId } = await seeder.as<{ proposalId: string }>('buyer', orderProposeChange, keyed('change', change));
  await seeder.as(SUPPLIER, orderDecideChange, { orderId: frame, proposalId: publicId('prp', proposalId), decision: 'ACCEPT' });
  const settled = await computed(frame);
  await agree(settled, '价差 800 台');
  const lines = [{ lineId: '1', gross: '1356.00' }];
  const credit = { kind: 'CREDIT_NOTE', original: { id: original }, number: 'FJ-CN-0910', reason: '追溯调价', lines };
  const { creditNoteId } = await seeder.as<{ creditNoteId: string }>(SUPPLIER, creditNoteSubmit, keyed('credit', credit));
  await seeder.as(SUPPLIER, repricingSettle, { repricingId: settled, creditNoteId: publicId('crn', creditNoteId) });
  await billed('FJ-26-0911', orders[1], '200');
  await computed(frame);
  await billed('FJ-26-0912', orders[1], '300');
  await agree(await computed(frame), '价差 500 台');
  await billed('FJ-26-0913', orders[1], '100');
  await computed(frame);
};
