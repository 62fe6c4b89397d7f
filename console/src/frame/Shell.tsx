import { AppShell, Burger, Group, Menu, NavLink, Text, UnstyledButton, useMantineColorScheme } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useLocation } from 'react-router';
import { useStanding } from '../api/standing.tsx';
import { nameOf } from '../shared/ui/figures.tsx';
import { ConnectionState } from './ConnectionState.tsx';
import { desksOf } from './desks.ts';
import { LanguageSwitch } from './LanguageSwitch.tsx';
import { Palette } from './Palette.tsx';

export const Shell = ({ leave, children }: { readonly leave: () => void; readonly children: ReactNode }) => {
  const { t, i18n } = useTranslation();
  const { organisation, person, scopes } = useStanding();
  const { pathname } = useLocation();
  const { setColorScheme } = useMantineColorScheme();
  const [open, { toggle, close }] = useDisclosure();
  return (
    <AppShell header={{ height: 52 }} navbar={{ width: 208, breakpoint: 'sm', collapsed: { mobile: !open } }} padding="md">
      <a className="skip" href="#content">
        {t('nav.skip')}
      </a>
      <AppShell.Header>
        <Group h="100%" px="md" justify="space-between" wrap="nowrap" gap="sm">
          <Group gap="sm" wrap="nowrap">
            <Burger opened={open} onClick={toggle} hiddenFrom="sm" size="sm" aria-label={t('nav.menu')} />
            <Text fw={700}>{t('product')}</Text>
            <Text c="dimmed" size="sm" visibleFrom="xs" truncate>
              {nameOf(organisation, i18n.language)}
            </Text>
          </Group>
          <Group gap="sm" wrap="nowrap">
            <ConnectionState />
            <Menu position="bottom-end" width={220}>
              <Menu.Target>
                <UnstyledButton px="xs" py={6}>
                  <Text size="sm">{person?.name ?? organisation.legalName}</Text>
                </UnstyledButton>
              </Menu.Target>
              <Menu.Dropdown>
                <Menu.Label>{t('nav.language')}</Menu.Label>
                <Group px="sm" pb="xs">
                  <LanguageSwitch />
                </Group>
                <Menu.Label>{t('nav.appearance')}</Menu.Label>
                <Menu.Item onClick={() => setColorScheme('light')}>{t('nav.light')}</Menu.Item>
                <Menu.Item onClick={() => setColorScheme('dark')}>{t('nav.dark')}</Menu.Item>
                <Menu.Item onClick={() => setColorScheme('auto')}>{t('nav.system')}</Menu.Item>
                <Menu.Divider />
                <Menu.Item onClick={leave}>{t('nav.signOut')}</Menu.Item>
              </Menu.Dropdown>
            </Menu>
          </Group>
        </Group>
      </AppShell.Header>
      <AppShell.Navbar p="xs" component="nav" aria-label={t('nav.menu')}>
        {desksOf(organisation.roles, scopes).map((desk) => (
          <div key={desk.name}>
            <Text size="xs" c="dimmed" px="sm" pt="sm">
              {t(desk.name)}
            </Text>
            {desk.pages.map(({ name, to }) => (
              <NavLink key={to} component={Link} to={to} label={t(name)} active={pathname.startsWith(to)} onClick={close} />
            ))}
          </div>
        ))}
      </AppShell.Navbar>
      <Palette />
      <AppShell.Main id="content">{children}</AppShell.Main>
    </AppShell>
  );
};
