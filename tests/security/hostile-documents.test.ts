import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { DOCUMENT_KINDS, type DocumentKind } from '../../src/interchange/rules/document/index.js';
import { readDocument } from '../../src/interchange/reading.js';
import { interchangeRefusals } from '../../src/interchange/refusals.js';
import { parseUbl, writeUbl } from '../../src/interchange/ubl/index.js';
import { LIMITS } from '../../src/interchange/ubl/xml.js';
import { orderDocument, WHOLE, written } from '../support/trade-documents.js';

const order = written('ORDER', orderDocument());
const EXTENSIONS = 'urn:oasis:names:specification:ubl:schema:xsd:CommonExtensionComponents-2';
const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);
const utf16 = (text: string, bigEndian: boolean): Uint8Array => {
  const bytes = Buffer.from(`\ufeff${text}`, 'utf16le');
  return new Uint8Array(bigEndian ? bytes.swap16() : bytes);
};

const codes = (content: Uint8Array | string): string[] => {
  const verdict = readDocument(content);
  return verdict.ok ? [] : verdict.refusals.map((refusal) => refusal.code);
};

describe('A document that is not for the hub is refused with its reason', () => {
  const bomb = '<!DOCTYPE o [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]>';
  const inside = (text: string): string => order.replace('</Order>', `${text}</Order>`);
  const cases: [what: string, content: Uint8Array | string, code: string][] = [
    ['nothing', '', 'DOCUMENT_MALFORMED'],
    ['text', 'purchase order', 'DOCUMENT_MALFORMED'],
    ['a document cut off', order.slice(0, order.length / 2), 'DOCUMENT_MALFORMED'],
    ['an undeclared prefix', inside('<x:y/>'), 'DOCUMENT_MALFORMED'],
    ['an entity of its own', inside('&company;'), 'DOCUMENT_MALFORMED'],
    ['a NUL', inside('\u0000'), 'DOCUMENT_MALFORMED'],
    ['two roots', order + order.replace(/^<\?xml.*\?>/, ''), 'DOCUMENT_MALFORMED'],
    ['a DTD', order.replace('<Order', `${bomb}<Order`), 'DOCUMENT_HAS_DTD'],
    ['an external entity', order.replace('<Order', '<!DOCTYPE o SYSTEM "file:///etc/passwd"><Order'), 'DOCUMENT_HAS_DTD'],
    ['a pit of elements', inside('<a>'.repeat(100_000)), 'DOCUMENT_TOO_COMPLEX'],
    ['a crowd of attributes', inside(`<a ${Array.from({ length: 100 }, (_, i) => `a${i}=""`).join(' ')}/>`), 'DOCUMENT_TOO_COMPLEX'],
    ['a crowd of elements', inside('<a/>'.repeat(LIMITS.elements + 1)), 'DOCUMENT_TOO_COMPLEX'],
    ['more bytes than allowed', new Uint8Array(LIMITS.bytes + 1), 'DOCUMENT_TOO_LARGE'],
    ['more text than allowed', ' '.repeat(LIMITS.bytes + 1), 'DOCUMENT_TOO_LARGE'],
    ['another encoding', utf8(order.replace('UTF-8', 'ISO-8859-1')), 'DOCUMENT_ENCODING'],
    ['bytes that are not UTF-8', new Uint8Array([...utf8('<a>'), 0xff, 0xfe, ...utf8('</a>')]), 'DOCUMENT_ENCODING'],
    [
      'another kind of document',
      order.replaceAll('Order-2', 'Catalogue-2').replaceAll(/(<\/?)Order(?=[ >])/g, '$1Catalogue'),
      'DOCUMENT_UNSUPPORTED',
    ],
    ['an order of another namespace', order.replace('xsd:Order-2', 'xsd:Order-3'), 'DOCUMENT_UNSUPPORTED'],
  ];
  it.each(cases)('%s', (_what, content, code) => expect(codes(content)).toEqual([code]));
});

