/** What a read needs to know of who asks. */
export interface ReadViewer {
  readonly orgId: string;
  readonly actorId: string;
  readonly scopes: ReadonlySet<string>;
  readonly onlyOrder?: string;
}

/** One execution of a plan. */
export interface Run {
  readonly viewer: ReadViewer;
  /** Coerced arguments by number of the site. */
  readonly args: readonly Readonly<Record<string, unknown>>[];
}
