import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { plainPath, valuePaths } from '../../examples/documents/xpath.js';
import { DOCUMENT_KINDS, type TradeDocument } from '../../src/interchange/rules/document/index.js';
import { ROOTS } from '../../src/interchange/ubl/documents.js';
import { parseUbl, supportedPaths, writeUbl } from '../../src/interchange/ubl/index.js';
import type { AnyRow, AnyTable, Scalar } from '../../src/interchange/ubl/table.js';
import { escapeText } from '../../src/interchange/ubl/xml.js';

// Blanks at both ends, signs of XML and characters beyond the first plane: all of them are text.
const words = fc
  .string({ unit: fc.constantFrom('a', 'Ö', '名', '😀', ' ', '\n', '\t', '<', '>', '&', '"', "'", ']]>', '0'), minLength: 1, maxLength: 8 })
  .filter((text) => text.trim() !== '');

const EXTENSIONS = 'urn:oasis:names:specification:ubl:schema:xsd:CommonExtensionComponents-2';

const VALUES: Readonly<Record<string, fc.Arbitrary<string | boolean>>> = {
  text: words,
  date: fc.constantFrom('2026-02-28', '2024-02-29', '1999-12-31Z', '2026-03-01+08:00'),
  time: fc.constantFrom('00:00:00', '23:59:59.5Z', '09:30:47.0+08:00'),
  decimal: fc.constantFrom('0', '-1.50', '+2', '.5', '007', '12345678901234567890.12345678'),
  'true or false': fc.boolean(),
  XML: fc
    .record({ text: words, more: fc.boolean() })
    .map(
      ({ text, more }) =>
        `<n0:UBLExtensions xmlns:n0="${EXTENSIONS}" xmlns:n1="urn:other"><n0:UBLExtension><n1:Mark${more ? ' n="&#10;" n1:of="1"' : ''}>${escapeText(text)}</n1:Mark></n0:UBLExtension></n0:UBLExtensions>`,
    ),
};

const isTable = (kind: AnyRow[2]): kind is AnyTable => Array.isArray(kind);

/** A value, or a value with attributes. */
const isFlat = (kind: AnyRow[2]): boolean => !isTable(kind) || kind.every(([, , inner]) => !isTable(inner));

const valueOf = (kind: AnyRow[2], depth: number): fc.Arbitrary<unknown> =>
  isTable(kind) ? modelOf(kind, depth - 1) : (VALUES[(kind as Scalar<string>).type] ?? fc.constant(''));

/** One field in four, so that a document stays as small as documents are. */
const sometimes = <Value>(value: fc.Arbitrary<Value>) =>
  fc.oneof({ weight: 3, arbitrary: fc.constant(undefined) }, { weight: 1, arbitrary: value });

/** Any model of a table, most of its fields absent; where attributes stand, the value that they are about is there. */
const modelOf = (table: AnyTable, depth: number): fc.Arbitrary<object> => {
  const rows = depth > 0 ? table : table.filter(([, , kind]) => isFlat(kind));
  const fields = rows.map(([path, field, kind]) => {
    const value = valueOf(kind, depth);
    const all = path.includes('*') ? fc.array(value, { minLength: 1, maxLength: 2 }) : value;
    return [field, path === '.' ? all : sometimes(all)] as const;
  });
  return fc
    .record(Object.fromEntries(fields))
    .map((model): object => Object.fromEntries(Object.entries(model).filter(([, value]) => value !== undefined)))
    .filter((model) => Object.keys(model).length > 0);
};

describe('Any document that the model can hold', () => {
  it.each(DOCUMENT_KINDS)('%s: is read back as it was written, at paths that the table names', (kind) => {
    const supported = new Set(supportedPaths(kind));
    fc.assert(
      fc.property(modelOf(ROOTS[kind].table as unknown as AnyTable, 4), (document) => {
        const content = writeUbl({ kind, document: document as TradeDocument });
        expect(parseUbl(content)).toEqual({ ok: true, value: { kind, document, ignored: [], faults: [] } });
        expect(
          valuePaths(content)
            .map(plainPath)
            .filter((path) => !supported.has(path) && !path.startsWith('ext:UBLExtensions/')),
        ).toEqual([]);
      }),
      { numRuns: 40 },
    );
  });
});
