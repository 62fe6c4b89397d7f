import type { Imported } from './hub.js';
import { valuePaths, valuesAt } from './xpath.js';

/** What became of one document. */
export interface Row {
  readonly document: string;
  readonly kind: string;
  readonly result: string;
  readonly notices: string;
  readonly ignored: string;
  readonly xpath: string;
  readonly differences: readonly string[];
}

// The examples speak of firms that the hub does not know: every document would be told so.
const EXPECTED = new Set(['SENDER_DIFFERS', 'COUNTERPARTY_DIFFERS']);

type Warning = NonNullable<Imported['import']>['warnings'][number];

const paramOf = ({ params }: Pick<Warning, 'params'>, name: string): string => params.find((one) => one.name === name)?.value ?? '';

const ruled = (warning: Warning): string => {
  const rule = paramOf(warning, 'rule');
  return /^(PEPPOL|BR-|EN )/.test(rule) ? `${warning.code} (${rule})` : warning.code;
};

const isDifference = ({ code }: Warning): boolean => code.endsWith('_DIFFERS') || code === 'SUM_TAKEN' || code === 'WHOLE_TAKEN_BACK';

const told = ({ import: record }: Imported): readonly Warning[] => (record?.warnings ?? []).filter(({ code }) => !EXPECTED.has(code));

const pairOf = (warning: Warning): string =>
  warning.code === 'WHOLE_TAKEN_BACK'
    ? `its lines come to ${paramOf(warning, 'found')}, all that was left of the invoice, ${paramOf(warning, 'left')}, was taken back`
    : `${paramOf(warning, 'found')} said, ${paramOf(warning, 'expected')} computed`;

/** Each difference with the rule, what is said and what follows. */
export const differencesOf = (answer: Imported): readonly string[] =>
  told(answer)
    .filter(isDifference)
    .map((warning) => `${ruled(warning)}: ${pairOf(warning)}`);

/** The codes of all else that stood out, each once. */
export const noticesOf = (answer: Imported): string => {
  const differences = differencesOf(answer).length;
  const codes = [
    ...new Set(
      told(answer)
        .filter((one) => !isDifference(one))
        .map(ruled),
    ),
  ];
  return [...codes, ...(differences > 0 ? [`${differences} difference(s)`] : [])].join(', ') || '-';
};

/** Why nothing was done: the rules that the document breaks. */
export const refusalOf = ({ userErrors }: Imported): string => {
  const rules = userErrors.map(({ code, message }) => `${code} ${/\((?:PEPPOL|BR-|EN )[^)]*\)/.exec(message)?.[0] ?? ''}`.trim());
  return `refused: ${[...new Set(rules)].join(', ')}`;
};

/** How many of the values of a document are the same in the other. */
export const compared = (before: string, after: string): string => {
  const paths = valuePaths(before);
  const [then, now] = [valuesAt(before, paths), valuesAt(after, paths)];
  const same = paths.filter((_, i) => then[i] === now[i]).length;
  return `${same} of ${paths.length}`;
};
