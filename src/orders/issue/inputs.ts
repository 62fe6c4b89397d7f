import { z } from 'zod';
import { ORDER_TYPES, type OrderType } from '../../kernel/uncodes.js';
import { organisationRefInput } from '../../parties/index.js';
import { calendarDate, idOf, listOf, text } from '../../platform/commands/index.js';
import { documentNumberInput, headerInput, lineInput, MOST_LINES } from '../content/inputs.js';

const typeCode = z.enum(Object.keys(ORDER_TYPES) as [OrderType, ...OrderType[]]);

const frameRef = z.object({ id: idOf('ord').optional(), number: documentNumberInput().optional() });

/** One order as its buyer sends it. */
export const orderInput = z.object({
  supplier: organisationRefInput,
  number: documentNumberInput(),
  typeCode: typeCode.default('220'),
  issuedOn: calendarDate().optional(),
  externalReference: text(200).optional(),
  /** Of a call-off: the frame agreement between the same parties. */
  frame: frameRef.optional(),
  header: headerInput,
  lines: listOf(lineInput, MOST_LINES),
});
export type OrderInput = z.output<typeof orderInput>;

export const issueInput = orderInput.extend({ expectedVersion: z.int().optional() });

export const bulkInput = z.object({ orders: listOf(orderInput, 500) });
