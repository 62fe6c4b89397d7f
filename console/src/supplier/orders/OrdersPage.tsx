import { useQuery } from '@apollo/client/react';
import { Button, Group, Select, Stack, Title } from '@mantine/core';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { graphql } from '../../api/documents/index.ts';
import type { OrderRowFragment, OrderStatus } from '../../api/documents/graphql.ts';
import { useShortcut } from '../../frame/shortcuts.tsx';
import { useFresh } from '../../live/fresh.ts';
import { useFilters } from '../../shared/filter/filters.ts';
import { csvOf, download } from '../../shared/table/export.ts';
import { type Column, DataTable } from '../../shared/table/DataTable.tsx';
import { Amount, Day, nameOf, Since, useNow } from '../../shared/ui/figures.tsx';
import { Empty, Failure, Loading } from '../../shared/ui/states.tsx';

const ORDERS = graphql(`
  query SupplierOrders($after: Cursor, $status: [OrderStatus!]) {
    orders(as: SUPPLIER, first: 100, after: $after, filter: { status: $status }) {
      nodes {
        ...OrderRow
      }
      pageInfo {
        endCursor
        hasNextPage
      }
    }
  }
`);

const STATUSES = ['ISSUED', 'ACKNOWLEDGED', 'COUNTERED', 'IN_FORCE', 'REFUSED', 'CANCELLED'] as const satisfies readonly OrderStatus[];

const useColumns = (): readonly Column<OrderRowFragment>[] => {
  const { t, i18n } = useTranslation();
  const now = useNow();
  return useMemo(
    () => [
      { key: 'number', header: t('order.number'), cell: (row) => row.number, text: (row) => row.number },
      {
        key: 'buyer',
        header: t('order.buyer'),
        cell: (row) => nameOf(row.buyer, i18n.language),
        text: (row) => nameOf(row.buyer, i18n.language),
      },
      {
        key: 'status',
        header: t('order.status'),
        cell: (row) => t(`orderStatus.${row.status}`),
        text: (row) => t(`orderStatus.${row.status}`),
      },
      {
        key: 'waits',
        header: t('order.waits'),
        cell: (row) => (row.waitsSince ? <Since at={row.waitsSince} now={now} /> : null),
        text: (row) => row.waitsSince ?? '',
      },
      { key: 'deliver', header: t('order.deliverTo'), cell: (row) => <Day date={row.deliverTo} />, text: (row) => row.deliverTo ?? '' },
      {
        key: 'total',
        header: t('order.total'),
        align: 'right',
        cell: (row) => <Amount value={row.total} />,
        text: (row) => `${row.total.amount} ${row.total.currency}`,
      },
    ],
    [t, i18n.language, now],
  );
};

/** The supplier's orders, as they move. */
export default function OrdersPage() {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const [filters, setFilter] = useFilters(['status']);
  const status = STATUSES.find((one) => one === filters.status);
  const { data, error, fetchMore, refetch } = useQuery(ORDERS, { variables: { status: status && [status] } });
  const columns = useColumns();
  const fresh = useFresh('Order');
  useShortcut('g o', t('nav.salesOrders'), () => void navigate('/supplier/orders'));

  if (error && !data) return <Failure error={error} retry={() => void refetch()} />;
  const rows = data?.orders.nodes ?? [];
  const page = data?.orders.pageInfo;
  return (
    <Stack gap="sm">
      <Group justify="space-between">
        <Title order={1} size="h3">
          {t('nav.salesOrders')}
        </Title>
        <Group gap="xs">
          <Select
            aria-label={t('order.status')}
            placeholder={t('order.status')}
            size="xs"
            clearable
            value={filters.status ?? null}
            onChange={(value) => setFilter('status', value)}
            data={STATUSES.map((value) => ({ value, label: t(`orderStatus.${value}`) }))}
          />
          <Button size="xs" variant="default" onClick={() => download('orders.csv', csvOf(rows, columns))}>
            {t('act.export')}
          </Button>
        </Group>
      </Group>
      {!data ? (
        <Loading />
      ) : rows.length === 0 ? (
        <Empty />
      ) : (
        <DataTable
          label={t('nav.salesOrders')}
          rows={rows}
          columns={columns}
          rowKey={(row) => row.id}
          fresh={fresh}
          open={(row) => void navigate(`/supplier/orders/${row.id}`)}
          atEnd={page?.hasNextPage ? () => void fetchMore({ variables: { after: page.endCursor } }) : undefined}
        />
      )}
    </Stack>
  );
}
