import { defineConfig } from 'vitest/config';

// graphql is aliased because vite would otherwise load a second copy beside the one type-graphql uses.
export default defineConfig({
  resolve: { alias: [{ find: /^graphql$/, replacement: 'graphql/index.js' }] },
  test: {
    include: ['tests/**/*.test.ts'],
    ...(process.env.REPORT ? { reporters: ['default', 'json'], outputFile: { json: process.env.REPORT } } : {}),
    testTimeout: 60_000,
    hookTimeout: 60_000,
    setupFiles: ['reflect-metadata'],
    globalSetup: ['tests/support/global-setup.ts'],
  },
});
