import { Anchor } from '@mantine/core';
import { lazy, Suspense } from 'react';
import { useTranslation } from 'react-i18next';
import { Navigate, Route, Routes, useNavigate } from 'react-router';
import { useStanding } from '../api/standing.tsx';
import { desksOf } from '../frame/desks.ts';
import { Shell } from '../frame/Shell.tsx';
import { useShortcut } from '../frame/shortcuts.tsx';
import { Empty, Loading } from '../shared/ui/states.tsx';

const SupplierOrders = lazy(() => import('../supplier/orders/OrdersPage.tsx'));
const SupplierOrder = lazy(() => import('../supplier/orders/OrderPage.tsx'));
const BuyerOrders = lazy(() => import('../buyer/orders/OrdersPage.tsx'));
const BuyerOrder = lazy(() => import('../buyer/orders/OrderPage.tsx'));

/** For those whose desk is not built: what they can do today is the API. */
const NoDesk = () => {
  const { t } = useTranslation();
  return (
    <Empty title={t('state.noDesk')}>
      <Anchor href="/developers">{t('signIn.developers')}</Anchor>
    </Empty>
  );
};

/** `g o` goes to the orders, from everywhere. */
const GoKeys = () => {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const { organisation } = useStanding();
  useShortcut('g o', t('nav.orders'), () => void navigate(organisation.roles.includes('SUPPLIER') ? '/supplier/orders' : '/buyer/orders'));
  return null;
};

/** Where each page is. A page is loaded when it is first opened. */
export const Pages = ({ leave }: { readonly leave: () => void }) => {
  const { organisation, scopes } = useStanding();
  const home = desksOf(organisation.roles, scopes)[0]?.pages[0]?.to;
  return (
    <Shell leave={leave}>
      <GoKeys />
      <Suspense fallback={<Loading />}>
        <Routes>
          <Route path="/supplier/orders" element={<SupplierOrders />} />
          <Route path="/supplier/orders/:id" element={<SupplierOrder />} />
          <Route path="/buyer/orders" element={<BuyerOrders />} />
          <Route path="/buyer/orders/:id" element={<BuyerOrder />} />
          <Route path="*" element={home ? <Navigate to={home} replace /> : <NoDesk />} />
        </Routes>
      </Suspense>
    </Shell>
  );
};
