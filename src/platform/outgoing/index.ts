import { join } from 'node:path';
import { fileDriver } from './files.js';
import type { Channel, Driver, Outgoing } from './letter.js';
import { type SmsSettings, smsDriver } from './sms.js';
import { smtpDriver, type SmtpSettings } from './smtp.js';
import { wecomDriver } from './wecom.js';

export { type Channel, CHANNELS, type Letter, type Outgoing, type Sent, Undeliverable } from './letter.js';
export { smsSignature } from './sms.js';

export interface OutgoingSettings {
  readonly smtp?: SmtpSettings;
  readonly sms?: SmsSettings;
  /** Origin of the robots of WeCom groups. */
  readonly wecomOrigin?: string;
  /** Whether what has no road is written to files, as in the demo; else it is not sent at all. */
  readonly toFiles: boolean;
}

const OPENED_BY: Readonly<Record<Channel, string>> = { EMAIL: 'SMTP_URL', SMS: 'SMS_URL', WECOM: 'WECOM_ORIGIN' };

/** The roads of this installation. @param dataDir where files of the demo go, in `notices` */
export function openOutgoing({ smtp, sms, wecomOrigin, toFiles }: OutgoingSettings, dataDir: string): Outgoing {
  const mail = smtp && smtpDriver(smtp);
  const files = toFiles ? fileDriver(join(dataDir, 'notices')) : undefined;
  const drivers: Readonly<Record<Channel, Driver | undefined>> = {
    EMAIL: mail?.send ?? files,
    SMS: sms ? smsDriver(sms) : files,
    WECOM: wecomOrigin === undefined ? files : wecomDriver(wecomOrigin),
  };
  const channels = Object.keys(drivers) as Channel[];
  return {
    async send(letter) {
      const driver = drivers[letter.channel];
      if (!driver) return 'OFF';
      await driver(letter);
      return 'SENT';
    },
    closed: channels.filter((channel) => !drivers[channel]).map((channel) => `no ${channel} is sent: set ${OPENED_BY[channel]}`),
    close: () => mail?.close(),
  };
}
