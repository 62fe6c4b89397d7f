import {
  Alert,
  Anchor,
  Button,
  Card,
  Center,
  Group,
  PasswordInput,
  SimpleGrid,
  Stack,
  Text,
  TextInput,
  Title,
  UnstyledButton,
} from '@mantine/core';
import { type FormEvent, useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { openSession, type Session, SignInRefused } from '../api/session.ts';
import { LanguageSwitch } from '../frame/LanguageSwitch.tsx';

interface DemoPerson {
  readonly login: string;
  readonly name: string;
  readonly organisation: string;
  readonly duties: string;
}
interface Demo {
  readonly password: string;
  readonly people: readonly DemoPerson[];
}

/** Who can be tried out; nobody outside the demo. */
const useDemo = (): Demo | undefined => {
  const [demo, setDemo] = useState<Demo>();
  useEffect(() => {
    void fetch('/demo').then(
      async (answer) => answer.ok && setDemo((await answer.json()) as Demo),
      () => undefined,
    );
  }, []);
  return demo;
};

export const SignInPage = ({ enter }: { readonly enter: (session: Session) => void }) => {
  const { t } = useTranslation();
  const demo = useDemo();
  const [busy, setBusy] = useState<string>();
  const [fault, setFault] = useState<string>();

  const signIn = async (login: string, password: string): Promise<void> => {
    setBusy(login);
    setFault(undefined);
    try {
      const session = await openSession(login, password);
      if (session) enter(session);
    } catch (error) {
      const refused = error instanceof SignInRefused ? error : undefined;
      if (refused?.code === 'RATE_LIMITED') setFault(t('signIn.limited', { seconds: refused.retryAfter ?? 60 }));
      else setFault(refused?.code === 'UNAUTHENTICATED' ? t('signIn.wrong') : t('signIn.unreachable'));
    } finally {
      setBusy(undefined);
    }
  };
  const submit = (event: FormEvent<HTMLFormElement>): void => {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    void signIn(String(form.get('login')), String(form.get('password')));
  };

  return (
    <Center mih="100dvh" p="md">
      <Stack w="100%" maw={880} gap="xl">
        <Group justify="space-between" align="flex-start" wrap="nowrap">
          <div>
            <Title order={1} size="h2">
              {t('product')}
            </Title>
            <Text c="dimmed">{t('tagline')}</Text>
          </div>
          <LanguageSwitch />
        </Group>
        <SimpleGrid cols={{ base: 1, sm: demo ? 2 : 1 }} spacing="xl">
          <form onSubmit={submit} aria-label={t('signIn.title')}>
            <Stack gap="sm">
              {fault && (
                <Alert color="red" role="alert">
                  {fault}
                </Alert>
              )}
              <TextInput name="login" label={t('signIn.login')} autoComplete="username" required withAsterisk={false} />
              <PasswordInput name="password" label={t('signIn.password')} autoComplete="current-password" required withAsterisk={false} />
              <Button type="submit" loading={busy !== undefined}>
                {t('signIn.submit')}
              </Button>
              <Anchor href="/developers" size="sm">
                {t('signIn.developers')}
              </Anchor>
            </Stack>
          </form>
          {demo && (
            <section aria-labelledby="demo-people">
              <Title order={2} size="h5" id="demo-people">
                {t('signIn.demo')}
              </Title>
              <Text size="sm" c="dimmed" mb="sm">
                {t('signIn.demoHint')}
              </Text>
              <Stack gap={6}>
                {demo.people.map((person) => (
                  <UnstyledButton key={person.login} onClick={() => void signIn(person.login, demo.password)} disabled={busy !== undefined}>
                    <Card withBorder padding="xs" className="choice">
                      <Group justify="space-between" gap="xs">
                        <Text size="sm" fw={600}>
                          {person.name}
                        </Text>
                        <Text size="sm">{person.organisation}</Text>
                        <Text size="xs" c="dimmed">
                          {person.duties}
                        </Text>
                      </Group>
                    </Card>
                  </UnstyledButton>
                ))}
              </Stack>
            </section>
          )}
        </SimpleGrid>
      </Stack>
    </Center>
  );
};
