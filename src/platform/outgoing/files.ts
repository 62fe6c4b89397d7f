import { mkdir, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { createTransport } from 'nodemailer';
import type { Driver, Letter } from './letter.js';
import { mailOf } from './smtp.js';

const writer = createTransport({ streamTransport: true, buffer: true });

const bytesOf = async (letter: Letter): Promise<Buffer> => {
  if (letter.channel !== 'EMAIL') return Buffer.from(`${JSON.stringify(letter, null, 2)}\n`);
  const { message } = await writer.sendMail(mailOf(letter, '融通 Rongtong <notices@rongtong.demo>', 'rongtong.demo'));
  return message as Buffer;
};

/** Writes what would be sent: mails as `.eml`, everything else as `.json`. A repetition writes the same file again. */
export const fileDriver =
  (folder: string): Driver =>
  async (letter) => {
    const path = join(folder, `${letter.key.replace(/[^A-Za-z0-9_-]/g, '')}${letter.channel === 'EMAIL' ? '.eml' : '.json'}`);
    await mkdir(folder, { recursive: true });
    await writeFile(`${path}.part`, await bytesOf(letter));
    await rename(`${path}.part`, path);
  };
