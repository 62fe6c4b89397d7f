import { Button, Group, Modal, Stack, Table, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';

export interface Difference {
  readonly field: string;
  /** As it was when the person began, as it is now, and as the person wants it. */
  readonly before: string;
  readonly now: string;
  readonly mine: string;
}

export interface StaleProps {
  readonly opened: boolean;
  readonly differences: readonly Difference[];
  readonly close: () => void;
  /** Starts again from what is there now. */
  readonly takeTheirs: () => void;
  /** Sends the own values on top of what is there now. */
  readonly keepMine: () => void;
}

/** Somebody else was faster: shows what changed meanwhile beside the own values. Nothing is overwritten unseen. */
export const Stale = ({ opened, differences, close, takeTheirs, keepMine }: StaleProps) => {
  const { t } = useTranslation();
  return (
    <Modal opened={opened} onClose={close} title={t('stale.title')} size="lg" closeButtonProps={{ 'aria-label': t('act.close') }}>
      <Stack gap="sm">
        <Text size="sm">{t('stale.told')}</Text>
        <Table.ScrollContainer minWidth={320} type="native" tabIndex={0}>
          <Table verticalSpacing={6}>
            <Table.Thead>
              <Table.Tr>
                <Table.Th>{t('stale.field')}</Table.Th>
                <Table.Th>{t('stale.before')}</Table.Th>
                <Table.Th>{t('stale.now')}</Table.Th>
                <Table.Th>{t('stale.mine')}</Table.Th>
              </Table.Tr>
            </Table.Thead>
            <Table.Tbody>
              {differences.map(({ field, before, now, mine }) => (
                <Table.Tr key={field}>
                  <Table.Td>{field}</Table.Td>
                  <Table.Td>
                    <s>{before}</s>
                  </Table.Td>
                  <Table.Td fw={now === before ? undefined : 600}>{now}</Table.Td>
                  <Table.Td>{mine}</Table.Td>
                </Table.Tr>
              ))}
            </Table.Tbody>
          </Table>
        </Table.ScrollContainer>
        <Group justify="flex-end">
          <Button variant="default" onClick={close}>
            {t('act.cancel')}
          </Button>
          <Button variant="default" onClick={takeTheirs}>
            {t('stale.takeTheirs')}
          </Button>
          <Button onClick={keepMine}>{t('stale.keepMine')}</Button>
        </Group>
      </Stack>
    </Modal>
  );
};
