import type { Locale } from '../../../platform/auth/viewer.js';
import { escape } from '../../../platform/http/developers.js';
import { WORDS } from './words.js';

export { escape } from '../../../platform/http/developers.js';

export const STYLE_PATH = '/invitation/style.css';

/** Made for a telephone; wider screens get the same with room at the sides. */
export const STYLE = `:root { color-scheme: light dark; --line: #8885; --link: #0b5cad; --bad: #b3261e; }
@media (prefers-color-scheme: dark) { :root { --link: #7ab8ff; --bad: #ff8a80; } }
* { box-sizing: border-box; }
body { margin: 0; font: 16px/1.6 system-ui, "PingFang SC", "Microsoft YaHei", "Noto Sans CJK SC", sans-serif; }
main { max-width: 40rem; margin: 0 auto; padding: 1rem 1rem 3rem; overflow-wrap: anywhere; }
h1 { font-size: 1.4rem; margin: .5rem 0; }
h2 { font-size: 1.1rem; margin: 1.5rem 0 .5rem; }
dl { display: grid; grid-template-columns: minmax(6rem, max-content) 1fr; gap: .25rem .75rem; margin: .5rem 0; }
dt { opacity: .75; }
dd { margin: 0; }
fieldset { border: 1px solid var(--line); border-radius: .5rem; margin: .75rem 0; padding: .5rem .75rem; min-width: 0; }
legend { font-weight: 600; padding: 0 .25rem; }
label { display: block; margin: .5rem 0 .25rem; }
input, textarea, button { font: inherit; width: 100%; min-height: 44px; padding: .5rem; border: 1px solid var(--line); border-radius: .5rem; }
button { margin: .5rem 0 0; background: var(--link); color: Canvas; border: 0; font-weight: 600; cursor: pointer; }
button.quiet { background: none; color: var(--link); border: 1px solid var(--link); }
[role="alert"] { border-left: 4px solid var(--bad); padding: .25rem .75rem; }
`;

const LANG = { zh: 'zh-CN', en: 'en' } as const;

/** A whole page. `body` is HTML. */
export const documentOf = (locale: Locale, title: string, body: string): string => `<!doctype html>
<html lang="${LANG[locale]}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<title>${escape(title)} - 融通 Rongtong</title>
<link rel="stylesheet" href="${STYLE_PATH}">
<link rel="icon" href="data:,">
</head>
<body>
<main>
${body}
</main>
</body>
</html>
`;

const both = (part: (locale: Locale) => string): string =>
  (['zh', 'en'] as const).map((locale) => `<div lang="${LANG[locale]}">${part(locale)}</div>`).join('\n');

/** What opening a link shows: the same for every link, since nothing is looked up before the button is pressed. */
export const welcomePage = (secret: string): string =>
  documentOf(
    'zh',
    WORDS.zh.welcome,
    `${both((l) => `<h1>${WORDS[l].welcome}</h1><p>${WORDS[l].welcomeText}</p>`)}
<form method="post" action="/invitation/${encodeURIComponent(secret)}"><button>${WORDS.zh.open} ${WORDS.en.open}</button></form>`,
  );

/** The same for whatever is wrong with a link. */
export const gonePage = (): string =>
  documentOf(
    'zh',
    WORDS.zh.gone,
    both((l) => `<h1>${WORDS[l].gone}</h1><p>${WORDS[l].goneText}</p>`),
  );
