/**
 * Sends the 31 published order documents of Peppol BIS 3 and UBL 2 to a running hub, reads each back and compares every value by XPath.
 * Start the hub (`npm start`), then `npm run example:documents`. RONGTONG_URL is its address, ORDER_DOCUMENTS the folder of the documents.
 */
import { orderDocuments } from './documents/files.js';
import { agree, type Imported, issue, type Order, take, written } from './documents/hub.js';
import { CONVERSATIONS, type Step } from './documents/plan.js';
import { valuePaths, valuesAt } from './documents/xpath.js';

const documents = new Map(orderDocuments().map(({ name, bytes }) => [name, new TextDecoder().decode(bytes)]));

interface Row {
  readonly document: string;
  readonly kind: string;
  readonly result: string;
  readonly warnings: string;
  readonly ignored: string;
  readonly xpath: string;
}

// The examples speak of firms that the hub does not know: every document would be told so.
const EXPECTED = new Set(['SENDER_DIFFERS', 'COUNTERPARTY_DIFFERS']);

const warningsOf = ({ import: record }: Imported): string =>
  (record?.warnings ?? [])
    .filter(({ code }) => !EXPECTED.has(code))
    .map(({ code, params }) => {
      const rule = params.find(({ name }) => name === 'rule')?.value ?? '';
      return rule.startsWith('PEPPOL') ? `${code} (${rule})` : code;
    })
    .join(', ');

/** How many of the values of a document are the same in the other. */
const compared = (before: string, after: string): string => {
  const paths = valuePaths(before);
  const [then, now] = [valuesAt(before, paths), valuesAt(after, paths)];
  const same = paths.filter((_, i) => then[i] === now[i]).length;
  return `${same} of ${paths.length}`;
};

const row = async (step: Step, answer: Imported): Promise<Row> => {
  const { import: record, order, userErrors } = answer;
  const shared = { document: step.name, warnings: warningsOf(answer), ignored: record?.ignoredPaths.join(' ') || '-' };
  if (!record) return { ...shared, kind: '-', result: `refused: ${userErrors.map(({ message }) => message).join(' ')}`, xpath: '-' };
  const xpath = compared(documents.get(step.name) ?? '', await written(step.from, record.id));
  return { ...shared, kind: record.kind, result: `${record.outcome}, order ${order?.status}`, xpath };
};

const rows: Row[] = [];
const ends: string[] = [];
for (const conversation of CONVERSATIONS) {
  let order: Order | null = null;
  for (const step of conversation) {
    if ('issue' in step) await issue(step);
    else if ('accept' in step) order = order && (await agree(step, order));
    else {
      const answer: Imported = await take(step, documents.get(step.name) ?? '');
      order = answer.order ?? order;
      if (!step.again) rows.push(await row(step, answer));
    }
  }
  ends.push(
    `${conversation.flatMap((step) => ('name' in step ? step.name : 'issue' in step ? `(order ${step.issue})` : '(supplier agrees)')).join(', ')}: ${order?.status}`,
  );
}

const imported = rows.filter(({ kind }) => kind !== '-');
const equal = imported.filter(({ xpath }) => xpath.split(' of ')[0] === xpath.split(' of ')[1]);
console.table(rows);
console.log(`\nConversations and how they ended\n  ${ends.join('\n  ')}`);
console.log(
  `\n${imported.length} of ${rows.length} documents were taken; ${equal.length} of them came back with the same value at every path.`,
);
process.exitCode = rows.length === 0 || (imported.length >= 29 && equal.length === imported.length) ? 0 : 1;
