import { Alert, Button, Center, Group, Skeleton, Stack, Text } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';

/** What stands in place of a table that is still to come, in its size. */
export const Loading = ({ rows = 8 }: { readonly rows?: number }) => {
  const { t } = useTranslation();
  return (
    <Stack gap="xs" role="status" aria-label={t('state.loading')}>
      {Array.from({ length: rows }, (_, n) => (
        <Skeleton key={n} height={36} />
      ))}
    </Stack>
  );
};

export const Empty = ({ title, children }: { readonly title?: string; readonly children?: ReactNode }) => {
  const { t } = useTranslation();
  return (
    <Center mih={200}>
      <Stack align="center" gap="sm" maw={480}>
        <Text c="dimmed">{title ?? t('state.empty')}</Text>
        {children}
      </Stack>
    </Center>
  );
};

interface GraphQLFailure {
  readonly message: string;
  readonly extensions?: { readonly code?: string; readonly requestId?: string; readonly policy?: string };
}

const firstOf = (error: unknown): GraphQLFailure | undefined => (error as { errors?: readonly GraphQLFailure[] }).errors?.[0];

/** Says what went wrong, with the number under which the hub's own log has it, and tries again. */
export const Failure = ({ error, retry }: { readonly error: unknown; readonly retry: () => void }) => {
  const { t } = useTranslation();
  const known = firstOf(error);
  const forbidden = known?.extensions?.code === 'FORBIDDEN';
  return (
    <Alert color={forbidden ? 'yellow' : 'red'} title={forbidden ? undefined : t('state.failed')} role="alert">
      <Stack gap="xs" align="flex-start">
        <Text size="sm">
          {forbidden ? t('state.forbidden', { scope: known?.extensions?.policy ?? '' }) : (known?.message ?? String(error))}
        </Text>
        <Group gap="md">
          {!forbidden && (
            <Button size="xs" variant="light" onClick={retry}>
              {t('state.retry')}
            </Button>
          )}
          {known?.extensions?.requestId && (
            <Text size="xs" c="dimmed">
              {t('state.requestId', { id: known.extensions.requestId })}
            </Text>
          )}
        </Group>
      </Stack>
    </Alert>
  );
};
