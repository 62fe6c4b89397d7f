import { useQuery } from '@apollo/client/react';
import { Button, Select, Stack } from '@mantine/core';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import type { OrderRowFragment, OrderSide, OrderStatus } from '../../api/documents/graphql.ts';
import { graphql } from '../../api/documents/index.ts';
import { useFresh } from '../../live/fresh.ts';
import { useArrivals } from '../../live/arrivals.ts';
import { useFilters } from '../filter/filters.ts';
import { type Column, DataTable } from '../table/DataTable.tsx';
import { csvOf, download } from '../table/export.ts';
import { Amount, Day, nameOf, Since, useNow } from '../ui/figures.tsx';
import { PageHead } from '../ui/PageHead.tsx';
import { Empty, Failure, Loading } from '../ui/states.tsx';
import { OrderState } from './OrderState.tsx';

const ORDERS = graphql(`
  query Orders($as: OrderSide!, $after: Cursor, $filter: OrderFilter) {
    orders(as: $as, first: 100, after: $after, filter: $filter) {
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
const FILTERS = ['status', 'waits'] as const;

const useColumns = (side: OrderSide): readonly Column<OrderRowFragment>[] => {
  const { t, i18n } = useTranslation();
  const now = useNow();
  return useMemo(() => {
    const other = (row: OrderRowFragment): string => nameOf(side === 'SUPPLIER' ? row.buyer : row.supplier, i18n.language);
    return [
      { key: 'number', header: t('order.number'), cell: (row) => row.number, text: (row) => row.number },
      { key: 'other', header: t(side === 'SUPPLIER' ? 'order.buyer' : 'order.supplier'), cell: other, text: other },
      {
        key: 'status',
        header: t('order.status'),
        cell: (row) => <OrderState order={row} side={side} />,
        text: (row) => t(`orderStatus.${row.status}`),
      },
      {
        key: 'waits',
        header: t('order.waits'),
        cell: (row) => (row.waitsSince ? <Since at={row.waitsSince} now={now} /> : '–'),
        text: (row) => row.waitsSince ?? '',
      },
      { key: 'deliver', header: t('order.deliverTo'), cell: (row) => <Day date={row.deliverTo} />, text: (row) => row.deliverTo ?? '' },
      { key: 'lines', header: t('order.lines'), align: 'right', cell: (row) => row.lineCount, text: (row) => String(row.lineCount) },
      {
        key: 'total',
        header: t('order.total'),
        align: 'right',
        cell: (row) => <Amount value={row.total} />,
        text: (row) => `${row.total.amount} ${row.total.currency}`,
      },
    ];
  }, [t, i18n.language, now, side]);
};

/** The orders of one side, as they move: rows change in place, new ones wait behind a button until they are wanted. */
export const OrderList = ({ side, title }: { readonly side: OrderSide; readonly title: string }) => {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const [filters, setFilter] = useFilters(FILTERS);
  const status = STATUSES.find((one) => one === filters.status);
  const filter = { ...(status && { status: [status] }), ...(filters.waits && { waitsFor: [side] }) };
  const { data, error, fetchMore, refetch } = useQuery(ORDERS, { variables: { as: side, filter } });
  const columns = useColumns(side);
  const fresh = useFresh('Order');
  const rows = data?.orders.nodes ?? [];
  const arrivals = useArrivals(
    'Order',
    rows.map(({ id }) => id),
  );
  const desk = side === 'SUPPLIER' ? '/supplier' : '/buyer';
  const page = data?.orders.pageInfo;

  return (
    <Stack gap="sm">
      <PageHead title={title}>
        {arrivals.count > 0 && (
          <Button
            size="xs"
            variant="light"
            onClick={() => {
              arrivals.clear();
              void refetch();
            }}
          >
            {t('live.fresh', { count: arrivals.count })}
          </Button>
        )}
        <Select
          aria-label={t('order.waits')}
          placeholder={t('order.allWaits')}
          size="xs"
          clearable
          value={filters.waits ?? null}
          onChange={(value) => setFilter('waits', value)}
          data={[{ value: 'us', label: t('order.waitsForUs') }]}
        />
        <Select
          aria-label={t('order.status')}
          placeholder={t('order.allStatuses')}
          size="xs"
          clearable
          value={filters.status ?? null}
          onChange={(value) => setFilter('status', value)}
          data={STATUSES.map((value) => ({ value, label: t(`orderStatus.${value}`) }))}
        />
        <Button size="xs" variant="default" onClick={() => download('orders.csv', csvOf(rows, columns))}>
          {t('act.export')}
        </Button>
      </PageHead>
      {error && !data ? (
        <Failure error={error} retry={() => void refetch()} />
      ) : !data ? (
        <Loading />
      ) : rows.length === 0 ? (
        <Empty title={t('order.none')} />
      ) : (
        <DataTable
          label={title}
          rows={rows}
          columns={columns}
          rowKey={(row) => row.id}
          fresh={fresh}
          open={(row) => void navigate(`${desk}/orders/${row.id}`)}
          atEnd={page?.hasNextPage ? () => void fetchMore({ variables: { after: page.endCursor } }) : undefined}
        />
      )}
    </Stack>
  );
};