describe('A hostile document earns no longer answer than it is', () => {
  const lines = (count: number, element: (i: number) => string): string =>
    order.replace('</Order>', `${Array.from({ length: count }, (_, i) => element(i)).join('')}</Order>`);
  const bare = (kind: DocumentKind, element: string, count = 40_000): string => {
    const whole = written(kind, WHOLE[kind]);
    return whole.slice(0, whole.lastIndexOf('</')) + element.repeat(count) + whole.slice(whole.lastIndexOf('</'));
  };
  const answer = (content: string): number => JSON.stringify(readDocument(content)).length;

  it.each([
    ['thousands of unknown elements', lines(50_000, (i) => `<x${i}>1</x${i}>`)],
    [
      'unknown elements with names of a thousand letters, nested',
      lines(1, () => `<${'n'.repeat(1000)}>`.repeat(30) + '1' + `</${'n'.repeat(1000)}>`.repeat(30)),
    ],
    [
      'thousands of lines without anything',
      lines(40_000, () => '<cac:OrderLine><cac:LineItem><cbc:ID>1</cbc:ID></cac:LineItem></cac:OrderLine>'),
    ],
    ['thousands of lines of an invoice without anything', bare('INVOICE', '<cac:InvoiceLine><cbc:Note>1</cbc:Note></cac:InvoiceLine>')],
    [
      'thousands of lines of a despatch without anything',
      bare('DESPATCH_ADVICE', '<cac:DespatchLine><cbc:Note>1</cbc:Note></cac:DespatchLine>'),
    ],
    ['thousands of reasons of an answer', bare('APPLICATION_RESPONSE', '<cac:DocumentResponse><cac:Response/></cac:DocumentResponse>')],
    [
      'a deep extension',
      bare('INVOICE', `<ext:UBLExtensions xmlns:ext="${EXTENSIONS}">${'<a><b>1</b></a>'.repeat(20_000)}</ext:UBLExtensions>`, 1),
    ],
    ['thousands of values of a wrong type', lines(20_000, () => '<cac:Delivery><cbc:Quantity>many</cbc:Quantity></cac:Delivery>')],
  ])('%s', (_what, content) => expect(answer(content)).toBeLessThan(content.length));

  it('and thousands of names of a party are not all looked up', () => {
    const names = '<cac:PartyIdentification><cbc:ID schemeID="0088">1</cbc:ID></cac:PartyIdentification>';
    const verdict = readDocument(
      order.replace(
        '<cac:PartyLegalEntity>',
        `${Array.from({ length: 20_000 }, (_, i) => names.replace('>1<', `>${i}<`)).join('')}<cac:PartyLegalEntity>`,
      ),
    );
    expect(verdict.ok && verdict.value.buyer.length).toBeLessThan(20);
  });
});

describe('A document is read by what it says, not by how it is written', () => {
  const expected = parseUbl(order);
  const renamed = order
    .replaceAll('cbc:', 'q:')
    .replaceAll('xmlns:cbc', 'xmlns:q')
    .replaceAll('cac:', '')
    .replace('xmlns="', 'xmlns:root="')
    .replace('xmlns:cac=', 'xmlns=')
    .replaceAll(/(<\/?)Order(?=[ >])/g, '$1root:Order');
  const cases: [how: string, content: Uint8Array | string][] = [
    ['UTF-8', utf8(order)],
    ['UTF-8 with its mark', utf8(`\ufeff${order}`)],
    ['UTF-16, little end first', utf16(order.replace('UTF-8', 'UTF-16'), false)],
    ['UTF-16, big end first', utf16(order.replace('UTF-8', 'UTF-16'), true)],
    ['other prefixes', renamed],
    ['no indentation', order.replaceAll(/>\s+</g, '><')],
    ['comments and CDATA', order.replace('<cbc:ID>PO-7<', '<!-- number --><cbc:ID>PO<![CDATA[-]]>7<')],
    ['character references', order.replace('PO-7', '&#80;O&#x2d;7')],
  ];
  it.each(cases)('%s', (_how, content) => expect(parseUbl(content)).toEqual(expected));
});

