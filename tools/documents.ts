import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { generate } from '@graphql-codegen/cli';
import { addTypenameSelectionDocumentTransform } from '@graphql-codegen/client-preset';

const GENERATED = 'console/src/api/documents/';
/** The documents that the console sends, by their hashes: the hub knows them by these and needs no text. */
const TRUSTED = 'schema/operations/console.json';

const placeOf = (filename: string): string => (filename.endsWith('persisted-documents.json') ? TRUSTED : filename);

const files = (await generate(
  {
    silent: true,
    schema: 'schema/schema.graphql',
    documents: ['console/src/**/*.{ts,tsx}', `!${GENERATED}**`],
    ignoreNoDocuments: true,
    generates: {
      [GENERATED]: {
        preset: 'client',
        documentTransforms: [addTypenameSelectionDocumentTransform],
        presetConfig: { persistedDocuments: { mode: 'embedHashInDocument', hashAlgorithm: 'sha256' }, fragmentMasking: false },
        config: {
          enumsAsTypes: true,
          useTypeImports: true,
          skipTypename: true,
          scalars: {
            Date: 'string',
            DateTime: 'string',
            Decimal: 'string',
            CurrencyCode: 'string',
            Cursor: 'string',
            UnifiedSocialCreditCode: 'string',
          },
        },
      },
    },
  },
  false,
)) as { readonly filename: string; readonly content: string }[];

const written = (filename: string): string | undefined => (existsSync(filename) ? readFileSync(filename, 'utf8') : undefined);
const stale = files.filter(({ filename, content }) => written(placeOf(filename)) !== content);

if (!process.argv.includes('--check')) {
  for (const { filename, content } of stale) {
    mkdirSync(dirname(placeOf(filename)), { recursive: true });
    writeFileSync(placeOf(filename), content);
  }
} else if (stale.length > 0) {
  console.error(`${stale.map(({ filename }) => placeOf(filename)).join(', ')}: not what the console's documents say; run "npm run docs"`);
  process.exitCode = 1;
}
