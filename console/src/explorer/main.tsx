import 'graphiql/style.css';
import './explorer.css';
import { GraphiQL } from 'graphiql';
import { createClient } from 'graphql-ws';
import { createRoot } from 'react-dom/client';

// The key comes from the field, or from the address behind '#', which browsers do not send anywhere. Without one the session of
// this browser is used.
const field = document.getElementById('key') as HTMLInputElement;
const who = document.getElementById('who') as HTMLOutputElement;
const given = new URLSearchParams(location.hash.slice(1)).get('key');
if (given) sessionStorage.setItem('key', given);
const query = new URLSearchParams(location.search).get('query') ?? undefined;
if (location.hash) history.replaceState(null, '', location.pathname);
field.value = sessionStorage.getItem('key') ?? '';

const WELCOME = '# 左侧的文档列出全部查询和操作。The documentation on the left lists everything.\n{\n  __typename\n}\n';

let access: Record<string, string> = {};
const learn = async (): Promise<void> => {
  const key = sessionStorage.getItem('key');
  access = key ? { authorization: `Bearer ${key}` } : {};
  const answer = await fetch('/session', { headers: access });
  const session = answer.ok ? ((await answer.json()) as { organisation: string; csrfToken?: string }) : undefined;
  if (session?.csrfToken) access = { 'x-csrf-token': session.csrfToken };
  who.textContent = session ? session.organisation : '未登录 not logged in';
};

const openSocket = () =>
  createClient({
    url: `${location.protocol === 'https:' ? 'wss' : 'ws'}://${location.host}/graphql`,
    connectionParams: () => (access.authorization ? { authorization: access.authorization } : {}),
    retryAttempts: 3,
  });
let live = openSocket();

interface Asked {
  readonly query: string;
  readonly operationName?: string | null;
  readonly variables?: Record<string, unknown>;
}

const isSubscription = ({ query: text, operationName }: Asked): boolean =>
  new RegExp(operationName ? `\\bsubscription\\s+${operationName}\\b` : '^\\s*subscription\\b', 'm').test(text);

const fetcher = async (asked: Asked) => {
  if (isSubscription(asked)) return live.iterate(asked);
  const answer = await fetch('/graphql', {
    method: 'POST',
    headers: { ...access, 'content-type': 'application/json', accept: 'application/graphql-response+json, application/json' },
    body: JSON.stringify(asked),
  });
  return answer.json();
};

const root = createRoot(document.getElementById('explorer') as HTMLElement);
const show = async (): Promise<void> => {
  await learn();
  void live.dispose();
  live = openSocket();
  // A new key may see another schema: the element is made anew.
  root.render(
    <GraphiQL
      key={field.value}
      fetcher={fetcher as never}
      query={query}
      defaultQuery={WELCOME}
      shouldPersistHeaders={false}
      isHeadersEditorEnabled={false}
    />,
  );
};

document.getElementById('access')?.addEventListener('submit', (event) => {
  event.preventDefault();
  sessionStorage.setItem('key', field.value.trim());
  void show();
});
void show();
