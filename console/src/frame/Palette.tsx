import { useLazyQuery } from '@apollo/client/react';
import { Modal, NavLink, Stack, Text, TextInput } from '@mantine/core';
import { useDebouncedCallback, useHotkeys } from '@mantine/hooks';
import { type KeyboardEvent, useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { graphql } from '../api/documents/index.ts';
import { useStanding } from '../api/standing.tsx';
import { nameOf } from '../shared/ui/figures.tsx';
import { desksOf } from './desks.ts';
import { useShortcut } from './shortcuts.tsx';

const FIND = graphql(`
  query PaletteFind($as: OrderSide!, $number: String!) {
    orders(as: $as, first: 8, filter: { number: $number }) {
      nodes {
        ...OrderRow
      }
    }
  }
`);

interface Choice {
  readonly key: string;
  readonly label: string;
  readonly detail: string;
  readonly to: string;
}

/** Ctrl-K or `/`: pages by name, orders by number. */
export const Palette = () => {
  const { t, i18n } = useTranslation();
  const navigate = useNavigate();
  const { organisation, scopes } = useStanding();
  const [opened, setOpened] = useState(false);
  const [text, setText] = useState('');
  const [at, setAt] = useState(0);
  const [find, { data }] = useLazyQuery(FIND);
  const supplies = organisation.roles.includes('SUPPLIER');
  const open = (): void => setOpened(true);
  useHotkeys([['mod+K', open]], []);
  useShortcut('/', t('nav.search'), open);
  const search = useDebouncedCallback((number: string) => {
    if (number.trim() !== '') void find({ variables: { as: supplies ? 'SUPPLIER' : 'BUYER', number: number.trim() } });
  }, 150);
  useEffect(() => setAt(0), [text]);

  const pages = desksOf(organisation.roles, scopes).flatMap((desk) =>
    desk.pages.map(({ name, to }): Choice => ({ key: to, label: t(name), detail: t(desk.name), to })),
  );
  const desk = supplies ? '/supplier' : '/buyer';
  const orders = (text.trim() === '' ? [] : (data?.orders.nodes ?? [])).map(
    (order): Choice => ({
      key: order.id,
      label: order.number,
      detail: nameOf(supplies ? order.buyer : order.supplier, i18n.language),
      to: `${desk}/orders/${order.id}`,
    }),
  );
  const wanted = text.trim().toLowerCase();
  const choices = [...orders, ...pages.filter(({ label, detail }) => `${label} ${detail}`.toLowerCase().includes(wanted))];
  const go = (choice: Choice | undefined): void => {
    if (!choice) return;
    setOpened(false);
    setText('');
    void navigate(choice.to);
  };
  const move = (event: KeyboardEvent): void => {
    if (event.key === 'ArrowDown') setAt((old) => Math.min(old + 1, choices.length - 1));
    else if (event.key === 'ArrowUp') setAt((old) => Math.max(old - 1, 0));
    else if (event.key === 'Enter') go(choices[at]);
    else return;
    event.preventDefault();
  };
  return (
    <Modal opened={opened} onClose={() => setOpened(false)} title={t('nav.search')} withCloseButton={false} yOffset="12vh">
      <Stack gap="xs">
        <TextInput
          aria-label={t('nav.search')}
          placeholder={t('nav.search')}
          value={text}
          data-autofocus
          onKeyDown={move}
          onChange={(event) => {
            setText(event.currentTarget.value);
            search(event.currentTarget.value);
          }}
        />
        <div role="listbox" aria-label={t('nav.search')}>
          {choices.map((choice, index) => (
            <NavLink
              key={choice.key}
              role="option"
              aria-selected={index === at}
              active={index === at}
              label={choice.label}
              rightSection={
                <Text size="xs" c="dimmed">
                  {choice.detail}
                </Text>
              }
              onClick={() => go(choice)}
            />
          ))}
        </div>
      </Stack>
    </Modal>
  );
};
