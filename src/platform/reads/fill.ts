import type { Plan } from './plan.js';
import type { Run } from './run.js';
import { FILL, HIDDEN } from './sql-text.js';

export interface Filled {
  readonly text: string;
  /** Something that the schema promises is not visible; null stands in its place. */
  readonly hidden: boolean;
}

/** Puts computed values into the places that the text from the database left open. Nothing else of it is parsed. */
export const filled = (plan: Plan, text: string, run: Run, root: unknown): Filled => {
  if (!text.includes(FILL)) return { text, hidden: false };
  const parts = text.split(FILL);
  let hidden = false;
  for (let index = 1; index < parts.length; index += 2) {
    const part = parts[index] ?? '';
    if (part === HIDDEN) {
      hidden = true;
      parts[index] = 'null';
      continue;
    }
    const cut = part.indexOf(':');
    const filler = plan.fillers[Number(part.slice(0, cut))];
    parts[index] = filler?.(JSON.parse(part.slice(cut + 1)) as unknown[], run, root) ?? 'null';
  }
  return { text: parts.join(''), hidden };
};
