import { askAs, granted, type UserError } from '../hub-client.js';

/** The two sides of the month and the operator, who moves the clock. */
export const buyer = askAs('rt_demo_buyer');
export const supplier = askAs('rt_demo_supplier');
const operator = askAs('rt_demo_operator');

export interface Amount {
  readonly amount: string;
  readonly currency: string;
}
export const shown = ({ amount, currency }: Amount): string => `${currency} ${amount}`;

export const say = (text: string): void => console.log(text);
export const head = (text: string): void => console.log(`\n== ${text}`);

type Side = typeof buyer;
let sent = 0;

/** Sends a mutation with a key of its own and answers with its payload. @throws when the hub refuses it */
export const act = async <Payload>(who: Side, run: string, name: string, selection: string, input: object): Promise<Payload> => {
  const type = `${name[0]?.toUpperCase()}${name.slice(1)}Input`;
  const query = `mutation ($input: ${type}!) { ${name}(input: $input) { ${selection} userErrors { code field message } } }`;
  const idempotencyKey = `month ${run} ${name} ${++sent}`;
  const data = await who<Record<string, Payload & { readonly userErrors: readonly UserError[] }>>(query, {
    input: { ...input, idempotencyKey },
  });
  return granted(data[name] as Payload & { readonly userErrors: readonly UserError[] });
};

interface Clock {
  readonly businessTime: string;
  readonly movable: boolean;
  readonly task: { readonly state: string } | null;
}
const clock = async (): Promise<Clock> => (await operator<{ clock: Clock }>('{ clock { businessTime movable task { state } } }')).clock;

const DAY_MS = 86_400_000;
const ZONE_MS = 8 * 3_600_000;

/** The day of an instant in Shanghai. */
export const dayOf = (instant: string): string => new Date(Date.parse(instant) + ZONE_MS).toISOString().slice(0, 10);

/** The day on which it is now, in business time. */
export const today = async (): Promise<string> => dayOf((await clock()).businessTime);

export const plus = (day: string, days: number): string => new Date(Date.parse(day) + days * DAY_MS).toISOString().slice(0, 10);

/** Lets the business clock go to ten o'clock of a day, with everything that falls due on the way. */
export const goTo = async (run: string, day: string): Promise<void> => {
  head(`the clock goes to ${day}`);
  await act(operator, run, 'clockAdvance', 'task { state }', { to: `${day}T02:00:00.000Z` });
  while ((await clock()).task?.state === 'RUNNING') await new Promise((resolve) => setTimeout(resolve, 100));
};
