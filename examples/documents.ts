/**
 * Sends the 75 published documents of Peppol BIS 3 and UBL 2 (31 of ordering, 44 of delivery, billing and response) to a running hub,
 * reads each back and compares every value by XPath.
 * Start the hub (`npm start`), then `npm run example:documents`. RONGTONG_URL is its address, ORDER_DOCUMENTS the folder of the documents.
 */
import { prepare, toldOf } from './documents/context.js';
import { laterDocuments, orderDocuments } from './documents/files.js';
import { agree, type Imported, type Order, send, take, written } from './documents/hub.js';
import { CONVERSATIONS, type Decision, LATER, type Prelude, type Step } from './documents/plan.js';
import { compared, differencesOf, noticesOf, refusalOf, type Row } from './documents/rows.js';

type Conversation = readonly (Step | Prelude | Decision)[];

const documents = new Map([...orderDocuments(), ...laterDocuments()].map(({ name, bytes }) => [name, new TextDecoder().decode(bytes)]));
const contentOf = (name: string): string => documents.get(name) ?? '';

const before: string[] = [];
let spent = 0;
let sent = 0;

/** Sends a document and measures how long its answer takes. */
const timed = async (step: Step): Promise<Imported> => {
  const start = performance.now();
  const answer = await take(step, contentOf(step.name));
  // Of an answer that was given before, nothing is measured.
  if (!answer.replayed) {
    spent += performance.now() - start;
    sent += 1;
  }
  return answer;
};

const row = async (step: Step, answer: Imported): Promise<Row> => {
  const { import: record, order, invoice } = answer;
  const shared = {
    document: step.name,
    differences: differencesOf(answer),
    notices: noticesOf(answer),
    ignored: record?.ignoredPaths.join(' ') || '-',
  };
  if (!record) return { ...shared, kind: '-', result: refusalOf(answer), xpath: '-' };
  const xpath = compared(contentOf(step.name), await written(step.from, record.id));
  const about = [order && `order ${order.status}`, invoice && `invoice ${invoice.status}`].filter(Boolean).join(', ');
  return { ...shared, kind: record.kind, result: [record.outcome, about].filter(Boolean).join(', '), xpath };
};

/** One conversation, document by document. Answers its rows and, of one about an order, how that ended. */
const converse = async (conversation: Conversation): Promise<{ readonly rows: readonly Row[]; readonly order: Order | null }> => {
  const rows: Row[] = [];
  let order: Order | null = null;
  for (const step of conversation) {
    if ('accept' in step) order = order && (await agree(step, order));
    else if ('name' in step) {
      const answer = await timed(step);
      order = answer.order ?? order;
      if (!step.again) rows.push(await row(step, answer));
    } else {
      await prepare(send, step, contentOf);
      before.push(`${step.from} to ${step.to}: ${toldOf(step)}`);
    }
  }
  return { rows, order };
};

const told = (step: Step | Prelude | Decision): string =>
  'name' in step ? step.name : 'accept' in step ? '(supplier agrees)' : 'issue' in step ? `(order ${step.issue})` : '(made before)';

/** Sends conversations, prints what came of every document, and answers whether enough of them were taken and all came back the same. */
const show = async (title: string, conversations: readonly Conversation[], enough: number): Promise<boolean> => {
  const rows: Row[] = [];
  const ends: string[] = [];
  for (const conversation of conversations) {
    const done = await converse(conversation);
    rows.push(...done.rows);
    if (done.order) ends.push(`${conversation.map(told).join(', ')}: ${done.order.status}`);
  }
  const imported = rows.filter(({ kind }) => kind !== '-');
  const equal = imported.filter(({ xpath }) => xpath.split(' of ')[0] === xpath.split(' of ')[1]);
  console.log(`\n${title}`);
  console.table(rows.map(({ document, kind, result, xpath, ignored, notices }) => ({ document, kind, result, xpath, ignored, notices })));
  console.log('Figures that contradict each other: what the document says, and what its other figures come to');
  for (const { document, differences } of rows) for (const one of differences) console.log(`  ${document}: ${one}`);
  if (conversations === CONVERSATIONS) console.log(`\nConversations and how they ended\n  ${ends.join('\n  ')}`);
  console.log(
    `\n${imported.length} of ${rows.length} documents were taken; ${equal.length} of them came back with the same value at every path.`,
  );
  return rows.length === 0 || (imported.length >= enough && equal.length === imported.length);
};

const ordering = await show('Documents of ordering', CONVERSATIONS, 29);
const later = await show('Documents of delivery, billing and response', LATER, 40);
const counted = [...new Set(before)].map((one) => {
  const times = before.filter((other) => other === one).length;
  return times > 1 ? `${one} (${times} times)` : one;
});
console.log(`\nWhat was made first through the public API, since no document tells of it\n  ${counted.join('\n  ')}`);
if (sent > 0)
  console.log(
    `\n${sent} documents sent one after the other in ${(spent / 1000).toFixed(1)} s: ${((sent * 1000) / spent).toFixed(1)} documents a second.`,
  );
process.exitCode = ordering && later ? 0 : 1;
