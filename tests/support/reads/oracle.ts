import { createHmac } from 'node:crypto';
import { getNamedType, type GraphQLField, isEnumType, isObjectType } from 'graphql';
import type {
  ConnectionField,
  DerivedField,
  Expr,
  Field,
  Join,
  LeafField,
  Need,
  PayloadField,
  ReadDeclaration,
  RootField,
} from '../../../src/platform/reads/shapes.js';
import {
  bad,
  canonical,
  check,
  cursorKey,
  enumName,
  fits,
  type Hub,
  ID,
  leaf,
  microseconds,
  sorted,
  type Thing,
  unfit,
  uuidOf,
  type Values,
} from './oracle-values.js';
import type { Row } from './rows.js';

const joined = (on: Join): Expr[] => Object.entries(on).map(([child, own]) => `{${child}} = {^${own}}`);
const related = ({ rows }: Hub, field: { readonly type: string; readonly on?: Join; readonly where?: Expr }, row: Row | undefined) =>
  rows.find(field.type, [...joined(field.on ?? {}), ...(field.where === undefined ? [] : [field.where])], { parent: row });

/** The object of a row: resolvers by name of the declared fields. */
const objectOf = (hub: Hub, row: Row): Thing => thing(hub, row.type, hub.rows.fields(row.type), row);

const thing = (hub: Hub, type: string, fields: Readonly<Record<string, Field>>, row: Row | undefined): Values => {
  const object = hub.schema.getType(type);
  const defs = isObjectType(object) ? object.getFields() : {};
  return {
    __typename: type,
    ...Object.fromEntries(
      Object.entries(fields).map(([name, field]) => [
        name,
        (args: Values) => value(hub, field, row, defs[name] as GraphQLField<unknown, unknown>, args, type),
      ]),
    ),
  };
};

async function value(
  hub: Hub,
  field: Field,
  row: Row | undefined,
  def: GraphQLField<unknown, unknown>,
  args: Values,
  parent: string,
): Promise<Thing> {
  const objects = (list: readonly Row[]) => list.map((one) => objectOf(hub, one));
  switch (field.kind) {
    case 'leaf':
      return stored(def, field, await leaf(hub, field, row));
    case 'embed': {
      const present = field.presence === undefined || !row || (await hub.rows.text(row, field.presence)) !== null;
      return present ? thing(hub, getNamedType(def.type).name, field.fields, row) : null;
    }
    case 'one':
      return objects(await related(hub, field, row))[0] ?? null;
    case 'newest':
      return objects(await sorted(hub, await related(hub, field, row), field.order))[0] ?? null;
    case 'many':
      return objects(await sorted(hub, await related(hub, field, row), field.order));
    case 'connection':
      return connection(hub, field, row, def, args, `${parent}.${def.name}`);
    case 'derived':
      return derived(hub, field, row, args);
    case 'subject':
      return row ? byType(hub, await hub.rows.text(row, field.typeExpr), await hub.rows.text(row, field.idExpr), def) : null;
  }
}

/** An expression tells the name of an enum's value; graphql-js wants what is stored for it. */
const stored = (def: GraphQLField<unknown, unknown>, { form, expr }: LeafField, given: Thing): Thing => {
  const type = getNamedType(def.type);
  return form === 'word' && isEnumType(type) && !/^[a-z_][a-z0-9_]*$/.test(expr) ? (type.getValue(String(given))?.value ?? given) : given;
};

async function byType(hub: Hub, type: string | null, uuid: string | null, def: GraphQLField<unknown, unknown>): Promise<Thing> {
  const name = [...hub.rows.byPrefix.values()].find((known) => known === type || possible(hub, known).includes(type ?? ''));
  if (
    name === undefined ||
    uuid === null ||
    !possible(hub, name).some((object) => possible(hub, getNamedType(def.type).name).includes(object))
  )
    return null;
  const [row] = await hub.rows.find(name, ['{id} = $1::uuid'], { value: uuid });
  return row ? objectOf(hub, row) : null;
}

