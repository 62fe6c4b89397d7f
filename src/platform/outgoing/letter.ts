/** By which road a message goes out. */
export const CHANNELS = ['EMAIL', 'SMS', 'WECOM'] as const;
export type Channel = (typeof CHANNELS)[number];

/** One message to one address, ready to go. */
export interface Letter {
  readonly channel: Channel;
  /** An e-mail address; a telephone number with its country, `+8613800000000`; the key of a WeCom group robot. */
  readonly to: string;
  /** One line. */
  readonly subject: string;
  readonly text: string;
  /** The same for every try, so that a server can tell a repetition: 1 to 64 letters, digits, `-` and `_`. */
  readonly key: string;
}

/** OFF: this installation has no such road. */
export type Sent = 'SENT' | 'OFF';

/** The other side has said no and would say so again. `word` is for the log and the reader, never what the server wrote. */
export class Undeliverable extends Error {
  constructor(readonly word: 'ADDRESS_REFUSED' | 'MESSAGE_REFUSED') {
    super(word);
    this.name = 'Undeliverable';
  }
}

/** Sends, or throws: Undeliverable where trying again is of no use, any other error where it may be. Never inside a transaction. */
export type Driver = (letter: Letter) => Promise<void>;

export interface Outgoing {
  send(letter: Letter): Promise<Sent>;
  /** Roads that are closed here, each with the setting that opens it. */
  readonly closed: readonly string[];
  close(): void;
}
