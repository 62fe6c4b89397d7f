import { cents, fromCents, type ScmsRow } from './rows.js';

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];
const two = (n: number | string): string => String(n).padStart(2, '0');

/** `02-Jun-06` and `8/27/14` are the two spellings of the file; anything else says that no date was captured. */
export const dateOf = (text: string): string | undefined => {
  const named = /^(\d{1,2})-([A-Z][a-z]{2})-(\d{2})$/.exec(text);
  if (named) return `20${named[3]}-${two(MONTHS.indexOf(named[2] ?? '') + 1)}-${two(named[1] ?? '')}`;
  const slashed = /^(\d{1,2})\/(\d{1,2})\/(\d{2})$/.exec(text);
  return slashed ? `20${slashed[3]}-${two(slashed[1] ?? '')}-${two(slashed[2] ?? '')}` : undefined;
};

/** The scheme under which the operator enters the vendors of the file. */
export const VENDOR_SCHEME = 'SCMS-VENDOR';
export const vendorCode = (name: string): string =>
  name
    .normalize('NFKD')
    .toUpperCase()
    .replace(/[^A-Z0-9]+/g, '-')
    .slice(0, 50);

const line = (row: ScmsRow) => {
  const value = cents(row['Line Item Value'] ?? '');
  const gross = BigInt(row['Line Item Quantity'] ?? '0') * cents(row['Pack Price'] ?? '');
  const difference = value - gross;
  const due = dateOf(row['Scheduled Delivery Date'] ?? '');
  return {
    lineId: row.ID ?? '',
    itemName: row['Item Description'] ?? '',
    buyerItemId: row['Molecule/Test Type'] || undefined,
    quantity: row['Line Item Quantity'] ?? '',
    unit: 'PK',
    price: row['Pack Price'] ?? '',
    // The file's value of a line is not always packs times price: the rest stands as what it is.
    ...(difference > 0n ? { charge: fromCents(difference) } : {}),
    ...(difference < 0n ? { allowance: fromCents(-difference) } : {}),
    ...(due ? { requestedTo: due } : {}),
  };
};

/** One order for each purchase order of the file, with its lines in the file's order. */
export const ordersOf = (rows: readonly ScmsRow[]) => {
  const groups = new Map<string, ScmsRow[]>();
  for (const row of rows) {
    const number = row['PO / SO #'] ?? '';
    groups.set(number, [...(groups.get(number) ?? []), row]);
  }
  return [...groups].map(([number, group]) => {
    const first = group[0] ?? {};
    return {
      number,
      supplier: { identifier: { scheme: VENDOR_SCHEME, value: vendorCode(first.Vendor ?? '') } },
      issuedOn: dateOf(first['PO Sent to Vendor Date'] ?? '') ?? dateOf(first['Scheduled Delivery Date'] ?? ''),
      header: { currency: 'USD', note: `${first['Project Code']} ${first.Country}` },
      lines: group.map(line),
    };
  });
};
