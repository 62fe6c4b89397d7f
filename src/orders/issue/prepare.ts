import { dateIn } from '../../kernel/date.js';
import { ok, refused, type Refusal, type Verdict } from '../../kernel/refusal.js';
import { fingerprint } from '../../kernel/text.js';
import { CALL_OFF, type OrderType } from '../../kernel/uncodes.js';
import type { CommandContext } from '../../platform/commands/index.js';
import { contentFaults } from '../check/rules.js';
import { headerContentOf, lineOf } from '../content/inputs.js';
import type { OrderContent } from '../content/rules.js';
import { frameFacts, withDrawn } from '../frame/check.js';
import { calledFrom, callOffFaults, type FrameFacts } from '../frame/rules.js';
import type { Order } from '../model.js';
import type { Loaded } from '../store/load.js';
import type { OrderInput } from './inputs.js';
import { keyOf, type Survey, survey } from './survey.js';

/** An order ready to be written. */
export interface Draft {
  readonly id: string;
  readonly supplierId: string;
  readonly agreementId?: string;
  readonly answerHours: number;
  readonly number: string;
  readonly numberKey: string;
  readonly typeCode: OrderType;
  readonly issuedOn: string;
  readonly externalReference?: string;
  readonly content: OrderContent;
  readonly frame?: { readonly order: Order; readonly loaded: Loaded };
}

/** What becomes of one order of the request: a new one, one that stands already, or refusals. */
export type Prepared =
  | { readonly kind: 'NEW'; readonly draft: Draft }
  | { readonly kind: 'KNOWN'; readonly order: Order; readonly content: OrderContent }
  | { readonly kind: 'REFUSED'; readonly refusals: readonly Refusal[] };

const refusal = (...refusals: readonly Refusal[]): Prepared => ({ kind: 'REFUSED', refusals });

const DEFAULT_HOURS = 48;

type Frame = NonNullable<Draft['frame']>;

/** The frame that a call-off names, where it is one between the same parties. */
const frameOf = (found: Survey, input: OrderInput, supplierId: string): Verdict<Frame | undefined> => {
  if ((input.typeCode === CALL_OFF) !== (input.frame !== undefined)) return refused({ code: 'FRAME_REQUIRED', field: ['frame'] });
  if (input.frame === undefined) return ok(undefined);
  const { id, number } = input.frame;
  const order = id === undefined ? found.orderByKey.get(keyOf(supplierId, number ?? '')) : found.orderById.get(id);
  const loaded = order && found.frames.get(order.id);
  return order && loaded && order.supplierId === supplierId
    ? ok({ order, loaded })
    : refused({ code: 'NOT_FOUND', field: ['frame', id === undefined ? 'number' : 'id'] });
};

/** What the orders before this one in the request have used up. */
interface Used {
  readonly keys: Set<string>;
  readonly references: Set<string>;
  readonly frames: Map<string, FrameFacts>;
}

/** Draws a new call-off on its frame, after those before it in the request. */
const draw = (used: Used, frame: Frame, content: OrderContent, issuedOn: string): readonly Refusal[] => {
  const facts = used.frames.get(frame.order.id) ?? frameFacts(frame.order, frame.loaded);
  const faults = callOffFaults(facts, content, issuedOn);
  if (faults.length === 0) used.frames.set(frame.order.id, withDrawn(facts, content));
  return faults;
};

const referenced = (used: Used, found: Survey, reference: string | undefined): readonly Refusal[] => {
  if (reference === undefined) return [];
  if (found.takenReferences.has(reference) || used.references.has(reference))
    return [{ code: 'EXTERNAL_REFERENCE_TAKEN', field: ['externalReference'] }];
  used.references.add(reference);
  return [];
};

const contentOf = (input: OrderInput, frame: Frame | undefined, day: string): OrderContent => {
  const told: OrderContent = { header: headerContentOf(input.header), lines: input.lines.map(lineOf) };
  return frame === undefined ? told : calledFrom(frame.loaded.content, told, day);
};

/** Only the supplier promises days. */
const promisedByBuyer = ({ lines }: OrderContent): readonly Refusal[] =>
  lines.flatMap((line, i) =>
    line.schedules.some((one) => one.promisedFrom ?? one.promisedTo)
      ? [{ code: 'PROMISE_ONLY_BY_SUPPLIER', field: ['lines', String(i)] }]
      : [],
  );

const identified = (ctx: CommandContext, used: Used, input: OrderInput, supplierId: string): readonly Refusal[] => {
  if (supplierId === ctx.viewer.orgId) return [{ code: 'ORDER_WITH_ONESELF', field: ['supplier'] }];
  if (fingerprint(input.number) === '') return [{ code: 'INVALID_VALUE', field: ['number'] }];
  const key = keyOf(supplierId, input.number);
  if (used.keys.has(key)) return [{ code: 'ORDER_REPEATED', field: ['number'], params: { number: input.number } }];
  used.keys.add(key);
  return [];
};

const look = (ctx: CommandContext, found: Survey, used: Used, input: OrderInput): Prepared => {
  const supplier = found.supplierOf(input);
  if (!supplier.ok) return refusal(...supplier.refusals);
  const supplierId = supplier.value;
  const identity = identified(ctx, used, input, supplierId);
  if (identity.length > 0) return refusal(...identity);
  const frame = frameOf(found, input, supplierId);
  if (!frame.ok) return refusal(...frame.refusals);
  const known = found.orderByKey.get(keyOf(supplierId, input.number));
  const issuedOn = input.issuedOn ?? dateIn(ctx.businessNow);
  const content = contentOf(input, frame.value, known?.issuedOn ?? issuedOn);
  const faults = [...contentFaults(content, input.typeCode), ...promisedByBuyer(content)];
  if (faults.length > 0) return refusal(...faults);
  if (known) return { kind: 'KNOWN', order: known, content };
  const against = [...(frame.value ? draw(used, frame.value, content, issuedOn) : []), ...referenced(used, found, input.externalReference)];
  if (against.length > 0) return refusal(...against);
  const agreement = found.agreements.get(supplierId);
  const { number, typeCode, externalReference } = input;
  return {
    kind: 'NEW',
    draft: {
      id: ctx.newId(),
      supplierId,
      number,
      numberKey: fingerprint(number),
      typeCode,
      issuedOn,
      externalReference,
      content,
      agreementId: agreement?.id,
      answerHours: agreement?.answer_hours ?? DEFAULT_HOURS,
      ...(frame.value ? { frame: frame.value } : {}),
    },
  };
};

/** Looks at every order of a request. Frames are drawn on in the order of the request. */
export const prepare = async (ctx: CommandContext, inputs: readonly OrderInput[]): Promise<readonly Prepared[]> => {
  const found = await survey(ctx, inputs);
  const used: Used = { keys: new Set(), references: new Set(), frames: new Map() };
  return inputs.map((input) => look(ctx, found, used, input));
};
