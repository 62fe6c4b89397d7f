import { bool, date, derived, id, instant, json, type ReadDeclaration, text, type, word } from '../../platform/reads/declare.js';

const list = (expr: string) => derived({ all: json(expr) }, ({ all }: { all: readonly unknown[] }) => all, { size: 2 });

interface Stored {
  readonly list: string;
  readonly code: string;
  readonly text?: string;
  readonly conditions?: readonly { readonly attribute: string; readonly value: string }[];
}

export const responseReads: readonly ReadDeclaration[] = [
  type(
    'InvoiceResponse',
    { table: 'app.invoice_response', id: 'ivr', need: 'invoices:read', cols: { at: 'timestamptz' } },
    {
      id: id('ivr'),
      code: word('code'),
      part: bool('part'),
      origin: word('origin'),
      reasons: list('to_jsonb({reason_codes})'),
      actions: list('to_jsonb({action_codes})'),
      clarifications: derived(
        { all: json('clarifications') },
        ({ all }: { all: readonly Stored[] }) => all.map((one) => ({ ...one, text: one.text ?? null, conditions: one.conditions ?? [] })),
        { size: 2 },
      ),
      number: text('number'),
      issuedOn: date('issued_on'),
      note: text('note'),
      statusBefore: word('status_before'),
      statusAfter: word('status_after'),
      at: instant('at'),
      businessTime: instant('business_time'),
    },
  ),
];
