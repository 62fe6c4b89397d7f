import { dateOf, VENDOR_SCHEME, vendorCode } from './orders.js';
import type { ScmsRow } from './rows.js';

/** One receipt for each delivery note of a vendor in the file, on the day of delivery. */
export const receiptsOf = (rows: readonly ScmsRow[]) => {
  const groups = new Map<string, ScmsRow[]>();
  for (const row of rows) {
    const note = `${vendorCode(row.Vendor ?? '')} ${row['ASN/DN #']}`;
    groups.set(note, [...(groups.get(note) ?? []), row]);
  }
  return [...groups.values()].map((group) => {
    const first = group[0] ?? {};
    return {
      number: first['ASN/DN #'] ?? '',
      supplier: { identifier: { scheme: VENDOR_SCHEME, value: vendorCode(first.Vendor ?? '') } },
      receivedOn: dateOf(first['Delivered to Client Date'] ?? ''),
      lines: group.map((row) => ({ order: { number: row['PO / SO #'] }, lineId: row.ID, received: row['Line Item Quantity'] })),
    };
  });
};
