import '@mantine/core/styles.css';
import './app/page.css';
import { MantineProvider } from '@mantine/core';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { App } from './app/App.tsx';
import { theme } from './app/theme.ts';
import { startWords } from './words/index.ts';

// The hub allows only the styles that carry the number it gave to this answer.
const nonce = document.querySelector<HTMLMetaElement>('meta[property="csp-nonce"]')?.nonce ?? '';

// What keeps the page still behind a dialog writes a style element of its own and looks here for the number.
Object.assign(globalThis, { __webpack_nonce__: nonce });

await startWords();
createRoot(document.getElementById('root') as HTMLElement).render(
  <StrictMode>
    <MantineProvider theme={theme} defaultColorScheme="auto" getStyleNonce={() => nonce}>
      <App />
    </MantineProvider>
  </StrictMode>,
);
