import { OrderPage } from '../../shared/order/OrderPage.tsx';

export default function SupplierOrderPage() {
  return <OrderPage side="SUPPLIER" />;
}
