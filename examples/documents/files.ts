import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** A published example of OpenPeppol (poacc-upgrade-3) or OASIS (UBL 2.0 to 2.5), read where it lies: none is copied into this repository. */
export interface OrderDocument {
  readonly name: string;
  readonly root: string;
  readonly bytes: Uint8Array;
}

const ROOT = /<(?:[\w-]+:)?(Order|OrderChange|OrderResponse|OrderResponseSimple|OrderCancellation)[\s>]/;

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

/** The documents of ordering among all examples, by their root element, in order of name. */
export const orderDocuments = (): OrderDocument[] => {
  const files = [...xmlFiles(join(documentFolder, 'peppol')), ...xmlFiles(join(documentFolder, 'ubl'))];
  const found = files.flatMap((file) => {
    const bytes = readFileSync(file);
    const root = ROOT.exec(bytes.toString('utf8'))?.[1];
    return root ? [{ name: basename(file, '.xml'), root, bytes }] : [];
  });
  if (found.length === 0) console.log(`no order documents below ${documentFolder}: what needs them is skipped`);
  return found.sort((a, b) => (a.name < b.name ? -1 : 1));
};
