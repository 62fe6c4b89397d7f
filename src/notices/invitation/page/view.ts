import type { Viewer } from '../../../platform/auth/viewer.js';
import { dateField } from './form.js';
import { documentOf, escape } from './html.js';
import type { Line, ShownOrder } from './order.js';
import { WORDS, type Words } from './words.js';

const days = (from: string | null | undefined, to: string | null | undefined): string | undefined =>
  from && to && from !== to ? `${from} – ${to}` : (to ?? from ?? undefined);

const list = (entries: readonly (readonly [term: string, text: string | null | undefined])[]): string =>
  `<dl>${entries.flatMap(([term, text]) => (text ? [`<dt>${term}</dt><dd>${escape(text)}</dd>`] : [])).join('')}</dl>`;

const stateOf = ({ state }: Line, words: Words): string =>
  state === 'ACTIVE' ? '' : state === 'ENDED' ? words.endedLine : words.refusedLine;

const lineOf = (line: Line, words: Words, currency: string, field: string | undefined): string => {
  const [first] = line.schedules;
  const entries = [
    [words.quantity, `${line.quantity} ${line.unit}`],
    [words.price, line.price && `${line.price} ${currency}`],
    [words.amount, line.amount && `${line.amount} ${currency}`],
    [words.requested, days(first?.requestedFrom, line.schedules.at(-1)?.requestedTo)],
    [words.promised, days(first?.promisedFrom, line.schedules.at(-1)?.promisedTo)],
    [words.note, line.note ?? line.description],
    [words.status, stateOf(line, words)],
  ] as const;
  const input =
    field === undefined ? '' : `<label for="${field}">${words.propose}</label><input type="date" id="${field}" name="${field}">`;
  return `<fieldset><legend>${escape(line.lineId)} · ${escape(line.itemName)}</legend>${list(entries)}${input}</fieldset>`;
};

const can = ({ allowedActions }: ShownOrder, ...actions: readonly string[]): boolean =>
  allowedActions.some(({ action, allowed }) => allowed && actions.includes(action));

const hidden = (name: string, value: string): string => `<input type="hidden" name="${name}" value="${escape(value)}">`;

export interface Shown {
  readonly viewer: Viewer;
  readonly order: ShownOrder;
  readonly csrf: string;
  /** Names the answer, so that pressing twice answers once. */
  readonly key: string;
  readonly faults?: readonly string[];
}

const buttons = (order: ShownOrder, words: Words): string =>
  [
    ['accept', words.accept, can(order, 'ACCEPT', 'ACCEPT_CHANGE', 'ACCEPT_END'), ''],
    ['counter', words.counter, can(order, 'COUNTER', 'PROPOSE_CHANGE'), ' class="quiet"'],
    ['refuse', words.refuse, can(order, 'REFUSE', 'REFUSE_CHANGE'), ' class="quiet"'],
  ]
    .flatMap(([value, text, open, look]) => (open ? [`<button name="do" value="${value}"${look}>${text}</button>`] : []))
    .join('\n');

/** The order of a guest, with what can be answered. */
export const orderPage = ({ viewer, order, csrf, key, faults = [] }: Shown): string => {
  const words = WORDS[viewer.locale];
  const name = viewer.locale === 'zh' ? 'nameZh' : 'nameEn';
  const offered = buttons(order, words);
  const dated = can(order, 'COUNTER', 'PROPOSE_CHANGE');
  let index = 0;
  const lines = order.lines.map((line) =>
    lineOf(line, words, order.total.currency, dated && line.state === 'ACTIVE' ? dateField(index++) : undefined),
  );
  const head = list([
    [words.status, words[order.status]],
    [words.from, order.buyer[name]],
    [words.to, order.supplier[name]],
    [words.issued, order.issuedOn],
    [words.deliver, days(order.deliverFrom, order.deliverTo)],
    [words.total, `${order.total.amount} ${order.total.currency}`],
    [words.note, order.note],
  ]);
  const alerts = faults.length === 0 ? '' : `<div role="alert"><strong>${words.error}</strong><br>${faults.map(escape).join('<br>')}</div>`;
  const change = can(order, 'ACCEPT_CHANGE', 'ACCEPT_END') ? `<p>${words.CHANGE}</p>` : '';
  const answer =
    offered === ''
      ? `<p>${words.done}</p>`
      : `<h2>${words.answer}</h2>${change}<label for="note">${words.reason}</label><textarea id="note" name="note" rows="3" maxlength="4000"></textarea>\n${offered}`;
  const until = new Date(viewer.expiresAt ?? 0).toLocaleString('sv-SE', { timeZone: 'Asia/Shanghai' }).slice(0, 16);
  return documentOf(
    viewer.locale,
    `${words.order} ${order.number}`,
    `<h1>${words.order} ${escape(order.number)}</h1>${alerts}${head}
<form method="post" action="/invitation/answer">${hidden('csrf', csrf)}${hidden('key', key)}${hidden('revision', String(order.revision))}
<h2>${words.lines}</h2>
${lines.join('\n')}
${answer}
</form>
<p>${words.until} ${until} (UTC+8)</p>`,
  );
};
