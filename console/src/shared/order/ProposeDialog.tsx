import { Button, Group, Modal, Stack, Table, Text, Textarea, TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { OrderLineRowFragment } from '../../api/documents/graphql.ts';

/** What is to be different in a line; what is not here stays. */
export interface LineChange {
  readonly lineId: string;
  readonly change: { readonly quantity?: string; readonly price?: string; readonly promisedTo?: string; readonly requestedTo?: string };
}

export interface ProposeDialogProps {
  readonly opened: boolean;
  readonly lines: readonly OrderLineRowFragment[];
  /** The supplier promises days, the buyer asks for them. */
  readonly day: 'promisedTo' | 'requestedTo';
  readonly close: () => void;
  readonly confirm: (changes: readonly LineChange[], note: string) => void;
}

type Draft = Readonly<Record<string, { readonly quantity: string; readonly price: string; readonly day: string }>>;

const draftOf = (lines: readonly OrderLineRowFragment[], day: 'promisedTo' | 'requestedTo'): Draft =>
  Object.fromEntries(
    lines.map((line) => [line.lineId, { quantity: line.quantity, price: line.price ?? '', day: line.schedules[0]?.[day] ?? '' }]),
  );

const changesOf = (before: Draft, after: Draft, day: 'promisedTo' | 'requestedTo'): readonly LineChange[] =>
  Object.entries(after).flatMap(([lineId, now]) => {
    const was = before[lineId];
    const change = {
      ...(now.quantity !== was?.quantity && { quantity: now.quantity }),
      ...(now.price !== was?.price && { price: now.price }),
      ...(now.day !== was?.day && now.day !== '' && { [day]: now.day }),
    };
    return Object.keys(change).length > 0 ? [{ lineId, change }] : [];
  });

/** Proposes other quantities, prices or days, line by line. */
export const ProposeDialog = ({ opened, lines, day, close, confirm }: ProposeDialogProps) => {
  const { t } = useTranslation();
  const active = lines.filter(({ state }) => state === 'ACTIVE');
  const before = draftOf(active, day);
  const [draft, setDraft] = useState(before);
  const [note, setNote] = useState('');
  const changes = changesOf(before, draft, day);
  const set = (lineId: string, part: Partial<Draft[string]>): void =>
    setDraft((old) => ({ ...old, [lineId]: { ...(old[lineId] ?? { quantity: '', price: '', day: '' }), ...part } }));
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    if (changes.length > 0) confirm(changes, note.trim());
  };
  return (
    <Modal opened={opened} onClose={close} title={t('act.propose')} size="xl" closeButtonProps={{ 'aria-label': t('act.close') }}>
      <form onSubmit={submit}>
        <Stack gap="sm">
          <Table.ScrollContainer minWidth={520} type="native" tabIndex={0}>
            <Table>
              <Table.Thead>
                <Table.Tr>
                  <Table.Th>{t('line.item')}</Table.Th>
                  <Table.Th>{t('line.quantity')}</Table.Th>
                  <Table.Th>{t('line.price')}</Table.Th>
                  <Table.Th>{t(day === 'promisedTo' ? 'line.promised' : 'line.requested')}</Table.Th>
                </Table.Tr>
              </Table.Thead>
              <Table.Tbody>
                {active.map((line) => (
                  <Table.Tr key={line.id}>
                    <Table.Td>
                      {line.lineId} {line.itemName}
                    </Table.Td>
                    <Table.Td>
                      <TextInput
                        size="xs"
                        inputMode="decimal"
                        aria-label={`${line.lineId} ${t('line.quantity')}`}
                        value={draft[line.lineId]?.quantity ?? ''}
                        rightSection={<Text size="xs">{line.unit}</Text>}
                        onChange={(event) => set(line.lineId, { quantity: event.currentTarget.value })}
                      />
                    </Table.Td>
                    <Table.Td>
                      <TextInput
                        size="xs"
                        inputMode="decimal"
                        aria-label={`${line.lineId} ${t('line.price')}`}
                        value={draft[line.lineId]?.price ?? ''}
                        onChange={(event) => set(line.lineId, { price: event.currentTarget.value })}
                      />
                    </Table.Td>
                    <Table.Td>
                      <TextInput
                        size="xs"
                        type="date"
                        aria-label={`${line.lineId} ${t(day === 'promisedTo' ? 'line.promised' : 'line.requested')}`}
                        value={draft[line.lineId]?.day ?? ''}
                        onChange={(event) => set(line.lineId, { day: event.currentTarget.value })}
                      />
                    </Table.Td>
                  </Table.Tr>
                ))}
              </Table.Tbody>
            </Table>
          </Table.ScrollContainer>
          <Textarea label={t('act.reason')} value={note} maxLength={4000} onChange={(event) => setNote(event.currentTarget.value)} />
          <Group justify="flex-end">
            <Button variant="default" onClick={close}>
              {t('act.cancel')}
            </Button>
            <Button type="submit" disabled={changes.length === 0}>
              {t('act.send')}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
};
