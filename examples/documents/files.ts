import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** A published example of OpenPeppol (poacc-upgrade-3) or OASIS (UBL 2.0 to 2.5), read where it lies: none is copied into this repository. */
export interface PublishedDocument {
  readonly name: string;
  readonly root: string;
  readonly bytes: Uint8Array;
}

const ORDERING = ['Order', 'OrderChange', 'OrderResponse', 'OrderResponseSimple', 'OrderCancellation'];
const AFTER_ORDERING = ['DespatchAdvice', 'ReceiptAdvice', 'Invoice', 'CreditNote', 'ApplicationResponse'];

// What may stand before the root: a byte order mark, declarations, comments.
const ROOT = /^(?:\ufeff|\s|<\?[^]*?\?>|<!--[^]*?-->)*<(?:[\w-]+:)?(\w+)[\s>]/;

// From the sources and from dist alike: the folder that holds package.json.
const repository = (folder = dirname(fileURLToPath(import.meta.url))): string =>
  existsSync(join(folder, 'package.json')) ? folder : repository(dirname(folder));

/** Folder with `peppol` and `ubl`; `ORDER_DOCUMENTS` names another than the one beside the repository. */
export const documentFolder = process.env['ORDER_DOCUMENTS'] ?? join(repository(), '../shared/data');

const xmlFiles = (folder: string): string[] =>
  existsSync(folder)
    ? readdirSync(folder, { recursive: true, encoding: 'utf8' })
        .filter((file) => file.endsWith('.xml'))
        .map((file) => join(folder, file))
    : [];

/** The documents with one of these roots among all examples, in order of name. */
const documentsOf = (roots: readonly string[]): PublishedDocument[] => {
  const files = [...xmlFiles(join(documentFolder, 'peppol')), ...xmlFiles(join(documentFolder, 'ubl'))];
  const found = files.flatMap((file) => {
    const bytes = readFileSync(file);
    const root = ROOT.exec(bytes.toString('utf8'))?.[1];
    return root && roots.includes(root) ? [{ name: basename(file, '.xml'), root, bytes }] : [];
  });
  if (found.length === 0) console.log(`no documents below ${documentFolder}: what needs them is skipped`);
  return found.sort((a, b) => (a.name < b.name ? -1 : 1));
};

/** The documents of ordering. */
export const orderDocuments = (): PublishedDocument[] => documentsOf(ORDERING);

/** The documents of delivery, billing and response. */
export const laterDocuments = (): PublishedDocument[] => documentsOf(AFTER_ORDERING);
