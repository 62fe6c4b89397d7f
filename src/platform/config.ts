import path from 'node:path';
import { z } from 'zod';
import type { OutgoingSettings } from './outgoing/index.js';
import { outgoingMistakes, outgoingOf, outgoingShape } from './outgoing/settings.js';

/** Everything that is set from outside, checked. */
export interface Config {
  readonly host: string;
  /** 0 takes a free one. */
  readonly port: number;
  /** The embedded server's files, uploaded files and, where no file is named, the secrets. */
  readonly dataDir: string;
  /** Absent: the embedded server. */
  readonly databaseUrl?: string;
  /** A log-in that may create roles; for `migrate` only. */
  readonly ownerUrl?: string;
  /** Absent: queues and budgets are kept in PostgreSQL. */
  readonly redisUrl?: string;
  readonly secretFile: string;
  readonly rolePrefix: string;
  readonly movableClock: boolean;
  /** Whether the demo with its published keys may exist: on the embedded server, reached from this machine only, outside production. */
  readonly demo: boolean;
  /** Whether browsers reach the hub by https: outside production it may be tried without. */
  readonly secureCookies: boolean;
  readonly logLevel: LogLevel;
  /** Where browsers reach the hub: what links in messages begin with. No slash at the end. */
  readonly publicUrl: string;
  readonly outgoing: OutgoingSettings;
}

const LOG_LEVELS = ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'] as const;
export type LogLevel = (typeof LOG_LEVELS)[number];

/** Every mistake in the settings at once, one sentence each. */
export class ConfigError extends Error {
  constructor(readonly mistakes: readonly string[]) {
    super(`The settings do not fit:\n${mistakes.map((mistake) => `  - ${mistake}`).join('\n')}`);
    this.name = 'ConfigError';
  }
}

const LOOPBACK = /^(localhost|127(\.\d{1,3}){3}|::1)$/;

const url = (...protocols: string[]) =>
  z.string().refine((text) => URL.canParse(text) && protocols.includes(new URL(text).protocol), {
    error: `must be an address that begins with ${protocols.map((p) => `${p}//`).join(' or ')}`,
  });

const postgres = url('postgres:', 'postgresql:').refine((text) => !URL.canParse(text) || new URL(text).pathname.length > 1, {
  error: 'must name a database after the host, as in postgres://db.example:5432/rongtong',
});

const oneOf = <const T extends readonly string[]>(values: T) => z.enum(values, { error: `must be one of ${values.join(', ')}` });

const settings = z.object({
  PORT: z
    .string()
    .regex(/^\d{1,5}$/, 'must be a port number from 0 to 65535')
    .transform(Number)
    .refine((port) => port <= 65_535, {
      error: 'must be a port number from 0 to 65535',
    })
    .default(4000),
  HOST: z
    .string()
    .regex(/^[A-Za-z0-9.:-]+$/, 'must be an address or a host name')
    .default('127.0.0.1'),
  DATA_DIR: z.string().default('.data'),
  DATABASE_URL: postgres
    .refine((text) => !URL.canParse(text) || new URL(text).username === '', {
      error: 'must not name a user: the hub logs in as its own roles, with passwords derived from HUB_SECRET_FILE',
    })
    .optional(),
  DATABASE_OWNER_URL: postgres
    .refine((text) => !URL.canParse(text) || new URL(text).username !== '', {
      error: 'must name a user that may create roles',
    })
    .optional(),
  REDIS_URL: url('redis:', 'rediss:').optional(),
  HUB_SECRET_FILE: z.string().optional(),
  ROLE_PREFIX: z
    .string()
    .regex(/^[a-z][a-z0-9_]{0,30}_$/, 'must be lower-case letters, digits and underscores, and end in an underscore')
    .default('hub_'),
  MOVABLE_CLOCK: oneOf(['on', 'off']).optional(),
  NODE_ENV: oneOf(['development', 'production', 'test']).default('development'),
  LOG_LEVEL: oneOf(LOG_LEVELS).default('info'),
  ...outgoingShape,
});

