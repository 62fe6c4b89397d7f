import { OrderPage } from '../../shared/order/OrderPage.tsx';

export default function BuyerOrderPage() {
  return <OrderPage side="BUYER" />;
}
