import {
  type ASTVisitor,
  type DocumentNode,
  type FragmentDefinitionNode,
  GraphQLError,
  Kind,
  type SelectionNode,
  type SelectionSetNode,
  type ValidationContext,
} from 'graphql';
import { validationAbortedError } from 'graphql/validation/validationAbortedError.js';

/** What one document may hold, fragments counted wherever they are spread. Far above what the console and the SDK send. */
export const LIMITS = { tokens: 4_000, depth: 14, aliases: 60, directives: 60, fields: 1_500, maxErrors: 10 } as const;

interface Size {
  readonly depth: number;
  readonly aliases: number;
  readonly directives: number;
  readonly fields: number;
}

const NOTHING: Size = { depth: 0, aliases: 0, directives: 0, fields: 0 };

const beside = (a: Size, b: Size): Size => ({
  depth: Math.max(a.depth, b.depth),
  aliases: a.aliases + b.aliases,
  directives: a.directives + b.directives,
  fields: a.fields + b.fields,
});

/** Measures a document; each fragment is measured once, so that spreads within spreads cost nothing. */
class Measure {
  readonly #fragments: ReadonlyMap<string, FragmentDefinitionNode>;
  readonly #known = new Map<string, Size>();
  readonly #open = new Set<string>();
  cycle: string | undefined;

  constructor(document: DocumentNode) {
    this.#fragments = new Map(document.definitions.flatMap((d) => (d.kind === Kind.FRAGMENT_DEFINITION ? [[d.name.value, d]] : [])));
  }

  of(set: SelectionSetNode | undefined): Size {
    return set ? set.selections.map((selection) => this.#selection(selection)).reduce(beside, NOTHING) : NOTHING;
  }

  fragment(name: string): Size {
    const known = this.#known.get(name);
    if (known) return known;
    if (this.#open.has(name)) {
      this.cycle ??= name;
      return NOTHING;
    }
    this.#open.add(name);
    const definition = this.#fragments.get(name);
    const size = beside(this.of(definition?.selectionSet), { ...NOTHING, directives: definition?.directives?.length ?? 0 });
    this.#open.delete(name);
    this.#known.set(name, size);
    return size;
  }

  #selection(node: SelectionNode): Size {
    const own = { ...NOTHING, directives: node.directives?.length ?? 0 };
    if (node.kind === Kind.FRAGMENT_SPREAD) return beside(own, this.fragment(node.name.value));
    const inner = this.of(node.selectionSet);
    if (node.kind === Kind.INLINE_FRAGMENT) return beside(own, inner);
    // Introspection nests deeper than any business question and has a depth rule of its own among graphql's.
    const depth = node.name.value.startsWith('__') ? 1 : inner.depth + 1;
    return {
      depth,
      aliases: inner.aliases + (node.alias ? 1 : 0),
      directives: inner.directives + own.directives,
      fields: inner.fields + 1,
    };
  }
}

const excess = (document: DocumentNode): string | undefined => {
  const measure = new Measure(document);
  const sizes = document.definitions.map((d) => {
    if (d.kind === Kind.FRAGMENT_DEFINITION) return measure.fragment(d.name.value);
    return d.kind === Kind.OPERATION_DEFINITION
      ? beside(measure.of(d.selectionSet), { ...NOTHING, directives: d.directives?.length ?? 0 })
      : NOTHING;
  });
  if (measure.cycle) return `Fragment "${measure.cycle}" contains itself.`;
  for (const what of ['depth', 'aliases', 'directives', 'fields'] as const) {
    const most = Math.max(...sizes.map((size) => size[what]));
    if (most > LIMITS[what]) return `The document is too large: ${what} ${most}, at most ${LIMITS[what]}.`;
  }
  return undefined;
};

/** A validation rule that ends the validation at once, because graphql's own rules are dear on the documents that it refuses. */
export const limitsRule = (context: ValidationContext): ASTVisitor => ({
  Document(document) {
    const reason = excess(document);
    if (!reason) return;
    context.reportError(new GraphQLError(reason));
    throw validationAbortedError;
  },
});
