/** What EN 16931 says of a category of tax (UN/EDIFACT 5305): its rules are `BR-<rules>-01` to `-10`. */
export interface CategoryRules {
  readonly rules: string;
  /** Of each line, allowance and charge: above zero, zero, or none at all. */
  readonly rate: 'ABOVE_ZERO' | 'ZERO' | 'ANY' | 'NONE';
  /** Whether the breakdown says why no tax is due. */
  readonly reason: 'REQUIRED' | 'FORBIDDEN';
  /** The standard text of the reason. */
  readonly why?: string;
}

/** EN 16931-1:2017, 6.4.3 and the tables after it. */
const CATEGORIES: Readonly<Record<string, CategoryRules>> = {
  S: { rules: 'S', rate: 'ABOVE_ZERO', reason: 'FORBIDDEN' },
  Z: { rules: 'Z', rate: 'ZERO', reason: 'FORBIDDEN' },
  E: { rules: 'E', rate: 'ZERO', reason: 'REQUIRED', why: 'Exempt from VAT' },
  AE: { rules: 'AE', rate: 'ZERO', reason: 'REQUIRED', why: 'Reverse charge' },
  K: { rules: 'IC', rate: 'ZERO', reason: 'REQUIRED', why: 'Intra-community supply' },
  G: { rules: 'G', rate: 'ZERO', reason: 'REQUIRED', why: 'Export outside the EU' },
  O: { rules: 'O', rate: 'NONE', reason: 'REQUIRED', why: 'Not subject to VAT' },
  L: { rules: 'IG', rate: 'ANY', reason: 'FORBIDDEN' },
  M: { rules: 'IP', rate: 'ANY', reason: 'FORBIDDEN' },
};

/** Categories that are told apart by their rate too: each rate has a breakdown of its own. */
export const BY_RATE: ReadonlySet<string> = new Set(['S', 'L', 'M']);

export const categoryRules = (code: string): CategoryRules | undefined => (Object.hasOwn(CATEGORIES, code) ? CATEGORIES[code] : undefined);

export const isCategory = (code: string): boolean => categoryRules(code) !== undefined;

/** The rule of a category: `ruleOfCategory('K', '08')` is `BR-IC-08`. */
export const ruleOfCategory = (code: string, number: string): string => `BR-${categoryRules(code)?.rules ?? code}-${number}`;
