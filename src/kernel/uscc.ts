/** Unified social credit code (统一社会信用代码), GB 32100-2015: authority, type, region, organisation code, check character. */
const ALPHABET = '0123456789ABCDEFGHJKLMNPQRTUWXY';
const WEIGHTS = [1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28];
const SHAPE = /^[0-9A-HJ-NPQRTUWXY]{2}[0-9]{6}[0-9A-HJ-NPQRTUWXY]{10}$/;

const weighted = (text: string, weights: readonly number[], value: (char: string) => number): number =>
  weights.reduce((total, weight, i) => total + weight * value(text.charAt(i)), 0);

/** The code as it is stored: half-width, upper case, without blanks. */
export const normaliseUscc = (text: string): string => text.normalize('NFKC').replace(/\s/g, '').toUpperCase();

/** The 18th character that the first 17 demand, or undefined when one of them is not of the alphabet. */
export const usccCheck = (first17: string): string | undefined => {
  if (first17.length !== 17 || [...first17].some((c) => !ALPHABET.includes(c))) return undefined;
  const total = weighted(first17, WEIGHTS, (c) => ALPHABET.indexOf(c));
  return ALPHABET.charAt((31 - (total % 31)) % 31);
};

/** Whether a normalised code is well-formed and its check character is right. */
export const isUscc = (code: string): boolean => SHAPE.test(code) && usccCheck(code.slice(0, 17)) === code.charAt(17);

const ORGANISATION = [3, 7, 9, 10, 5, 8, 4, 2];
const base36 = (char: string): number => Number.parseInt(char, 36);

/** GB 11714: whether positions 9 to 17 carry their own check. Old codes exist that do not, so this only warns. */
export const organisationPartChecks = (code: string): boolean => {
  const rest = 11 - (weighted(code.slice(8, 16), ORGANISATION, base36) % 11);
  return code.charAt(16) === (rest === 10 ? 'X' : rest === 11 ? '0' : String(rest));
};
