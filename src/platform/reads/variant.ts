import { type DocumentNode, TypeInfo, visit, visitWithTypeInfo } from 'graphql';
import { prefixOf } from '../../kernel/ids.js';
import type { Registry } from './registry.js';

/**
 * How far a variable decides which plan answers: not at all beyond the shape of its value (which keys are present), by the
 * kinds of ids in it, or by its value. First, ids, cursors and the values of filters are parameters of the plan.
 */
type Mode = 'shape' | 'kinds' | 'value';

export type Modes = ReadonlyMap<string, ReadonlySet<Mode>>;

const BY_VALUE = new Set(['orderBy', 'as']);

/** Which variables of a document decide what, by where it uses them. */
export const modesOf = (registry: Registry, document: DocumentNode): Modes => {
  const modes = new Map<string, Set<Mode>>();
  const info = new TypeInfo(registry.schema);
  const stack: Mode[] = [];
  const argumentMode = (name: string): Mode => {
    const field = info.getFieldDef()?.name ?? '';
    const root = info.getParentType() === registry.schema.getQueryType() ? registry.roots[field] : undefined;
    if (root?.kind === 'node' || root?.kind === 'nodes') return 'kinds';
    return BY_VALUE.has(name) ? 'value' : 'shape';
  };
  visit(
    document,
    visitWithTypeInfo(info, {
      Directive: { enter: () => void stack.push('value'), leave: () => void stack.pop() },
      Argument: {
        enter: ({ name }) => void stack.push(stack.at(-1) ?? argumentMode(name.value)),
        leave: () => void stack.pop(),
      },
      VariableDefinition: () => false,
      Variable: ({ name }) => {
        const mode = stack.at(-1) ?? 'shape';
        modes.set(name.value, (modes.get(name.value) ?? new Set()).add(mode));
      },
    }),
  );
  return modes;
};

const shape = (value: unknown): string => {
  if (value === null || value === undefined) return '0';
  if (typeof value === 'boolean') return value ? 't' : 'f';
  if (typeof value !== 'object') return '1';
  if (Array.isArray(value)) return 'l';
  return `{${Object.entries(value)
    .filter(([, v]) => v !== null && v !== undefined)
    .map(([k, v]) => k + shape(v))
    .sort()
    .join(',')}}`;
};

const kinds = (value: unknown): string => [...new Set([value].flat().map((id) => prefixOf(String(id)) ?? ''))].sort().join(',');

const SPELL: Readonly<Record<Mode, (value: unknown) => string>> = { shape, kinds, value: (value) => JSON.stringify(value) ?? '0' };

/** What in these variables decides which plan answers. */
export const variantKey = (modes: Modes, variables: Readonly<Record<string, unknown>>): string => {
  let key = '';
  for (const [name, uses] of modes) for (const mode of uses) key += `|${SPELL[mode](variables[name])}`;
  return key;
};