const possible = ({ schema }: Hub, name: string): string[] => {
  const type = schema.getType(name);
  return isObjectType(type) || !type ? [name] : schema.getPossibleTypes(type as never).map((object) => object.name);
};

async function need(hub: Hub, asked: Need, row: Row | undefined, args: Values): Promise<unknown> {
  if (typeof asked !== 'string') {
    if (asked.kind === 'leaf') return leaf(hub, asked, row);
    const list = await sorted(hub, await related(hub, asked, row), asked.order);
    return Promise.all(
      list.map(async (one) =>
        Object.fromEntries(
          await Promise.all(Object.entries(asked.values).map(async ([name, expr]) => [name, await need(hub, expr, one, args)] as const)),
        ),
      ),
    );
  }
  if (asked === '@viewer') return hub.asker;
  if (asked === '@args') return args;
  if (asked === '@businessNow') return hub.rows.free(`to_char(app.business_now() at time zone 'UTC', '${microseconds}')`);
  if (asked === '@businessDate') return hub.rows.free(`(app.business_now() at time zone 'Asia/Shanghai')::date`);
  return row ? hub.rows.text(row, asked) : hub.rows.free(asked);
}

async function derived(hub: Hub, field: DerivedField, row: Row | undefined, args: Values): Promise<Thing> {
  const needs = await Promise.all(
    Object.entries(field.needs).map(async ([name, asked]) => [name, await need(hub, asked, row, args)] as const),
  );
  return (field.compute as (values: Values) => unknown)(Object.fromEntries(needs));
}

async function connection(
  hub: Hub,
  field: ConnectionField,
  row: Row | undefined,
  def: GraphQLField<unknown, unknown>,
  args: Values,
  coordinate: string,
): Promise<Thing> {
  const first = Number(args.first ?? field.page);
  if (first < 0 || first > 100) throw bad('first');
  const party = field.party && enumName(def, 'as', args.as);
  const orderName = enumName(def, 'orderBy', args.orderBy) ?? Object.keys(field.orders)[0] ?? '';
  const order = field.orders[orderName] ?? [];
  const whose = field.party ? field.party[party ?? ''] : field.mine;
  const scope = whose === undefined ? [] : [whose.includes('{') ? whose : `{${whose}} = {@org}`];
  let list = await hub.rows.find(field.type, [...joined(field.on ?? {}), ...(field.where === undefined ? [] : [field.where]), ...scope], {
    parent: row,
  });
  for (const [name, asked] of Object.entries((args.filter ?? {}) as Values)) {
    const filter = field.filters[name];
    if (asked === null || asked === undefined || !filter) continue;
    await check(hub.rows, field.type, filter, asked);
    const kept = await Promise.all(list.map((one) => fits(hub, filter, one, asked)));
    list = list.filter((_, index) => kept[index]);
  }
  const all = await sorted(hub, list, order);
  const secret = createHmac('sha256', hub.cursorKey)
    .update(JSON.stringify([coordinate, orderName, canonical([party, args.filter]), hub.asker.orgId]))
    .digest('hex');
  const seal = (keys: string) => `${keys}~${createHmac('sha256', secret).update(keys).digest('hex').slice(0, 32)}`;
  const columns = order.map((key) => key.replace(/^-/, ''));
  const parts = await Promise.all(all.map((one) => Promise.all(columns.map((column) => cursorKey(hub.rows, one, column)))));
  const cursors = parts.map((keys) => seal(keys.join('~')));
  const after = args.after === null || args.after === undefined ? undefined : String(args.after);
  const given = after?.split('~').slice(0, -1) ?? [];
  if (after !== undefined && seal(given.join('~')) !== after) throw bad('after');
  const down = order[0]?.startsWith('-') ? -1 : 1;
  const passed = (keys: readonly string[]) => {
    const index = keys.findIndex((key, at) => key !== given[at]);
    return (
      index < 0 ||
      (/^-?\d{1,9}$/.test(keys[index] ?? '')
        ? Number(keys[index]) - Number(given[index])
        : (keys[index] ?? '') < (given[index] ?? '')
          ? -1
          : 1) *
        down <
        0
    );
  };
  const start = after === undefined ? 0 : parts.filter(passed).length;
  const page = all.slice(start, start + first);
  const cursor = (index: number) => (page.length === 0 ? null : cursors[start + index]);
  return {
    nodes: () => page.map((one) => objectOf(hub, one)),
    edges: () => page.map((one, index) => ({ cursor: cursor(index), node: objectOf(hub, one) })),
    totalCount: Math.min(all.length, 1001),
    pageInfo: {
      hasNextPage: all.length > start + page.length,
      hasPreviousPage: after !== undefined,
      startCursor: cursor(0),
      endCursor: cursor(page.length - 1),
    },
  };
}

