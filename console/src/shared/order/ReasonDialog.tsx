import { Button, Group, Modal, Stack, Textarea } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';

export interface ReasonDialogProps {
  readonly opened: boolean;
  readonly title: string;
  readonly close: () => void;
  readonly confirm: (reason: string) => void;
}

/** What is refused or ended is given a reason, which the other side reads. */
export const ReasonDialog = ({ opened, title, close, confirm }: ReasonDialogProps) => {
  const { t } = useTranslation();
  const [reason, setReason] = useState('');
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    const said = reason.trim();
    if (said === '') return;
    setReason('');
    confirm(said);
  };
  return (
    <Modal opened={opened} onClose={close} title={title} closeButtonProps={{ 'aria-label': t('act.close') }}>
      <form onSubmit={submit}>
        <Stack gap="sm">
          <Textarea
            label={t('act.reason')}
            value={reason}
            maxLength={4000}
            autosize
            minRows={3}
            required
            data-autofocus
            onChange={(event) => setReason(event.currentTarget.value)}
          />
          <Group justify="flex-end">
            <Button variant="default" onClick={close}>
              {t('act.cancel')}
            </Button>
            <Button type="submit" color="red" disabled={reason.trim() === ''}>
              {title}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
};
