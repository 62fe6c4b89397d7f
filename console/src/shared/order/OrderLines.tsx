import { Badge, Group, Stack, Table, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { OrderLineRowFragment } from '../../api/documents/graphql.ts';
import { exact } from '../../words/format.ts';
import { Day, Quantity } from '../ui/figures.tsx';

const Progress = ({ line }: { readonly line: OrderLineRowFragment }) => {
  const { t } = useTranslation();
  const { progress } = line;
  if (!progress) return <>–</>;
  const parts = (['despatched', 'received', 'accepted', 'invoiced'] as const).map(
    (name) => `${t(`progress.${name}`)} ${exact(progress[name])}`,
  );
  return (
    <Stack gap={2}>
      <Text size="xs">{parts.join(' · ')}</Text>
      <Group gap={4}>
        {progress.late && (
          <Badge color="red" variant="light" tt="none">
            ! {t('progress.late')}
          </Badge>
        )}
        {progress.atRisk && !progress.late && (
          <Badge color="yellow" variant="light" tt="none">
            ? {t('progress.atRisk')}
          </Badge>
        )}
      </Group>
    </Stack>
  );
};

/** The lines of an order with items of both sides, schedules and how far each has come. */
export const OrderLines = ({ lines, currency }: { readonly lines: readonly OrderLineRowFragment[]; readonly currency: string }) => {
  const { t } = useTranslation();
  return (
    <Table.ScrollContainer minWidth={720} type="native" tabIndex={0}>
      <Table verticalSpacing={6} aria-label={t('order.lines')}>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{t('line.no')}</Table.Th>
            <Table.Th>{t('line.item')}</Table.Th>
            <Table.Th ta="right">{t('line.quantity')}</Table.Th>
            <Table.Th ta="right">{t('line.price')}</Table.Th>
            <Table.Th ta="right">{t('line.amount', { currency })}</Table.Th>
            <Table.Th>{t('line.days')}</Table.Th>
            <Table.Th>{t('line.progress')}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {lines.map((line) => (
            <Table.Tr key={line.id} td={line.state === 'ACTIVE' ? undefined : 'line-through'}>
              <Table.Td>{line.lineId}</Table.Td>
              <Table.Td>
                {line.itemName}
                <Text size="xs" c="dimmed">
                  {[line.buyerItemId, line.sellerItemId].filter(Boolean).join(' / ')}
                  {line.state !== 'ACTIVE' && ` ${t(`lineState.${line.state}`)}`}
                </Text>
              </Table.Td>
              <Table.Td ta="right">
                <Quantity value={line.quantity} unit={line.unit} />
              </Table.Td>
              <Table.Td ta="right" className="figure">
                {line.price === null ? '–' : exact(line.price)}
              </Table.Td>
              <Table.Td ta="right" className="figure">
                {line.amount === null ? '–' : exact(line.amount)}
              </Table.Td>
              <Table.Td>
                {line.schedules.map((schedule) => (
                  <Text size="xs" key={schedule.id}>
                    {exact(schedule.quantity)} <Day date={schedule.promisedTo ?? schedule.requestedTo} />
                  </Text>
                ))}
              </Table.Td>
              <Table.Td>
                <Progress line={line} />
              </Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </Table.ScrollContainer>
  );
};
