import type { Proposed } from '../change/rules.js';
import { apply, deltaOf } from '../diff/rules.js';
import { otherSide, type Side } from '../lifecycle/rules.js';
import type { Sitting } from '../store/load.js';
import { adopt, conclude, putForward, replace, type Said } from '../store/write.js';

/** Sides whose proposals stay open, the oldest first, when those given are gone. */
export const stillOpen = (s: Sitting, ...gone: readonly Side[]): readonly Side[] =>
  (Object.keys(s.open) as Side[]).filter((side) => !gone.includes(side));

type Enacted = { readonly outcome: 'ACCEPTED' | 'REPLACED' | 'PROPOSED'; readonly proposalId: string | null };

const accepted = async (s: Sitting, { to, next, rest }: Extract<Proposed, { kind: 'ACCEPTS' }>, said: Said): Promise<Enacted> => {
  const theirs = s.open[otherSide(s.side)];
  if (theirs === undefined) return { outcome: 'ACCEPTED', proposalId: null };
  await adopt(s, theirs, deltaOf(s.loaded.content, next));
  if (rest === undefined || to === 'CANCELLED') {
    conclude(s, { status: to, open: [], asks: false, event: to === 'CANCELLED' ? 'ORDER_CANCELLED' : 'ORDER_ACCEPTED' });
    return { outcome: 'ACCEPTED', proposalId: theirs.id };
  }
  // What is proposed beyond stands on the revision just made, which the database must know first.
  s.order.status = to;
  await s.ctx.flush();
  await putForward(s, apply(next, rest), rest, said, next);
  conclude(s, { status: to, open: [s.side], asks: true, event: 'ORDER_ACCEPTED' });
  return { outcome: 'ACCEPTED', proposalId: theirs.id };
};

/** Writes what the rules made of a proposal. */
export const enact = async (s: Sitting, proposed: Proposed, said: Said): Promise<Enacted> => {
  if (proposed.kind === 'ACCEPTS') return accepted(s, proposed, said);
  const { to, next, delta } = proposed;
  if (proposed.kind === 'REPLACES') {
    await replace(s, next, delta);
    const cancelled = to === 'CANCELLED';
    conclude(s, {
      status: to,
      open: [],
      asks: !cancelled,
      event: cancelled ? 'ORDER_CANCELLED' : 'ORDER_REPLACED',
      changed: ['status', 'revision', 'lines'],
    });
    return { outcome: 'REPLACED', proposalId: null };
  }
  const proposalId = await putForward(s, next, delta, said);
  conclude(s, { status: to, open: [...stillOpen(s, s.side), s.side], asks: true });
  return { outcome: 'PROPOSED', proposalId };
};
