/** Somebody or something that can be tried out in the demo. */
export interface Demo {
  readonly people: readonly { readonly login: string; readonly name: string; readonly organisation: string; readonly duties: string }[];
  readonly password: string;
  readonly keys: readonly { readonly key: string; readonly organisation: string; readonly role: string }[];
}

const ESCAPES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };
/** Text as it may stand in HTML, also in an attribute. */
export const escape = (text: string): string => text.replaceAll(/[&<>"']/g, (character) => ESCAPES[character] ?? character);

const row = (...cells: readonly string[]): string => `<tr>${cells.map((cell) => `<td>${cell}</td>`).join('')}</tr>`;
const code = (text: string): string => `<code>${escape(text)}</code>`;

const demoPart = ({ people, password, keys }: Demo, origin: string): string => `
<section>
<h2>试用密钥 <span lang="en">Keys to try</span></h2>
<table><thead><tr><th>密钥 Key</th><th>组织 Organisation</th><th>角色 Role</th><th></th></tr></thead><tbody>
${keys.map(({ key, organisation, role }) => row(code(key), escape(organisation), escape(role), `<a href="/explorer#key=${encodeURIComponent(key)}">打开 Open</a>`)).join('\n')}
</tbody></table>
<p><code>curl -s ${escape(origin)}/graphql -H 'authorization: Bearer ${escape(keys[0]?.key ?? '')}' -H 'content-type: application/json' -d '{"query":"{ __typename }"}'</code></p>
</section>
<section>
<h2>试用账户 <span lang="en">People to try</span></h2>
<p>密码 <span lang="en">password</span> ${code(password)}</p>
<table><thead><tr><th>登录名 Log-in</th><th>组织 Organisation</th><th>职责 Duties</th></tr></thead><tbody>
${people.map(({ login, organisation, duties }) => row(code(login), escape(organisation), escape(duties))).join('\n')}
</tbody></table>
<p class="note">仅存在于本机演示环境。<span lang="en">These exist in the demo on this machine only.</span></p>
</section>`;

const ADDRESSES: readonly (readonly [address: string, zh: string, en: string, page?: boolean])[] = [
  ['/graphql', 'GraphQL：HTTP 与 WebSocket（graphql-transport-ws）', 'GraphQL over HTTP and WebSocket (graphql-transport-ws)'],
  ['/explorer', '在浏览器中试用接口', 'Try the API in the browser', true],
  ['/schema.graphql', '接口的模式文件', 'The published schema', true],
  ['/session', 'POST 登录，DELETE 退出', 'POST to log in, DELETE to log out'],
  ['/files', 'POST 上传文件', 'POST to upload a file'],
  ['/health/ready', '就绪状态', 'Whether the hub is ready', true],
];

/**
 * The page for whoever connects a machine: addresses, and in the demo who can be tried out. Chinese first, English beside it.
 * @param origin where the reader has reached the hub
 */
export const developersPage = (demo: Demo | undefined, origin: string): string => `<!doctype html>
<html lang="zh-CN">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>融通 Rongtong</title>
<link rel="stylesheet" href="/assets/developers.css">
<link rel="icon" href="data:,">
</head>
<body>
<main>
<h1>融通 <span lang="en">Rongtong</span></h1>
<p>大型企业与中小供应商实时共享订单的开放平台。<br><span lang="en">The open hub on which large enterprises and their small suppliers share orders, live.</span></p>
<section>
<h2>地址 <span lang="en">Addresses</span></h2>
<table><tbody>
${ADDRESSES.map(([address, zh, en, page]) => row(page ? `<a href="${address}">${code(address)}</a>` : code(address), `${zh}<br><span lang="en">${en}</span>`)).join('\n')}
</tbody></table>
</section>
${demo ? demoPart(demo, origin) : ''}
</main>
</body>
</html>
`;
