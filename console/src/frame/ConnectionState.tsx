import { ActionIcon, Badge, Group, Tooltip } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useFeed } from '../live/feed.tsx';
import { moment } from '../words/format.ts';

const SHOWN = {
  live: { color: 'teal', sign: '●' },
  catching: { color: 'yellow', sign: '◐' },
  offline: { color: 'red', sign: '○' },
} as const;

/** Whether what is on the screen is what is: told by word and sign, and politely to readers. */
export const ConnectionState = () => {
  const { t, i18n } = useTranslation();
  const { connection, caughtUp, paused, pause } = useFeed();
  const { color, sign } = SHOWN[connection.kind];
  const word =
    connection.kind === 'live'
      ? t('live.on')
      : connection.kind === 'catching'
        ? t('live.catching')
        : t('live.offline', { time: moment(new Date(connection.since).toISOString(), i18n.language) });
  const label = paused ? t('live.resume') : t('live.pause');
  return (
    <Group gap={6} wrap="nowrap">
      <Badge variant="light" color={paused ? 'gray' : color} aria-live="polite" tt="none">
        {sign} {connection.kind === 'live' && caughtUp !== undefined ? t('live.caughtUp', { count: caughtUp }) : word}
      </Badge>
      <Tooltip label={label}>
        <ActionIcon variant="subtle" color="gray" aria-label={label} onClick={() => pause(!paused)}>
          <svg width="12" height="12" viewBox="0 0 12 12" aria-hidden fill="currentColor">
            <path d={paused ? 'M2 1l9 5-9 5z' : 'M2 1h3v10H2zM7 1h3v10H7z'} />
          </svg>
        </ActionIcon>
      </Tooltip>
    </Group>
  );
};
