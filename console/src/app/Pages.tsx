import { Anchor } from '@mantine/core';
import { lazy, Suspense } from 'react';
import { useTranslation } from 'react-i18next';
import { Navigate, Route, Routes } from 'react-router';
import { useStanding } from '../api/standing.tsx';
import { desksOf } from '../frame/desks.ts';
import { Shell } from '../frame/Shell.tsx';
import { Empty, Loading } from '../shared/ui/states.tsx';

const SupplierOrders = lazy(() => import('../supplier/orders/OrdersPage.tsx'));

/** For those whose desk is not built: what they can do today is the API. */
const NoDesk = () => {
  const { t } = useTranslation();
  return (
    <Empty title={t('state.noDesk')}>
      <Anchor href="/developers">{t('signIn.developers')}</Anchor>
    </Empty>
  );
};

/** Where each page is. A page is loaded when it is first opened. */
export const Pages = ({ leave }: { readonly leave: () => void }) => {
  const { organisation, scopes } = useStanding();
  const home = desksOf(organisation.roles, scopes)[0]?.pages[0]?.to;
  return (
    <Shell leave={leave}>
      <Suspense fallback={<Loading />}>
        <Routes>
          <Route path="/supplier/orders" element={<SupplierOrders />} />
          <Route path="*" element={home ? <Navigate to={home} replace /> : <NoDesk />} />
        </Routes>
      </Suspense>
    </Shell>
  );
};
