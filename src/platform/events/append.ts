/** What a command says that it did. Ids, status, version and names of fields only: amounts, texts and persons are read afterwards. */
export interface EventInput {
  /** UPPER_SNAKE, declared in the room's manifest. */
  readonly type: string;
  /** GraphQL type of the object that it happened to, with its uuid and its version afterwards. */
  readonly subject: string;
  readonly id: string;
  readonly version: number;
  /** Organisations whose feeds it enters, besides those with a live grant on the subject. */
  readonly parties: readonly string[];
  /** GraphQL names of the fields that changed. */
  readonly changed?: readonly string[];
  readonly status?: string;
}

export interface EventContext {
  readonly requestId: string;
  /** Business time of the command, ISO 8601. */
  readonly businessNow: string;
}

/** A statement in the command's transaction. */
export type Sql = (text: string, params: readonly unknown[]) => Promise<readonly Record<string, unknown>[]>;

/** The one statement that appends every event of a command, for a runner that batches its statements itself. */
export const appendStatement = (events: readonly EventInput[], context: EventContext): { text: string; params: readonly string[] } => ({
  text: 'select id from app.append_events($1::jsonb, $2, $3::timestamptz) as id',
  params: [JSON.stringify(events), context.requestId, context.businessNow],
});

/**
 * Appends the events of a command in its own transaction, as its organisation and actor. Call it after the root is locked: the
 * ids are taken here, so that of two commands on one root the later has the higher ids.
 * @returns the ids in the order of the events, as decimal text
 */
export async function appendEvents(sql: Sql, events: readonly EventInput[], context: EventContext): Promise<string[]> {
  if (events.length === 0) return [];
  const { text, params } = appendStatement(events, context);
  return (await sql(text, params)).map((row) => String(row.id));
}