type Settings = z.infer<typeof settings>;
type Raw = Readonly<Record<string, string | undefined>>;

const databaseOf = (address: string | undefined): string | undefined =>
  address !== undefined && URL.canParse(address) ? new URL(address).pathname : undefined;

/** What only shows when several settings are seen together; looks at the raw ones so that it speaks even when one of them is wrong. */
const together = (raw: Raw): string[] => {
  const external = raw.DATABASE_URL !== undefined;
  const movable = raw.MOVABLE_CLOCK === 'on';
  const elsewhere = external && raw.DATABASE_OWNER_URL !== undefined && databaseOf(raw.DATABASE_URL) !== databaseOf(raw.DATABASE_OWNER_URL);
  return [
    ...(movable && raw.NODE_ENV === 'production'
      ? ['MOVABLE_CLOCK must be off with NODE_ENV=production: business time would not be true']
      : []),
    ...(movable && external ? ['MOVABLE_CLOCK must be off with DATABASE_URL: the clock moves in the embedded demo only'] : []),
    ...(external && raw.HUB_SECRET_FILE === undefined
      ? ['HUB_SECRET_FILE must name the file of keys when DATABASE_URL is set; "secrets rotate" makes one']
      : []),
    ...(!external && raw.DATABASE_OWNER_URL !== undefined
      ? ['DATABASE_OWNER_URL has no use without DATABASE_URL: the embedded server has its own owner']
      : []),
    ...(elsewhere ? ['DATABASE_OWNER_URL must name the same database as DATABASE_URL'] : []),
    ...outgoingMistakes(raw),
  ];
};

const asConfig = (s: Settings): Config => {
  const demo = s.DATABASE_URL === undefined && s.NODE_ENV !== 'production' && LOOPBACK.test(s.HOST);
  const dataDir = path.resolve(s.DATA_DIR);
  return {
    host: s.HOST,
    port: s.PORT,
    dataDir,
    databaseUrl: s.DATABASE_URL,
    ownerUrl: s.DATABASE_OWNER_URL,
    redisUrl: s.REDIS_URL,
    secretFile: path.resolve(s.HUB_SECRET_FILE ?? path.join(dataDir, 'secrets.json')),
    rolePrefix: s.ROLE_PREFIX,
    movableClock: s.MOVABLE_CLOCK === undefined ? demo : s.MOVABLE_CLOCK === 'on',
    demo,
    secureCookies: s.NODE_ENV === 'production',
    logLevel: s.LOG_LEVEL,
    publicUrl: s.PUBLIC_URL ?? `http://${s.HOST.includes(':') ? `[${s.HOST}]` : s.HOST}:${s.PORT}`,
    outgoing: outgoingOf(s, demo),
  };
};

/**
 * Reads the settings of the hub from environment variables; an empty one counts as absent.
 * @throws ConfigError with every mistake
 */
export const readConfig = (environment: Raw): Config => {
  const raw = Object.fromEntries(Object.entries(environment).filter(([, value]) => value !== undefined && value.trim() !== ''));
  const parsed = settings.safeParse(raw);
  const mistakes = [
    ...(parsed.success
      ? []
      : parsed.error.issues.map((issue) => `${issue.path.join('.')} ${issue.message}, but is "${shown(raw, issue.path[0])}"`)),
    ...together(raw),
  ];
  if (!parsed.success || mistakes.length > 0) throw new ConfigError(mistakes);
  return asConfig(parsed.data);
};

/** Addresses may hold passwords, and mistakes are printed. */
const shown = (raw: Raw, name: PropertyKey | undefined): string =>
  String(name).endsWith('_SECRET') ? '***' : `${raw[String(name)] ?? ''}`.replace(/\/\/.*@/, '//***@');
