import { type Driver, Undeliverable } from './letter.js';
import { post } from './post.js';

/** What the robot of a group answers when its key is unknown or gone. */
const UNKNOWN_ROBOT = 93_000;
const MOST_BYTES = 2_048;

const cut = (text: string): string => {
  let kept = text;
  while (Buffer.byteLength(kept) > MOST_BYTES) kept = [...kept].slice(0, -1).join('');
  return kept;
};

const codeIn = (answer: string): number => {
  const { errcode } = JSON.parse(answer) as { errcode?: unknown };
  return typeof errcode === 'number' ? errcode : Number.NaN;
};

/**
 * The robot of a WeCom group. Users give its key only, so that no address of theirs is ever called.
 * @param origin of the operator's setting
 */
export const wecomDriver =
  (origin: string): Driver =>
  async ({ to, subject, text }) => {
    const url = `${origin}/cgi-bin/webhook/send?key=${encodeURIComponent(to)}`;
    const code = codeIn(await post(url, JSON.stringify({ msgtype: 'text', text: { content: cut(`${subject}\n${text}`) } })));
    if (code === UNKNOWN_ROBOT) throw new Undeliverable('ADDRESS_REFUSED');
    if (code !== 0) throw new Error(`the robot answered ${code}`);
  };
