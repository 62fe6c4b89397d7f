import { ApolloProvider } from '@apollo/client/react';
import { Center, Loader } from '@mantine/core';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { BrowserRouter } from 'react-router';
import { type Api, createApi } from '../api/client.ts';
import { closeSession, readSession, type Session } from '../api/session.ts';
import { type Standing, readStanding, StandingContext } from '../api/standing.tsx';
import { ShortcutsProvider } from '../frame/shortcuts.tsx';
import { FeedProvider } from '../live/feed.tsx';
import { MessagesProvider } from '../shared/act/Messages.tsx';
import { SignInPage } from '../signin/SignInPage.tsx';
import { Pages } from './Pages.tsx';

type Gate =
  | { readonly kind: 'asking' }
  | { readonly kind: 'outside' }
  | { readonly kind: 'inside'; readonly api: Api; readonly standing: Standing; readonly session: Session };

/** Everything behind the sign-in. Each session has its own client; leaving throws away all that was read. */
export const App = () => {
  const { i18n } = useTranslation();
  const [gate, setGate] = useState<Gate>({ kind: 'asking' });

  const enter = async (session: Session): Promise<void> => {
    const api = createApi(session.csrfToken, i18n.language);
    setGate({ kind: 'inside', api, session, standing: await readStanding(api) });
  };
  const leave = async (): Promise<void> => {
    if (gate.kind !== 'inside') return;
    await closeSession(gate.session).catch(() => undefined);
    await gate.api.close();
    setGate({ kind: 'outside' });
  };
  useEffect(() => {
    readSession().then(
      (session) => (session ? enter(session) : setGate({ kind: 'outside' })),
      () => setGate({ kind: 'outside' }),
    );
    // Asked once: later changes of the session come by signing in and out.
  }, []);

  if (gate.kind === 'asking')
    return (
      <Center mih="100dvh">
        <Loader />
      </Center>
    );
  if (gate.kind === 'outside') return <SignInPage enter={(session) => void enter(session)} />;
  return (
    <ApolloProvider client={gate.api.apollo}>
      <StandingContext.Provider value={gate.standing}>
        <FeedProvider api={gate.api} from={gate.standing.feedCursor}>
          <MessagesProvider>
            <BrowserRouter>
              <ShortcutsProvider>
                <Pages leave={() => void leave()} />
              </ShortcutsProvider>
            </BrowserRouter>
          </MessagesProvider>
        </FeedProvider>
      </StandingContext.Provider>
    </ApolloProvider>
  );
};
