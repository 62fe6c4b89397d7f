import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { ConfigError, readConfig } from '../../src/platform/config.js';

const mistakesOf = (environment: Record<string, string>): readonly string[] => {
  try {
    readConfig(environment);
    return [];
  } catch (error) {
    if (error instanceof ConfigError) return error.mistakes;
    throw error;
  }
};

const external = { DATABASE_URL: 'postgres://db.example/rongtong', HUB_SECRET_FILE: '/run/secrets/hub' };

describe('Settings', () => {
  test('without any the hub listens on 127.0.0.1:4000 with its own database, the demo and a movable clock', () => {
    expect(readConfig({})).toEqual({
      host: '127.0.0.1',
      port: 4000,
      dataDir: path.resolve('.data'),
      secretFile: path.resolve('.data/secrets.json'),
      rolePrefix: 'hub_',
      movableClock: true,
      demo: true,
      secureCookies: false,
      logLevel: 'info',
      publicUrl: 'http://127.0.0.1:4000',
      outgoing: { toFiles: true },
    });
  });

  test('every mistake is listed at once, each naming its setting', () => {
    const mistakes = mistakesOf({
      PORT: '70000',
      HOST: 'not a host',
      DATABASE_URL: 'mysql://db/x',
      DATABASE_OWNER_URL: 'postgres://db/y',
      REDIS_URL: 'memcached://r',
      ROLE_PREFIX: 'Bad-',
      MOVABLE_CLOCK: 'on',
      NODE_ENV: 'staging',
      LOG_LEVEL: 'loud',
    });
    const named = new Set(mistakes.map((mistake) => mistake.split(' ')[0]));
    expect([...named].sort()).toEqual(
      [
        'DATABASE_OWNER_URL',
        'DATABASE_URL',
        'HOST',
        'HUB_SECRET_FILE',
        'LOG_LEVEL',
        'MOVABLE_CLOCK',
        'NODE_ENV',
        'PORT',
        'REDIS_URL',
        'ROLE_PREFIX',
      ].sort(),
    );
  });

  test('a mistake never shows a password', () => {
    const [mistake = ''] = mistakesOf({ ...external, DATABASE_URL: 'postgres://root:hunter2@db/rongtong' });
    expect(mistake).toContain('must not name a user');
    expect(mistake).not.toContain('hunter2');
  });

  test.each([
    ['NODE_ENV=production', { NODE_ENV: 'production', MOVABLE_CLOCK: 'on' }],
    ['a DATABASE_URL', { ...external, MOVABLE_CLOCK: 'on' }],
  ])('the movable clock is refused with %s', (_name, environment) => {
    expect(mistakesOf(environment).join()).toContain('MOVABLE_CLOCK must be off');
  });

  test.each([
    ['in production', { NODE_ENV: 'production' }],
    ['on an address that others can reach', { HOST: '0.0.0.0' }],
    ['with a database of its own', external],
  ])('the demo and the movable clock are off %s', (_name, environment) => {
    expect(readConfig(environment)).toMatchObject({ demo: false, movableClock: false });
  });

  test('the owner of another database is refused', () => {
    expect(mistakesOf({ ...external, DATABASE_OWNER_URL: 'postgres://owner@db.example/other' })).toEqual([
      'DATABASE_OWNER_URL must name the same database as DATABASE_URL',
    ]);
  });

  test.each<[object, string]>([
    [{ PUBLIC_URL: 'https://hub.example/' }, 'PUBLIC_URL must be scheme and host only'],
    [{ SMTP_URL: 'https://mail.example', SMTP_FROM: 'a@b.example' }, 'SMTP_URL must be an address that begins with smtp:// or smtps://'],
    [{ SMTP_URL: 'smtp://mail.example' }, 'SMTP_FROM must say who mails are from'],
    [{ SMTP_FROM: 'a@b.example>\r\nBcc: <c@d.example' }, 'SMTP_FROM must be an address'],
    [{ SMTP_URL: 'smtp://mail.example', SMTP_FROM: 'a@b.example', SMTP_TLS: 'off' }, 'SMTP_TLS must be on unless'],
    [{ SMTP_CA_FILE: '/nowhere.pem' }, 'SMTP_CA_FILE must be a file'],
    [{ SMS_URL: 'http://sms.example/send', SMS_SECRET: 'a secret of sixteen' }, 'SMS_URL must begin with https://'],
    [{ SMS_URL: 'https://sms.example/send' }, 'SMS_SECRET must be set with SMS_URL'],
    [{ SMS_URL: 'https://sms.example/send', SMS_SECRET: 'short' }, 'SMS_SECRET must have at least 16 characters, but is "***"'],
    [{ WECOM_ORIGIN: 'http://relay.example' }, 'WECOM_ORIGIN must begin with https://'],
    [{ NODE_ENV: 'production', WECOM_ORIGIN: 'https://qyapi.weixin.qq.com' }, 'PUBLIC_URL must be the https address of the hub'],
  ])('of what goes out, %j is refused', (environment, mistake) => {
    const mistakes = mistakesOf(environment as Record<string, string>);
    expect(mistakes.join()).toContain(mistake);
    expect(mistakes).toHaveLength(1);
  });

  test('of what goes out open its roads, and outside the demo nothing is written to files', () => {
    const roads = {
      NODE_ENV: 'production',
      PUBLIC_URL: 'https://hub.example',
      SMTP_URL: 'smtps://hub:pw@mail.example:465',
      SMTP_FROM: '融通 <notices@hub.example>',
      SMS_URL: 'https://sms.example/send',
      SMS_SECRET: 'a secret of sixteen',
      WECOM_ORIGIN: 'https://qyapi.weixin.qq.com',
    };
    expect(readConfig(roads)).toMatchObject({
      publicUrl: 'https://hub.example',
      outgoing: {
        smtp: { url: roads.SMTP_URL, from: roads.SMTP_FROM, plain: false },
        sms: { url: roads.SMS_URL, secret: roads.SMS_SECRET },
        wecomOrigin: roads.WECOM_ORIGIN,
        toFiles: false,
      },
    });
  });

  test('an empty variable counts as absent', () => {
    expect(readConfig({ DATABASE_URL: '', PORT: ' ' })).toEqual(readConfig({}));
  });
});
