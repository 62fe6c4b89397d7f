import { isCalendarDate } from '../../../kernel/date.js';
import type { Line, ShownOrder } from './order.js';
import type { Words } from './words.js';

const active = ({ lines }: ShownOrder): readonly Line[] => lines.filter((line) => line.state === 'ACTIVE');

/** The field of a line's date. */
export const dateField = (index: number): string => `date${index}`;

/** What the answer form came to: the input of `orderRespond`, or what is missing. */
export type Answer = { readonly input: object } | { readonly faults: readonly string[] };

const lastAsked = ({ schedules }: Line): string | undefined =>
  schedules.map(({ promisedTo, requestedTo }) => promisedTo ?? requestedTo ?? '').at(-1) || undefined;

const counter = (order: ShownOrder, form: URLSearchParams, words: Words): { readonly lines: object[] } | { readonly faults: string[] } => {
  const lines = active(order).map((line, index) => {
    const date = (form.get(dateField(index)) ?? '').trim();
    return { line, date, changed: date !== '' && date !== lastAsked(line) };
  });
  if (lines.some(({ date }) => date !== '' && !isCalendarDate(date))) return { faults: [words.dateWrong] };
  if (!lines.some(({ changed }) => changed)) return { faults: [words.datesMissing] };
  return {
    lines: lines.map(({ line, date, changed }) =>
      changed
        ? { lineId: line.lineId, action: 'CHANGED', change: { promisedFrom: date, promisedTo: date } }
        : { lineId: line.lineId, action: 'ACCEPTED' },
    ),
  };
};

/** Reads the answer form. The revision that the page showed goes along, so that nobody answers what he has not seen. */
export const answerOf = (order: ShownOrder, form: URLSearchParams, words: Words): Answer => {
  const note = (form.get('note') ?? '').trim();
  const base = {
    orderId: order.id,
    revision: Number(form.get('revision')),
    idempotencyKey: form.get('key') ?? '',
    ...(note !== '' && { note }),
  };
  switch (form.get('do')) {
    case 'accept':
      return { input: { ...base, code: 'AP' } };
    case 'refuse':
      return note === '' ? { faults: [words.reasonMissing] } : { input: { ...base, code: 'RE' } };
    default: {
      const told = counter(order, form, words);
      return 'faults' in told ? told : { input: { ...base, code: 'CA', lines: told.lines } };
    }
  }
};
