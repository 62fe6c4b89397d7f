/** UN/EDIFACT 5305 as EN 16931 uses it: S standard, Z zero, E exempt, AE reverse charge, K intra-community, G export, O outside, L and M Canaries and Ceuta. */
export const TAX_CATEGORIES = ['S', 'Z', 'E', 'AE', 'K', 'G', 'O', 'L', 'M'] as const;
export type TaxCategory = (typeof TAX_CATEGORIES)[number];

export type PriceBasis = 'NET' | 'TAX_INCLUSIVE';
export type Rounding = 'PER_LINE' | 'PER_DOCUMENT';

/** An allowance or a charge. On the document it has a tax of its own: that of the lines where they all have one. */
export interface Adjustment {
  readonly kind: 'ALLOWANCE' | 'CHARGE';
  /** Above zero; without tax where prices are net, with it where they hold the tax. */
  readonly amount: string;
  readonly reason?: string;
  readonly reasonCode?: string;
  readonly taxCategory?: TaxCategory;
  readonly taxRate?: string;
}

/** What of a line its sums are made of, and the sums that the supplier wrote beside them. */
export interface LineSumsInput {
  readonly lineId: string;
  /** Below zero where the line takes something back. */
  readonly quantity: string;
  readonly price: string;
  readonly priceBasis?: string;
  readonly adjustments: readonly Adjustment[];
  readonly taxCategory: TaxCategory;
  /** Percent. */
  readonly taxRate: string;
  readonly stated: { readonly amount?: string; readonly taxAmount?: string; readonly gross?: string };
}

export interface StatedTax {
  readonly category: TaxCategory;
  readonly rate: string;
  readonly taxable: string;
  readonly tax: string;
}

/** An invoice as its sums see it. What is not stated is computed. */
export interface SumsInput {
  readonly currency: string;
  readonly priceBasis: PriceBasis;
  readonly lines: readonly LineSumsInput[];
  readonly adjustments: readonly Adjustment[];
  readonly prepaid?: string;
  readonly roundingAmount?: string;
  readonly stated: {
    readonly linesTotal?: string;
    readonly allowance?: string;
    readonly charge?: string;
    readonly netTotal?: string;
    readonly taxTotal?: string;
    readonly total?: string;
    readonly due?: string;
    readonly breakdown?: readonly StatedTax[];
  };
}

export interface LineSums {
  /** Without tax, tax, with tax. */
  readonly amount: string;
  readonly taxAmount: string;
  readonly gross: string;
  /** What of the total the line carries; all shares are the total. */
  readonly share: string;
}

/** The sums of an invoice by one way of rounding; amounts with the digits of the currency. */
export interface Sums {
  readonly rounding: Rounding;
  readonly lines: readonly LineSums[];
  /** Sum of the lines as written: without tax where prices are net, with it where they hold the tax. */
  readonly linesTotal: string;
  readonly allowance: string;
  readonly charge: string;
  readonly netTotal: string;
  readonly taxTotal: string;
  readonly total: string;
  readonly due: string;
  readonly breakdown: readonly StatedTax[];
}