describe('Whatever comes in, a value or a refusal comes out', () => {
  const known = new Set(Object.keys(interchangeRefusals));
  const answers = (content: Uint8Array | string): boolean => {
    const verdict = readDocument(content);
    if (verdict.ok) return parseUbl(writeUbl(verdict.value)).ok;
    return verdict.refusals.length > 0 && verdict.refusals.every((refusal) => known.has(refusal.code));
  };

  it('for any bytes', () => {
    fc.assert(fc.property(fc.uint8Array({ maxLength: 400 }), answers), { numRuns: 200 });
  });

  describe.each(DOCUMENT_KINDS)('%s', (kind) => {
    const whole = written(kind, WHOLE[kind]);

    it('as it is', () => expect(codes(whole)).toEqual([]));

    it('with any text in every place', () => {
      const values = [...whole.matchAll(/>([^<>\s][^<>]*)</g)].map((match) => match.index + 1);
      const anywhere = fc.record({ at: fc.constantFrom(...values), text: fc.string({ unit: 'binary', maxLength: 30 }) });
      fc.assert(
        fc.property(anywhere, ({ at, text }) =>
          answers(whole.slice(0, at) + text.replaceAll(/[<&]/g, '') + whole.slice(whole.indexOf('<', at))),
        ),
        { numRuns: 100 },
      );
    });

    it('with any figure in every place', () => {
      const values = [...whole.matchAll(/>-?[0-9.]+</g)].map((match) => match.index + 1);
      const figures = fc.constantFrom('0', '-1', '1e9', '.5', '9'.repeat(70), '-0.000000001', 'NaN', '99999999999999999999.99', '00012');
      fc.assert(
        fc.property(fc.record({ at: fc.constantFrom(...values), text: figures }), ({ at, text }) =>
          answers(whole.slice(0, at) + text + whole.slice(whole.indexOf('<', at))),
        ),
        { numRuns: 60 },
      );
    });

    it('cut, doubled and overwritten anywhere', () => {
      const bytes = utf8(whole);
      const edit = fc.record({
        from: fc.nat(bytes.length),
        length: fc.nat(200),
        put: fc.uint8Array({ maxLength: 20 }),
        twice: fc.boolean(),
      });
      const edited = fc.array(edit, { minLength: 1, maxLength: 4 }).map((edits) =>
        edits.reduce((before, { from, length, put, twice }) => {
          const [head, cut, tail] = [before.subarray(0, from), before.subarray(from, from + length), before.subarray(from + length)];
          return Buffer.concat(twice ? [head, cut, cut, put, tail] : [head, put, tail]);
        }, Buffer.from(bytes)),
      );
      fc.assert(fc.property(edited, answers), { numRuns: 100 });
    });

    it('with elements moved', () => {
      const lines = whole.split('\n');
      const shuffled = fc
        .array(fc.record({ from: fc.nat(lines.length - 1), to: fc.nat(lines.length - 1) }), { maxLength: 5 })
        .map((moves) => {
          const next = [...lines];
          for (const { from, to } of moves) next.splice(to, 0, ...next.splice(from, 1));
          return next.join('\n');
        });
      fc.assert(fc.property(shuffled, answers), { numRuns: 100 });
    });
  });

  it('for every kind of document with any part of another in it', () => {
    const everything = DOCUMENT_KINDS.flatMap((kind) => Object.entries(WHOLE[kind]));
    const parts = fc.subarray(everything).map((entries) => Object.fromEntries(entries));
    fc.assert(
      fc.property(fc.constantFrom(...DOCUMENT_KINDS), parts, (kind, document) => answers(written(kind, document))),
      { numRuns: 300 },
    );
  });
});
