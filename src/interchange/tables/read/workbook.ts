import type { Archive } from './archive.js';
import { formatOf, type NumberFormat } from '../rules/serials.js';
import { heard } from './sax.js';
import { unreadable } from './unreadable.js';

/** What a sheet needs of its workbook. */
export interface Workbook {
  /** Path of the first sheet that is shown. */
  readonly sheet: string;
  readonly strings: readonly string[];
  /** By number of the cell style. */
  readonly formats: readonly NumberFormat[];
  /** Days are counted from 1904, as old Macs did. */
  readonly from1904: boolean;
}

const MOST_TEXT = 64 * 1024 * 1024;

const resolved = (base: string, target: string): string => {
  if (target.startsWith('/')) return target.slice(1);
  const parts = base.split('/').slice(0, -1);
  for (const part of target.split('/')) part === '..' ? parts.pop() : parts.push(part);
  return parts.join('/');
};

interface Relation {
  readonly id: string;
  readonly type: string;
  readonly path: string;
}

const relationsOf = async (archive: Archive, part: string): Promise<Relation[]> => {
  const at = part.lastIndexOf('/') + 1;
  const path = `${part.slice(0, at)}_rels/${part.slice(at)}.rels`;
  const found: Relation[] = [];
  if (!archive.has(path)) return found;
  await heard(await archive.open(path), {
    open(name, { Id = '', Type = '', Target = '' }) {
      if (name === 'Relationship') found.push({ id: Id, type: Type.slice(Type.lastIndexOf('/') + 1), path: resolved(part, Target) });
    },
  });
  return found;
};

const sheetsOf = async (archive: Archive, path: string): Promise<{ readonly shown: string | undefined; readonly from1904: boolean }> => {
  let shown: string | undefined;
  let from1904 = false;
  await heard(await archive.open(path), {
    open(name, attributes) {
      if (name === 'workbookPr') from1904 = ['1', 'true'].includes(attributes.date1904 ?? '');
      if (name === 'sheet' && (attributes.state ?? 'visible') === 'visible') shown ??= attributes.id;
    },
  });
  return { shown, from1904 };
};

const stringsOf = async (archive: Archive, path: string | undefined): Promise<string[]> => {
  const strings: string[] = [];
  if (path === undefined || !archive.has(path)) return strings;
  let [text, inside, phonetic, total] = ['', false, false, 0];
  await heard(await archive.open(path), {
    open(name) {
      if (name === 'si') text = '';
      if (name === 'rPh') phonetic = true;
      inside = name === 't' && !phonetic;
    },
    text(part) {
      if (!inside) return;
      text += part;
      total += part.length;
      if (total > MOST_TEXT) unreadable('TABLE_UNPACKS_TOO_LARGE', { max: String(MOST_TEXT) });
    },
    close(name) {
      if (name === 't') inside = false;
      if (name === 'rPh') phonetic = false;
      if (name === 'si') strings.push(text);
    },
  });
  return strings;
};

const formatsOf = async (archive: Archive, path: string | undefined): Promise<NumberFormat[]> => {
  const formats: NumberFormat[] = [];
  if (path === undefined || !archive.has(path)) return formats;
  const codes = new Map<string, string>();
  let cells = false;
  await heard(await archive.open(path), {
    open(name, { numFmtId = '0', formatCode = '' }) {
      if (name === 'numFmt') codes.set(numFmtId, formatCode);
      if (name === 'cellXfs') cells = true;
      if (name === 'xf' && cells) formats.push(formatOf(numFmtId, codes.get(numFmtId)));
    },
    close(name) {
      if (name === 'cellXfs') cells = false;
    },
  });
  return formats;
};

/** @throws Unreadable TABLE_FILE_TYPE where the archive holds no workbook with a sheet */
export const openWorkbook = async (archive: Archive): Promise<Workbook> => {
  const main = (await relationsOf(archive, '')).find(({ type }) => type === 'officeDocument')?.path ?? 'xl/workbook.xml';
  if (!archive.has(main)) unreadable('TABLE_FILE_TYPE');
  const [{ shown, from1904 }, parts] = [await sheetsOf(archive, main), await relationsOf(archive, main)];
  const sheet = parts.find(({ id }) => id === shown)?.path ?? unreadable('TABLE_FILE_TYPE');
  const pathOf = (type: string) => parts.find((one) => one.type === type)?.path;
  return {
    sheet,
    from1904,
    strings: await stringsOf(archive, pathOf('sharedStrings')),
    formats: await formatsOf(archive, pathOf('styles')),
  };
};
