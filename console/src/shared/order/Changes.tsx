import { Group, Stack, Table, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { OpenChangeFragment } from '../../api/documents/graphql.ts';
import { exact } from '../../words/format.ts';
import { Amount, Moment } from '../ui/figures.tsx';

type Change = OpenChangeFragment['headerChanges'][number];

const shown = (value: string | null): string => (value === null ? '–' : /^-?\d+(\.\d+)?$/.test(value) ? exact(value) : value);

const Row = ({ place, change }: { readonly place: string; readonly change: Change }) => {
  const { i18n } = useTranslation();
  const key = `orderField.${change.field}`;
  return (
    <Table.Tr>
      <Table.Td>{place}</Table.Td>
      <Table.Td>{i18n.exists(key) ? String(i18n.t(key as never)) : change.field}</Table.Td>
      <Table.Td>
        <s>{shown(change.old)}</s>
      </Table.Td>
      <Table.Td fw={600}>{shown(change.new)}</Table.Td>
      <Table.Td className="figure">
        {change.delta === null ? '' : `${change.delta.startsWith('-') ? '' : '+'}${shown(change.delta)}`}
      </Table.Td>
    </Table.Tr>
  );
};

/** A proposed change as what it would do: old struck through, new, and the difference. */
export const Changes = ({ proposal }: { readonly proposal: OpenChangeFragment }) => {
  const { t } = useTranslation();
  const { headerChanges, lines, totalBefore, totalAfter, endsOrder, note, at, side } = proposal;
  return (
    <Stack gap="xs">
      <Group gap="xs">
        <Text size="sm" fw={600}>
          {t(side === 'BUYER' ? 'change.byBuyer' : 'change.bySupplier')}
        </Text>
        <Text size="sm" c="dimmed">
          <Moment at={at} />
        </Text>
        {endsOrder && <Text size="sm">{t('change.endsOrder')}</Text>}
      </Group>
      {note && <Text size="sm">“{note}”</Text>}
      <Table.ScrollContainer minWidth={480} type="native" tabIndex={0}>
        <Table verticalSpacing={4} aria-label={t('change.title')}>
          <Table.Thead>
            <Table.Tr>
              <Table.Th>{t('change.line')}</Table.Th>
              <Table.Th>{t('change.field')}</Table.Th>
              <Table.Th>{t('change.old')}</Table.Th>
              <Table.Th>{t('change.new')}</Table.Th>
              <Table.Th>{t('change.delta')}</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {headerChanges.map((change) => (
              <Row key={change.field} place={t('change.header')} change={change} />
            ))}
            {lines.map((line) =>
              line.changes.length === 0 ? (
                <Table.Tr key={line.lineId}>
                  <Table.Td>{`${line.lineId} ${line.itemName}`}</Table.Td>
                  <Table.Td colSpan={4}>{t(`lineChange.${line.kind}`)}</Table.Td>
                </Table.Tr>
              ) : (
                line.changes.map((change) => (
                  <Row key={`${line.lineId} ${change.field}`} place={`${line.lineId} ${line.itemName}`} change={change} />
                ))
              ),
            )}
          </Table.Tbody>
        </Table>
      </Table.ScrollContainer>
      <Text size="sm">
        {t('order.total')}: <Amount value={totalBefore} full td="line-through" /> → <Amount value={totalAfter} full fw={600} />
      </Text>
    </Stack>
  );
};
