import { publicId } from '../../kernel/ids.js';
import { publicLink } from '../../platform/http/public-url.js';
import { type Letter, Undeliverable } from '../../platform/outgoing/index.js';
import type { DueEffect, Hands, Run } from '../../platform/queue/index.js';
import { PREFIXES } from '../subjects.js';
import { codeMessage, invitationMessage, type Message, noticeMessage } from '../texts.js';
import { deliveryPrepare, type Prepared } from './prepare.js';
import { deliverySettle, type SendOutcome } from './settle.js';

type Sayable = Extract<Prepared, { readonly nothing: false }>;

/** Where the reader finds the thing: the hub's first page, told which. */
export const linkTo = (subject: string, subjectId: string): string =>
  publicLink(PREFIXES[subject] === undefined ? '/' : `/?open=${publicId(PREFIXES[subject], subjectId)}`);

const messageOf = (said: Sayable): Message => {
  switch (said.purpose) {
    case 'NOTICE':
      return noticeMessage(
        said.told.map((one) => ({ ...one, link: linkTo(one.subject, one.subjectId) })),
        said.locale,
      );
    case 'CODE':
      return codeMessage(said.code, said.locale);
    case 'INVITATION':
      return invitationMessage({ ...said, link: publicLink(`/invitation/${said.secret}`) }, said.locale);
  }
};

/** The same key for every try of a message. */
const letterOf = (deliveryId: string, said: Sayable): Letter => ({
  channel: said.channel,
  to: said.to,
  key: publicId('ntd', deliveryId),
  ...messageOf(said),
});

const outcomeOf = async (hands: Hands, deliveryId: string, said: Prepared): Promise<SendOutcome> => {
  if (said.nothing) return 'NOTHING';
  try {
    return await hands.send(letterOf(deliveryId, said));
  } catch (error) {
    if (error instanceof Undeliverable) return error.word;
    throw error;
  }
};

/**
 * Sends one message: takes it up, lets it out with no transaction open, and keeps what became of it. Where the other side may take
 * it later the job fails, and its queue tries again; a reader may get a message twice, which its key tells.
 */
export async function deliver(job: DueEffect, run: Run, hands: Hands): Promise<void> {
  const { result, refusals } = await hands.step(deliveryPrepare, { deliveryId: job.subjectId });
  if (!result) throw Object.assign(new Error('the message could not be taken up'), { code: refusals[0]?.code });
  await run(deliverySettle, { deliveryId: job.subjectId, outcome: await outcomeOf(hands, job.subjectId, result) });
}
