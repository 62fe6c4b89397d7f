/** An effect that is due: a job's data, and the key of its row in `app.effect_due`. Ids only: nothing of a document is ever in a queue. */
export interface DueEffect {
  readonly consumer: string;
  /** As whom the job acts. */
  readonly orgId: string;
  /** A bigint as decimal text. */
  readonly eventId: string;
  /** The uuid of what the event is about. */
  readonly subjectId: string;
}

/**
 * Which due rows one run takes: its own; all of its subject; or all of its organisation. Runs that take more than their own never
 * overlap for the same subject or organisation, so that the last one has computed from the newest state.
 */
export type Taking = 'one' | 'subject' | 'organisation';

export interface Effect extends DueEffect {
  /** 'one' when absent. */
  readonly takes?: Taking;
}

const SCOPE: Readonly<Record<Taking, string>> = { one: 'event_id = $3', subject: 'subject_id = $3', organisation: '$3::text is null' };

/** The value that the rows of one run share. */
const sharedBy = (effect: Effect, takes: Taking): string | null =>
  takes === 'one' ? effect.eventId : takes === 'subject' ? effect.subjectId : null;

/**
 * Deletes the due rows that this transaction is the effect of. A transaction that wants some of the same waits here until this one
 * is over, and what it reads afterwards is as this one left it. No row: the effect was had before and nothing must happen.
 */
export const effectStatement = (effect: Effect): { readonly text: string; readonly params: readonly unknown[] } => {
  const takes = effect.takes ?? 'one';
  return {
    text: `delete from app.effect_due where consumer = $1 and org_id = $2 and ${SCOPE[takes]} returning 1 as due`,
    params: [effect.consumer, effect.orgId, sharedBy(effect, takes)],
  };
};
