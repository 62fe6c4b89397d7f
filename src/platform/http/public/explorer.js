'use strict';
// The key comes from the field, or from the address behind '#', which browsers do not send anywhere. Without one the session of
// this browser is used.
(() => {
  const field = document.getElementById('key');
  const who = document.getElementById('who');
  const given = new URLSearchParams(location.hash.slice(1)).get('key');
  if (given) sessionStorage.setItem('key', given);
  const query = new URLSearchParams(location.search).get('query') ?? undefined;
  if (location.hash) history.replaceState(null, '', location.pathname);
  field.value = sessionStorage.getItem('key') ?? '';

  let access = {};
  const learn = async () => {
    const key = sessionStorage.getItem('key');
    access = key ? { authorization: `Bearer ${key}` } : {};
    const answer = await fetch('/session', { headers: access });
    const session = answer.ok ? await answer.json() : undefined;
    if (session?.csrfToken) access = { 'x-csrf-token': session.csrfToken };
    who.textContent = session ? session.organisation : '未登录 not logged in';
  };

  const socket = () => graphqlWs.createClient({
    url: `${location.protocol === 'https:' ? 'wss' : 'ws'}://${location.host}/graphql`,
    connectionParams: () => (access.authorization ? { authorization: access.authorization } : {}),
    retryAttempts: 3,
  });
  let live = socket();

  const isSubscription = (query, name) => new RegExp(name ? `\\bsubscription\\s+${name}\\b` : '^\\s*subscription\\b', 'm').test(query);

  const fetcher = async (request) => {
    if (isSubscription(request.query, request.operationName)) return live.iterate(request);
    const answer = await fetch('/graphql', {
      method: 'POST',
      headers: { ...access, 'content-type': 'application/json', accept: 'application/graphql-response+json, application/json' },
      body: JSON.stringify(request),
    });
    return answer.json();
  };

  const root = ReactDOM.createRoot(document.getElementById('explorer'));
  const show = async () => {
    await learn();
    live.dispose();
    live = socket();
    // A new key may see another schema: the element is made anew.
    root.render(React.createElement(GraphiQL, { key: field.value, fetcher, query, defaultQuery: '# 左侧的文档列出全部查询和操作。The documentation on the left lists everything.\n{\n  __typename\n}\n', shouldPersistHeaders: false, isHeadersEditorEnabled: false }));
  };

  document.getElementById('access').addEventListener('submit', (event) => {
    event.preventDefault();
    sessionStorage.setItem('key', field.value.trim());
    void show();
  });
  void show();
})();
