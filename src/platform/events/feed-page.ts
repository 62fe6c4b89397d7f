import { type FieldNode, getNamedType, GraphQLError, type GraphQLSchema, isObjectType } from 'graphql';
import { collectSubfields } from 'graphql/execution/collectFields.js';
import { getArgumentValues } from 'graphql/execution/values.js';
import type { ReadAnswer, SelectedField } from '../graphql/operation.js';
import { feedCursor } from './cursor.js';
import { readFeed } from './feed.js';
import { badArgument, eventItem, type FeedItemRoot, filterOf, gapItem, placeOf } from './live-field.js';
import { consumerPlace, type StreamDeps } from './live-stream.js';

const MOST = 100;
const COST = 5;

/** Answers `Query.feed`: finds the rows of the page, then reads their items as a subscription would. */
export const serveFeed =
  (deps: StreamDeps, schema: GraphQLSchema) =>
  async (selected: SelectedField): Promise<ReadAnswer> => {
    const { field, fieldNodes, viewer, fragments, variables, responseKey, type } = selected;
    const args = getArgumentValues(field, fieldNodes[0] as FieldNode, variables);
    const first = Number(args.first);
    if (!(first >= 0 && first <= MOST)) throw badArgument('first', `first must be between 0 and ${MOST}.`);
    const asked = placeOf(viewer.orgId, args.after) ?? (await consumerPlace(deps, viewer, args.consumer));
    const { rows, head, floor, through } = await readPage(deps, selected, asked ?? 0, first, filterOf({ name: 'feed' }, args));
    if (asked !== undefined && asked > head) throw badArgument('after', 'This cursor lies beyond the end of your feed.');
    const readable = (name: string) => deps.visibility.readable(viewer, name);
    const gap = asked !== undefined && asked < floor ? [gapItem(viewer.orgId, floor)] : [];
    const roots = [...gap, ...rows.map((row) => eventItem(viewer.orgId, row, readable))];
    const plain: Readonly<Record<string, string>> = {
      __typename: JSON.stringify(type.name),
      cursor: JSON.stringify(feedCursor(viewer.orgId, through)),
      hasMore: String(through < head),
    };
    const parts: string[] = [];
    const errors: GraphQLError[] = [];
    let cost = COST;
    for (const [key, nodes] of collectSubfields(schema, fragments, variables, type, fieldNodes)) {
      const name = nodes[0]?.name.value ?? '';
      const items = name === 'items' ? await readItems(deps, { ...selected, fieldNodes: nodes }, [responseKey, key], roots) : undefined;
      parts.push(`${JSON.stringify(key)}:${items?.text ?? plain[name]}`);
      errors.push(...(items?.errors ?? []));
      cost += items?.cost ?? 0;
    }
    return { text: `{${parts.join(',')}}`, errors, cost };
  };

/** The rows after a place; below the floor the page begins at the floor. */
const readPage = async (
  { appPool }: StreamDeps,
  { viewer }: SelectedField,
  after: number,
  first: number,
  filter: Parameters<typeof readFeed>[4],
) => {
  const page = await readFeed(appPool, viewer, after, first, filter);
  return after < page.floor ? readFeed(appPool, viewer, page.floor, first, filter) : page;
};

async function readItems(
  { reads }: StreamDeps,
  page: SelectedField,
  path: readonly string[],
  roots: readonly FeedItemRoot[],
): Promise<ReadAnswer> {
  const field = page.type.getFields().items;
  const type = field && getNamedType(field.type);
  if (!field || !isObjectType(type)) throw new Error(`${page.type.name} has no items`);
  const answers = roots.length === 0 ? [] : await reads.items({ ...page, field, type, responseKey: path.at(-1) ?? '' }, roots);
  const errors = answers.flatMap((answer, i) =>
    answer.errors.map(
      (error) =>
        new GraphQLError(error.message, {
          nodes: error.nodes,
          path: [...path, i, ...(error.path ?? []).slice(1)],
          extensions: error.extensions,
        }),
    ),
  );
  return { text: `[${answers.map(({ text }) => text).join(',')}]`, errors, cost: answers.reduce((sum, { cost }) => sum + cost, 0) };
}
