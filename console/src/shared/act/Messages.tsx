import { Button, Group, Notification, Portal, Stack, Text } from '@mantine/core';
import { createContext, type ReactNode, useCallback, useContext, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';

export interface Message {
  readonly text: string;
  readonly kind: 'done' | 'failed' | 'waiting';
  readonly undo?: () => void;
}

interface Messages {
  /** @returns how to take it away before its time */
  say(message: Message): () => void;
}

const MessagesContext = createContext<Messages | undefined>(undefined);

export const useMessages = (): Messages => {
  const messages = useContext(MessagesContext);
  if (!messages) throw new Error('there is nowhere to say it');
  return messages;
};

const SHOWN_MS = 6_000;
const COLOURS = { done: 'teal', failed: 'red', waiting: 'blue' } as const;
const SIGNS = { done: '✓', failed: '!', waiting: '…' } as const;

/** What was done or failed, told once in a corner and to readers. */
export const MessagesProvider = ({ children }: { readonly children: ReactNode }) => {
  const { t } = useTranslation();
  const [shown, setShown] = useState<readonly (Message & { readonly key: string })[]>([]);
  const say = useCallback((message: Message) => {
    const key = crypto.randomUUID();
    const gone = (): void => setShown((all) => all.filter((one) => one.key !== key));
    setShown((all) => [...all, { ...message, key }]);
    if (message.kind !== 'waiting') setTimeout(gone, SHOWN_MS);
    return gone;
  }, []);
  const messages = useMemo(() => ({ say }), [say]);
  return (
    <MessagesContext.Provider value={messages}>
      {children}
      <Portal>
        <Stack className="messages" gap="xs" role="status" aria-live="polite">
          {shown.map(({ key, text, kind, undo }) => (
            <Notification key={key} color={COLOURS[kind]} icon={SIGNS[kind]} withCloseButton={false} withBorder>
              <Group justify="space-between" wrap="nowrap">
                <Text size="sm">{text}</Text>
                {undo && (
                  <Button size="compact-sm" variant="subtle" onClick={undo}>
                    {t('act.undo')}
                  </Button>
                )}
              </Group>
            </Notification>
          ))}
        </Stack>
      </Portal>
    </MessagesContext.Provider>
  );
};
