import { ANSWER_OVERDUE, ESCALATION_DUE, isTold, KINDS } from '../rules.js';
import { DEFAULT_TIMES, type Mode, sendAt, type Times } from '../times/rules.js';

/** An event as it stands in the feed of the organisation. */
export interface Happened {
  readonly eventId: string;
  readonly type: string;
  readonly subject: string;
  readonly subjectId: string;
  /** Whether it is the organisation's own doing, or its own to act upon. */
  readonly own: boolean;
}

/** What a notice says of the object. */
export interface Fact {
  readonly number: string;
  readonly counterpartyId: string;
  /** Whether the object still waits for the organisation's answer. */
  readonly waits: boolean;
}

export interface Address {
  readonly id: string;
  readonly channel: string;
}

export interface Recipient {
  readonly personId: string;
  readonly duties: readonly string[];
  readonly settings: Readonly<Record<string, { readonly mode: Mode; readonly channels: readonly string[] }>>;
  readonly times?: Times;
  /** Verified ones. */
  readonly addresses: readonly Address[];
}

/** What the organisation has said for all of its people. */
export interface House {
  readonly ownerId?: string;
  readonly groupKinds: readonly string[];
  /** Verified addresses of its group. */
  readonly group: readonly Address[];
}

export interface NewNotice {
  readonly eventId: string;
  readonly personId: string;
  readonly kind: string;
  readonly subject: string;
  readonly subjectId: string;
  readonly number: string;
  readonly counterpartyId: string;
  readonly escalated: boolean;
}

/** A notice of that place in the list goes to that address at that time. */
export interface NewItem {
  readonly notice: number;
  readonly addressId: string;
  readonly channel: string;
  /** Null for the group. */
  readonly personId: string | null;
  readonly dueAt: string;
}

export interface Plan {
  readonly notices: readonly NewNotice[];
  readonly items: readonly NewItem[];
}

const DEFAULT_CHANNELS = ['EMAIL'] as const;

/** What an event is told as, or undefined where nobody is told. */
const kindOf = ({ type, own }: Happened, fact: Fact): string | undefined => {
  if (type === ESCALATION_DUE) return fact.waits ? ANSWER_OVERDUE : undefined;
  const kind = KINDS[type];
  return kind && isTold(kind, own) ? type : undefined;
};

/** The named owner where that person is still there, else the administrators. */
const owners = (people: readonly Recipient[], { ownerId }: House): readonly Recipient[] => {
  const named = people.filter(({ personId }) => personId === ownerId);
  return named.length > 0 ? named : people.filter(({ duties }) => duties.includes('ADMIN'));
};

const toldOf = (kind: string, people: readonly Recipient[], house: House): readonly Recipient[] =>
  kind === ANSWER_OVERDUE
    ? owners(people, house)
    : people.filter((one) => one.duties.some((duty) => KINDS[kind]?.duties.includes(duty) ?? false));

/** Who is told what of these events, and which message carries it when. */
export const planOf = (
  events: readonly Happened[],
  facts: ReadonlyMap<string, Fact>,
  people: readonly Recipient[],
  house: House,
  now: string,
): Plan => {
  const notices: NewNotice[] = [];
  const items: NewItem[] = [];
  for (const event of events) {
    const fact = facts.get(event.subjectId);
    const kind = fact && kindOf(event, fact);
    if (!fact || kind === undefined) continue;
    const first = notices.length;
    for (const { personId, settings, addresses, times = DEFAULT_TIMES } of toldOf(kind, people, house)) {
      const { mode, channels } = settings[kind] ?? { mode: KINDS[kind]?.mode ?? 'AT_ONCE', channels: DEFAULT_CHANNELS };
      const dueAt = sendAt(mode, times, now);
      if (dueAt === undefined) continue;
      const { eventId, subject, subjectId } = event;
      const { number, counterpartyId } = fact;
      const notice =
        notices.push({ eventId, personId, kind, subject, subjectId, number, counterpartyId, escalated: kind === ANSWER_OVERDUE }) - 1;
      for (const { id, channel } of addresses)
        if (channels.includes(channel)) items.push({ notice, addressId: id, channel, personId, dueAt });
    }
    if (notices.length > first && house.groupKinds.includes(kind))
      for (const { id, channel } of house.group) items.push({ notice: first, addressId: id, channel, personId: null, dueAt: now });
  }
  return { notices, items };
};

/** The objects whose owner is to be told later on, where they still wait then. */
export const escalating = (events: readonly Happened[]): readonly Happened[] =>
  events.filter(({ type, own }) => own && KINDS[type]?.escalates === true);
