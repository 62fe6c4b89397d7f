import type { Demo } from '../platform/http/developers.js';

const columns = (rows: readonly (readonly string[])[]): string => {
  const widths = rows[0]?.map((_, at) => Math.max(...rows.map((row) => row[at]?.length ?? 0))) ?? [];
  return rows
    .map(
      (row) =>
        `  ${row
          .map((cell, at) => cell.padEnd(widths[at] ?? 0))
          .join('  ')
          .trimEnd()}`,
    )
    .join('\n');
};

/** What a person reads in the terminal when the hub is up. */
export const banner = (url: string, demo: Demo | undefined): string => {
  const addresses = columns([
    ['Start here', url],
    ['GraphQL', `${url}/graphql (HTTP, and WebSocket for subscriptions)`],
    ['Explorer', `${url}/explorer`],
    ['Schema', `${url}/schema.graphql`],
  ]);
  if (!demo) return `\nRongtong 融通 is ready.\n\n${addresses}\n\nCtrl-C stops it.\n`;
  return [
    '\nRongtong 融通 is ready.\n',
    addresses,
    '\nKeys of the demo (Authorization: Bearer …)\n',
    columns(demo.keys.map(({ key, organisation, role }) => [key, organisation, role])),
    `\nPeople of the demo (password ${demo.password})\n`,
    columns(demo.people.map(({ login, organisation, duties }) => [login, organisation, duties])),
    '\nCtrl-C stops it.\n',
  ].join('\n');
};

/** The same of a process without an API. */
export const workerBanner = (url: string): string => `\nRongtong 融通 works. Its health is at ${url}/health/ready\n\nCtrl-C stops it.\n`;
