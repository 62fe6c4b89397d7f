import { useTranslation } from 'react-i18next';
import { OrderList } from '../../shared/order/OrderList.tsx';

export default function OrdersPage() {
  const { t } = useTranslation();
  return <OrderList side="SUPPLIER" title={t('nav.salesOrders')} />;
}
