import type { Command, Result } from '../commands/command.js';
import type { Viewer } from '../auth/viewer.js';

/** What a resolver is given. Its whole work is `return ctx.run(command, input)`. */
export interface RequestContext {
  readonly viewer: Viewer;
  readonly requestId: string;
  /** The first bytes, `most` of them, of a file that the viewer may read, by its public id; undefined for any other id. */
  file(id: string, most: number): Promise<Uint8Array | undefined>;
  /**
   * Runs a command in one transaction and reads the payload's selection before the commit.
   * @returns the payload as text for the wire; its type is that of the field, so that a resolver can say what it answers
   */
  run<Input, R extends Result, Payload>(command: Command<Input, R>, input: unknown): Promise<Payload>;
}
