/** Something that must be answered in time: at `dueAt` of business time an event of type `kind` tells every party. */
export interface NewDeadline {
  /** Type of the event that it becomes, UPPER_SNAKE, declared in the room's manifest. */
  readonly kind: string;
  /** ISO 8601 instant of business time. One in the past falls due at once. */
  readonly dueAt: string;
  /** GraphQL type of the object, its uuid, and its version when the deadline was set. */
  readonly subject: string;
  readonly subjectId: string;
  readonly version: number;
  /** Who must act. */
  readonly orgId: string;
  /** Who is told: the acting organisation and `orgId` are among them. */
  readonly parties: readonly string[];
}

interface Statement {
  readonly text: string;
  readonly params: readonly unknown[];
}

/** Sets deadlines. There is one of a kind per subject and organisation: setting it again moves it. */
export const deadlineStatement = (deadlines: readonly NewDeadline[]): Statement => ({
  text: `insert into app.deadline (due_at, kind, subject, subject_id, subject_version, org_id, parties)
     select "dueAt", kind, subject, "subjectId", version, "orgId", parties
     from jsonb_to_recordset($1::jsonb)
       as d("dueAt" timestamptz, kind text, subject text, "subjectId" uuid, version integer, "orgId" uuid, parties uuid[])
     on conflict (subject_id, kind, org_id)
       do update set due_at = excluded.due_at, subject_version = excluded.subject_version, parties = excluded.parties`,
  params: [JSON.stringify(deadlines)],
});

/** Takes back the deadlines of a subject, all or those of some kinds: what they waited for has happened. */
export const clearStatement = (subjectId: string, kinds?: readonly string[]): Statement => ({
  text: 'delete from app.deadline where subject_id = $1 and ($2::text[] is null or kind = any($2))',
  params: [subjectId, kinds ?? null],
});
