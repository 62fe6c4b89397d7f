import { describe, expect, it } from 'vitest';
import { DOCUMENT_KINDS } from '../../src/interchange/rules/document/index.js';
import { parseUbl, supportedPaths, writeUbl } from '../../src/interchange/ubl/index.js';
import { laterDocuments, orderDocuments } from '../../examples/documents/files.js';
import { plainPath, valuePaths, valuesAt } from '../../examples/documents/xpath.js';

const documents = [...orderDocuments(), ...laterDocuments()];

// What another standard has put into a document is kept whole.
const ofOthers = (path: string): boolean => path.startsWith('ext:UBLExtensions/');

const parsed = (content: Uint8Array | string) => {
  const verdict = parseUbl(content);
  if (!verdict.ok) throw new Error(JSON.stringify(verdict.refusals));
  return verdict.value;
};

describe.skipIf(documents.length === 0)('The published documents of Peppol BIS 3 and UBL', () => {
  const count = (root: string) => documents.filter((d) => d.root === root).length;

  it('are 11 orders, 4 changes, 11 responses, 2 simple responses and 3 cancellations', () => {
    expect(['Order', 'OrderChange', 'OrderResponse', 'OrderResponseSimple', 'OrderCancellation'].map(count)).toEqual([11, 4, 11, 2, 3]);
  });

  it('and 7 despatches, 1 receipt, 17 invoices, 3 credit notes and 16 application responses', () => {
    expect(['DespatchAdvice', 'ReceiptAdvice', 'Invoice', 'CreditNote', 'ApplicationResponse'].map(count)).toEqual([7, 1, 17, 3, 16]);
  });

  it.each(documents)('$name is read with no path ignored and no value of a wrong type', ({ bytes }) => {
    const { ignored, faults } = parsed(bytes);
    expect({ ignored, faults }).toEqual({ ignored: [], faults: [] });
  });

  it.each(documents)('$name is written again with the same value at every path, compared by XPath', ({ bytes }) => {
    const paths = valuePaths(bytes);
    const written = writeUbl(parsed(bytes));
    const before = valuesAt(bytes, paths);
    const after = valuesAt(written, paths);
    expect(Object.fromEntries(paths.map((path, i) => [path, after[i]]))).toEqual(
      Object.fromEntries(paths.map((path, i) => [path, before[i]])),
    );
    expect(valuePaths(written)).toHaveLength(paths.length);
  });

  it.each(documents)('$name uses only paths which the table of its kind names', ({ bytes }) => {
    const supported = new Set(supportedPaths(parsed(bytes).kind));
    expect(
      valuePaths(bytes)
        .map(plainPath)
        .filter((path) => !supported.has(path) && !ofOthers(path)),
    ).toEqual([]);
  });

  it.each(documents)('$name is written the same way twice, also from what was written', ({ bytes }) => {
    const once = writeUbl(parsed(bytes));
    expect(writeUbl(parsed(once))).toBe(once);
  });
});

describe('The table of each kind of document', () => {
  it.each(DOCUMENT_KINDS)('%s names every path once and no element that it does not know', (kind) => {
    const paths = supportedPaths(kind);
    expect(new Set(paths).size).toBe(paths.length);
    expect(paths.every((path) => /^(ext:UBLExtensions|(c[ab]c:[A-Za-z]+\/)*(cbc:[A-Za-z]+|cbc:[A-Za-z]+\/@[A-Za-z]+))$/.test(path))).toBe(
      true,
    );
  });
});