async function rootValue(hub: Hub, field: RootField, def: GraphQLField<unknown, unknown>, args: Values): Promise<Thing> {
  const byId = async (id: unknown): Promise<Thing> =>
    byType(hub, hub.rows.byPrefix.get(ID.exec(String(id))?.[1] ?? '') ?? null, uuidOf(id), def);
  if (field.kind === 'node' || field.kind === 'nodes') {
    if (field.kind === 'node') return byId(args.id);
    if ((args.ids as string[]).length > 100) throw bad('ids');
    return Promise.all((args.ids as string[]).map(byId));
  }
  if (field.kind !== 'find') return value(hub, field as Field, undefined, def, args, 'Query');
  const given = field.arg === undefined ? undefined : args[field.arg];
  const [way, asked] = given !== null && typeof given === 'object' ? (Object.entries(given)[0] ?? ['', null]) : ['', given];
  const how = field.ways[way] ?? '';
  if (field.arg !== undefined && how !== 'id' && unfit(String(asked))) throw bad('text');
  const text = how === 'id' ? uuidOf(asked, [...hub.rows.byPrefix].find(([, name]) => name === field.type)?.[0]) : String(asked);
  if (text === null) return null;
  const [row] =
    field.arg === undefined
      ? await hub.rows.find(field.type, [how])
      : await hub.rows.find(field.type, [how === 'id' ? '{id} = $1::uuid' : how], { value: text });
  return row ? objectOf(hub, row) : null;
}

/** The root value under which graphql-js answers a query row by row. */
export const oracleRoot = (hub: Hub, declarations: readonly ReadDeclaration[]): Values => {
  const fields = Object.assign({}, ...declarations.map((d) => (d.kind === 'root' ? d.fields : {}))) as Readonly<Record<string, RootField>>;
  const defs = hub.schema.getQueryType()?.getFields() ?? {};
  return Object.fromEntries(
    Object.entries(fields).map(([name, field]) => [
      name,
      (args: Values) => rootValue(hub, field, defs[name] as GraphQLField<unknown, unknown>, args),
    ]),
  );
};

/** The same for a payload or item of that type. */
export const oraclePayload = (hub: Hub, declarations: readonly ReadDeclaration[], type: string, root: unknown, given: object): Values => {
  const declared = declarations.find((d) => d.kind === 'payload' && d.name === type);
  const object = hub.schema.getType(type);
  const defs = isObjectType(object) ? object.getFields() : {};
  const one = (name: string, field: PayloadField) => async (): Promise<Thing> => {
    const picked = root === undefined || root === null ? null : ((field.pick as (root: unknown) => unknown)(root) ?? null);
    if (field.kind === 'value' || picked === null) return picked;
    const find = async (id: string) =>
      (await hub.rows.find(field.kind === 'refAny' ? '' : field.type, ['{id} = $1::uuid'], { value: id })).map((row) => objectOf(hub, row));
    if (field.kind === 'ref') return (await find(picked as string))[0] ?? null;
    if (field.kind === 'refs') return (await Promise.all((picked as string[]).map(find))).flat();
    const { type: wanted, id } = picked as { type: string; id: string };
    return byType(hub, wanted, id, defs[name] as GraphQLField<unknown, unknown>);
  };
  const fields = declared?.kind === 'payload' ? declared.fields : {};
  return { ...given, ...Object.fromEntries(Object.entries(fields).map(([name, field]) => [name, one(name, field)])) };
};
