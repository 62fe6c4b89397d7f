import { Group, Kbd, Modal, Stack, Switch, Text } from '@mantine/core';
import { createContext, type ReactNode, useCallback, useContext, useEffect, useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';

interface Shortcut {
  readonly keys: string;
  readonly label: string;
  readonly run: () => void;
}
interface Shortcuts {
  add(shortcut: Shortcut): () => void;
}

const ShortcutsContext = createContext<Shortcuts | undefined>(undefined);
const KEPT = 'rongtong.shortcuts';
const PAUSE_MS = 900;

const writes = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement && (target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName));

/** A key, or two after each other as `g o`, as long as the component is there. */
export const useShortcut = (keys: string, label: string, run: () => void): void => {
  const shortcuts = useContext(ShortcutsContext);
  const latest = useRef(run);
  latest.current = run;
  useEffect(() => shortcuts?.add({ keys, label, run: () => latest.current() }), [shortcuts, keys, label]);
};

/** Keys for those who work all day here. They can be switched off, and never act while somebody writes. */
export const ShortcutsProvider = ({ children }: { readonly children: ReactNode }) => {
  const { t } = useTranslation();
  const [on, setOn] = useState(localStorage.getItem(KEPT) !== 'off');
  const [help, setHelp] = useState(false);
  const known = useRef(new Set<Shortcut>());
  const add = useCallback((shortcut: Shortcut) => {
    known.current.add(shortcut);
    return () => void known.current.delete(shortcut);
  }, []);

  useEffect(() => {
    let first = '';
    let timer: ReturnType<typeof setTimeout> | undefined;
    const press = (event: KeyboardEvent): void => {
      if (writes(event.target) || event.ctrlKey || event.metaKey || event.altKey) return;
      if (event.key === '?') return setHelp(true);
      if (!on) return;
      const keys = first === '' ? event.key : `${first} ${event.key}`;
      const found = [...known.current].find((one) => one.keys === keys);
      clearTimeout(timer);
      first = '';
      if (found) {
        event.preventDefault();
        found.run();
      } else if ([...known.current].some((one) => one.keys.startsWith(`${event.key} `))) {
        first = event.key;
        timer = setTimeout(() => (first = ''), PAUSE_MS);
      }
    };
    window.addEventListener('keydown', press);
    return () => window.removeEventListener('keydown', press);
  }, [on]);

  const change = (next: boolean): void => {
    localStorage.setItem(KEPT, next ? 'on' : 'off');
    setOn(next);
  };
  const shortcuts = useMemo(() => ({ add }), [add]);
  return (
    <ShortcutsContext.Provider value={shortcuts}>
      {children}
      <Modal opened={help} onClose={() => setHelp(false)} title={t('nav.shortcuts')}>
        <Stack gap="xs">
          <Switch checked={on} onChange={(event) => change(event.currentTarget.checked)} label={t('nav.shortcuts')} />
          {[...known.current].map(({ keys, label }) => (
            <Group key={keys} justify="space-between">
              <Text size="sm">{label}</Text>
              <Group gap={4}>
                {keys.split(' ').map((key) => (
                  <Kbd key={key}>{key}</Kbd>
                ))}
              </Group>
            </Group>
          ))}
        </Stack>
      </Modal>
    </ShortcutsContext.Provider>
  );
};
