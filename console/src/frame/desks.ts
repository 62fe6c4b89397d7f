/** Which pages a person finds: by the roles of the organisation and the rights of the person. A new desk or page is a row here. */
interface Page {
  readonly name: 'nav.salesOrders' | 'nav.purchaseOrders';
  readonly to: string;
  readonly scope: string;
}
interface Desk {
  readonly name: 'nav.supplier' | 'nav.buyer';
  readonly role: string;
  readonly pages: readonly Page[];
}

const DESKS: readonly Desk[] = [
  { name: 'nav.supplier', role: 'SUPPLIER', pages: [{ name: 'nav.salesOrders', to: '/supplier/orders', scope: 'orders:read' }] },
  { name: 'nav.buyer', role: 'BUYER', pages: [{ name: 'nav.purchaseOrders', to: '/buyer/orders', scope: 'orders:read' }] },
];

export const desksOf = (roles: readonly string[], scopes: readonly string[]): readonly Desk[] =>
  DESKS.filter(({ role }) => roles.includes(role)).map((desk) => ({
    ...desk,
    pages: desk.pages.filter(({ scope }) => scopes.includes(scope)),
  }));
