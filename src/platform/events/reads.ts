import {
  bool,
  derived,
  id,
  instant,
  int,
  item,
  json,
  lookup,
  payload,
  type ReadDeclaration,
  ref,
  refAny,
  root,
  text,
  type,
  value,
  word,
} from '../reads/declare.js';
import { feedCursor } from './cursor.js';
import type { FeedItemRoot } from './live-field.js';

const shared = {
  cursor: value((root: FeedItemRoot) => root.cursor),
  kind: value((root: FeedItemRoot) => root.kind),
  event: ref('Event', (root: FeedItemRoot) => root.eventId),
};

/**
 * The items of a typed stream: `updateItem('OrderUpdate', 'order', 'Order')` for a type that implements `Update` and has the
 * field `order`. The stream itself is declared in the manifest: `live: [{ name: 'orderUpdates', subject: 'Order', … }]`.
 */
export const updateItem = (name: string, field: string, target: string): ReadDeclaration =>
  item(name, { ...shared, [field]: ref(target, (root: FeedItemRoot) => root.subject?.id) });

/** The public id of the object of an event, for all types that have ids. */
const subjectId = (declarations: readonly ReadDeclaration[]): string => {
  const cases = declarations.flatMap((d) => (d.kind === 'type' && d.id !== undefined ? [`when '${d.name}' then '${d.id}_'`] : []));
  return cases.length === 0 ? 'null::text' : `case {subject} ${cases.join(' ')} end || encode(uuid_send({subject_id}), 'hex')`;
};

const acted = ref('FeedConsumer', (result: { consumerId: string }) => result.consumerId);

/** @param others declarations of all other rooms: events name objects of theirs */
export const eventReads = (others: readonly ReadDeclaration[]): readonly ReadDeclaration[] => [
  type(
    'Event',
    { table: 'app.event_received', id: 'evt', need: 'feed:read' },
    {
      id: id('evt'),
      type: word('type'),
      subjectType: word('subject'),
      subjectId: word(subjectId(others)),
      version: int('subject_version'),
      status: word('status'),
      changed: json('changed'),
      own: bool('own'),
      businessTime: instant('business_time'),
      at: instant('at'),
    },
  ),
  item('FeedItem', { ...shared, node: refAny((root: FeedItemRoot) => root.subject) }),
  type(
    'FeedConsumer',
    { table: 'app.feed_consumer_now', need: 'feed:read' },
    {
      name: text('name'),
      cursor: derived({ orgId: 'org_id', seq: 'seq' }, ({ orgId, seq }: { orgId: string; seq: string }) => feedCursor(orgId, Number(seq))),
      waiting: int('waiting'),
      openedAt: instant('opened_at'),
      acknowledgedAt: instant('acknowledged_at'),
    },
  ),
  root({ feedConsumer: lookup('FeedConsumer', 'name', { '': '{org_id} = {@org} and {name} = {@value}' }) }),
  payload('FeedConsumerOpenPayload', { consumer: acted }),
  payload('FeedConsumerAcknowledgePayload', { consumer: acted }),
  payload('FeedConsumerClosePayload', { name: value((result: { name: string }) => result.name) }),
];
