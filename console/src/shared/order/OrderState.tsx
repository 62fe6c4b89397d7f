import { Badge, Group } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { OrderRowFragment, OrderSide, OrderStatus } from '../../api/documents/graphql.ts';

// The sign says it without the colour.
const SHOWN: Readonly<Record<OrderStatus, { readonly color: string; readonly sign: string }>> = {
  ISSUED: { color: 'blue', sign: '◇' },
  ACKNOWLEDGED: { color: 'blue', sign: '◈' },
  COUNTERED: { color: 'yellow', sign: '⇄' },
  IN_FORCE: { color: 'teal', sign: '✓' },
  REFUSED: { color: 'gray', sign: '✕' },
  CANCELLED: { color: 'gray', sign: '✕' },
};

/** Where an order stands, and whether the reader's side must act. */
export const OrderState = ({
  order,
  side,
}: {
  readonly order: Pick<OrderRowFragment, 'status' | 'waitsFor'>;
  readonly side: OrderSide;
}) => {
  const { t } = useTranslation();
  const { color, sign } = SHOWN[order.status];
  return (
    <Group gap={6} wrap="nowrap">
      <Badge variant="light" color={color} tt="none">
        {sign} {t(`orderStatus.${order.status}`)}
      </Badge>
      {order.waitsFor === side && (
        <Badge variant="filled" color="#9a3412" tt="none">
          ! {t('order.ourTurn')}
        </Badge>
      )}
    </Group>
  );
};
