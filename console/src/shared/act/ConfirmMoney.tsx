import { Button, Group, Modal, Stack, Text, TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Amount, type MoneyValue } from '../ui/figures.tsx';

export interface ConfirmMoneyProps {
  readonly opened: boolean;
  readonly title: string;
  readonly value: MoneyValue;
  readonly close: () => void;
  readonly confirm: () => void;
}

const plain = (text: string): string => text.replaceAll(/[,\s]/g, '');

/** An act with money is confirmed by writing its amount: what was only clicked is not meant. */
export const ConfirmMoney = ({ opened, title, value, close, confirm }: ConfirmMoneyProps) => {
  const { t } = useTranslation();
  const [written, setWritten] = useState('');
  const right = plain(written) === value.amount || plain(written) === value.amount.replace(/\.?0+$/, '');
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    if (!right) return;
    setWritten('');
    confirm();
  };
  return (
    <Modal opened={opened} onClose={close} title={title} closeButtonProps={{ 'aria-label': t('act.close') }}>
      <form onSubmit={submit}>
        <Stack gap="sm">
          <Text size="sm">
            <Amount value={value} full />
          </Text>
          <TextInput
            label={t('act.writeAmount')}
            value={written}
            inputMode="decimal"
            autoComplete="off"
            data-autofocus
            onChange={(event) => setWritten(event.currentTarget.value)}
          />
          <Group justify="flex-end">
            <Button variant="default" onClick={close}>
              {t('act.cancel')}
            </Button>
            <Button type="submit" disabled={!right}>
              {t('act.send')}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
};
