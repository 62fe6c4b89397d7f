/** Who the two are, as it stood when they signed (Order 802 art. 3). */
export interface Sides {
  readonly buyerClass: string;
  readonly buyerOwnership: string;
  readonly supplierClass: string;
  /** What the supplier said of itself at signing; null where nothing was signed. */
  readonly smeDeclared: boolean | null;
}

export const isPublicBody = ({ buyerOwnership }: Sides): boolean => buyerOwnership === 'PUBLIC_BODY';

/** Whether Order 802 holds: a public body or a large enterprise pays a smaller firm, which has not said that it is none. */
export const isProtected = (sides: Sides): boolean =>
  sides.supplierClass !== 'LARGE' && sides.smeDeclared !== false && (sides.buyerClass === 'LARGE' || isPublicBody(sides));
