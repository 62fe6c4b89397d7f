import { type ASTNode, Kind, visit } from 'graphql';
import type { Pool } from 'pg';
import type { Viewer } from '../auth/viewer.js';
import { publicError } from '../graphql/faults.js';
import type { LiveRequest } from '../graphql/live.js';
import { Raw, writeResult } from '../graphql/raw.js';
import type { Reads } from '../reads/index.js';
import { acknowledged, type FeedFilter, type FeedRow, readFeed } from './feed.js';
import { badArgument, eventItem, type FeedItemRoot, filterOf, gapItem, type LiveField, placeOf, snapshotItem } from './live-field.js';
import type { LiveReader, Placed } from './live-reader.js';
import type { Visibility } from './visibility.js';

export interface StreamDeps {
  /** Logged in as `hub_app`. */
  readonly appPool: Pool;
  readonly reads: Pick<Reads, 'items'>;
  readonly visibility: Visibility;
  readonly fields: readonly LiveField[];
  /** GraphQL types that events are about. */
  readonly subjectTypes: readonly string[];
}

/** One subscription, checked. */
export interface Stream {
  readonly viewer: Viewer;
  readonly filter: FeedFilter;
  /** Where to begin; undefined is now. */
  readonly after: number | undefined;
  /** Equal for streams that show the same: by organisation, rights, document and variables. */
  readonly key: string;
  render(rows: readonly FeedRow[]): Promise<Placed[]>;
  renderGap(floor: number): Promise<Placed[]>;
}

const PAGE = 100;
const NOBODY = '00000000-0000-0000-0000-000000000000';

/** Variables that the items depend on: where a reader began is none of them, so that all who have caught up share their reads. */
const shownVariables = ({ fieldNodes, fragments, variables }: LiveRequest): Record<string, unknown> => {
  const shown: Record<string, unknown> = {};
  const gather = (node: ASTNode) =>
    visit(node, {
      [Kind.VARIABLE]: ({ name }) => {
        shown[name.value] = variables[name.value];
      },
    });
  for (const { selectionSet } of fieldNodes) if (selectionSet) gather(selectionSet);
  for (const fragment of Object.values(fragments)) gather(fragment);
  return shown;
};

const keyOf = (request: LiveRequest, filter: FeedFilter): string => {
  const { viewer, documentKey, responseKey } = request;
  return JSON.stringify([
    documentKey,
    responseKey,
    shownVariables(request),
    filter,
    viewer.kind,
    viewer.actorId,
    viewer.locale,
    [...viewer.scopes].sort(),
    [...viewer.duties].sort(),
    [...viewer.orgRoles].sort(),
  ]);
};

type Root = FeedItemRoot & { readonly seq: number };

const shower =
  ({ reads }: StreamDeps, request: LiveRequest) =>
  async (roots: readonly Root[]): Promise<Placed[]> => {
    const answers = roots.length === 0 ? [] : await reads.items(request, roots);
    return answers.map(({ text, errors }, i) => ({
      seq: roots[i]?.seq ?? 0,
      json: writeResult({
        data: new Raw(`{${JSON.stringify(request.responseKey)}:${text}}`),
        ...(errors.length > 0 && { errors: errors.map(publicError) }),
      }),
    }));
  };

/** Where a durable consumer stands; undefined when none is named. @throws GraphQLError for a name that is not open */
export const consumerPlace = async ({ appPool }: StreamDeps, viewer: Viewer, name: unknown): Promise<number | undefined> => {
  if (typeof name !== 'string') return undefined;
  const seq = await acknowledged(appPool, viewer, name);
  if (seq === undefined) throw badArgument('consumer', 'There is no consumer of this name. Open it with feedConsumerOpen.');
  return seq;
};

/**
 * Everything about a subscription that can be refused, before it begins.
 * @throws GraphQLError for a cursor, consumer or id that is not there, and for a selection without the scopes that it needs
 */
export async function openStream(deps: StreamDeps, request: LiveRequest): Promise<Stream> {
  const { viewer } = request;
  const field = deps.fields.find(({ name }) => name === request.field.name);
  if (!field) throw new Error(`${request.field.name} is not declared as a live field`);
  const filter = filterOf(field, request.args);
  const one = field.subject !== undefined && filter.subjectId !== undefined ? { type: field.subject, id: filter.subjectId } : undefined;
  if (one && !(await deps.visibility.exists(viewer, one.type, one.id)))
    throw badArgument(field.one?.argument ?? '', 'There is nothing with this id.');
  const show = shower(deps, request);
  const readable = (type: string) => deps.visibility.readable(viewer, type);
  // Read once for nothing: a selection that is too costly or needs other scopes is refused now and not with the first event.
  const types = (field.subject === undefined ? deps.subjectTypes : [field.subject]).filter(readable);
  await show(types.map((type) => ({ seq: 0, cursor: '', kind: 'EVENT', eventId: NOBODY, subject: { type, id: NOBODY } })));
  return {
    viewer,
    filter,
    after: placeOf(viewer.orgId, request.args.after) ?? (await consumerPlace(deps, viewer, request.args.consumer)),
    key: keyOf(request, filter),
    render: (rows) => show(rows.map((row) => ({ seq: row.seq, ...eventItem(viewer.orgId, row, readable) }))),
    renderGap: (floor) =>
      show(
        [gapItem(viewer.orgId, floor), ...(one ? [snapshotItem(viewer.orgId, floor, one.type, one.id)] : [])].map((item) => ({
          seq: floor,
          ...item,
        })),
      ),
  };
}

/** Gives the gap when a stream begins below the floor; answers the place from which it reads on. */
export async function* begin({ appPool }: StreamDeps, { viewer, after, renderGap }: Stream): AsyncGenerator<Placed, number> {
  const { head, floor } = await readFeed(appPool, viewer, after ?? 0, 0);
  if (after === undefined) return head;
  if (after > head) throw badArgument('after', 'This cursor lies beyond the end of your feed.');
  if (after < floor) yield* await renderGap(floor);
  return Math.max(after, floor);
}

/**
 * Gives what lies between a place and now, page by page as the reader takes it; answers the place from which the live items
 * follow without gap or repetition.
 */
export async function* catchUp(
  { appPool }: StreamDeps,
  { viewer, filter, render }: Stream,
  reader: LiveReader,
  from: number,
): AsyncGenerator<Placed, number> {
  let position = from;
  let end: number;
  do {
    // What is dropped from here on is dropped behind this page or read with the next.
    reader.missed = false;
    const page = await readFeed(appPool, viewer, position, PAGE, filter);
    yield* await render(page.rows);
    position = page.through;
    end = page.head;
  } while ((position < end || reader.missed) && !reader.ended);
  return position;
}
