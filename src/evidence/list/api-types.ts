import { Field, ID, InputType, Int, ObjectType } from 'type-graphql';
import { Organisation } from '../../parties/index.js';
import { connectionOf } from '../../platform/graphql/connection.js';
import { describedEnum } from '../../platform/graphql/described-enum.js';
import { Node } from '../../platform/graphql/node.js';
import { CalendarDate, DateTime } from '../../platform/graphql/scalars.js';
import { Payload } from '../../platform/graphql/user-error.js';
import { AttachmentKind } from '../attachment/api-types.js';

const PARTS = {
  CONTRACT: 'The trade agreement under which the invoice was written.',
  ORDER: 'An order, in the revision that both sides agreed on.',
  DESPATCH: 'A despatch advice of goods that the invoice claims.',
  RECEIPT: 'A receipt advice of goods that the invoice claims.',
  ACCEPTANCE: 'An acceptance of goods that the invoice claims.',
  INVOICE: 'The invoice itself.',
  CREDIT_NOTE: 'A credit note or red invoice on it.',
};

const EvidencePartKind = describedEnum('EvidencePartKind', 'A kind of document on which an invoice rests.', PARTS);
const EvidenceSource = describedEnum('EvidenceSource', 'Where a compared value stands.', {
  ...PARTS,
  FILE: 'A file beside one of the documents.',
});
const EvidenceRule = describedEnum('EvidenceRule', 'What is compared across the documents of an invoice.', {
  DOCUMENTS_THERE: 'Whether there is a document of the kind; the value is its version.',
  PARTIES: 'Buyer and supplier, by legal name and unified social credit code.',
  CURRENCY: 'The currency of contract, order and invoice.',
  ITEM: "The item of a line: by the buyer's code where both have one, else by name.",
  QUANTITY_ORDERED: "That no more is invoiced than was ordered, in the unit of the order's line.",
  QUANTITY_RECEIVED: 'That as much is invoiced as the line claims of receipts.',
  QUANTITY_ACCEPTED: 'That as much is invoiced as was accepted of it and not sent back.',
  PRICE: "The price of one unit of the order's line without tax.",
  TAX_RATE: 'The tax rate in percent.',
  LINE_AMOUNT: 'The amount of a line without tax, as order and quantity give it, to the cent.',
  TOTAL: 'That the figures of the invoice add up.',
  DATES: 'That the first day is not after the second.',
  PAPER: 'Whether a signed or issued paper lies beside the documents.',
});
const EvidenceVerdict = describedEnum('EvidenceVerdict', 'What a comparison came to.', {
  AGREES: 'The values agree.',
  DIFFERS: 'The values differ.',
  MISSING: 'One of the values is not there.',
});
const EvidenceChangeKind = describedEnum('EvidenceChangeKind', 'How a document is not as it was sealed.', {
  CHANGED: 'It says something else.',
  GONE: 'It is no longer among the evidence.',
  ADDED: 'It came to the evidence.',
});

@ObjectType({ description: 'A document on which an invoice rests.' })
export class EvidencePart {
  @Field(() => EvidencePartKind, { description: 'Its kind.' })
  kind!: string;

  @Field(() => ID, { description: 'The document.' })
  id!: string;

  @Field({ nullable: true, description: 'Its number.' })
  number?: string;

  @Field(() => CalendarDate, { nullable: true, description: 'Its day: of signing, issue, despatch, receipt or acceptance.' })
  date?: string;

  @Field(() => Int, { nullable: true, description: 'Its version; of an order, the agreed revision; null where it never changes.' })
  version?: number;

  @Field({ description: 'SHA-256 of `content` in UTF-8, in hex.' })
  sha256!: string;

  @Field({
    description:
      'What it says, as canonical JSON (RFC 8785): names in order, no blanks, figures and days as text, empty fields left out. States and counters are no part of it.',
  })
  content!: string;
}

@ObjectType({ description: 'A file beside one of the documents.' })
export class EvidenceFile {
  @Field(() => ID, { description: 'The attachment.' })
  id!: string;

  @Field(() => AttachmentKind, { description: 'What it is.' })
  kind!: string;

  @Field(() => EvidencePartKind, { description: 'Kind of the document beside which it lies.' })
  on!: string;

  @Field({ nullable: true, description: 'Number of that document.' })
  onNumber?: string;

  @Field({ description: 'Its name.' })
  name!: string;

  @Field({ description: 'SHA-256 of its bytes, in hex.' })
  sha256!: string;

  @Field(() => CalendarDate, { description: 'The day on which it was attached.' })
  date!: string;

  @Field({ description: 'Whether its owner said that it counts no more.' })
  superseded!: boolean;
}

@ObjectType({ description: 'One side of a comparison.' })
export class EvidenceCompared {
  @Field(() => EvidenceSource, { description: 'Where the value stands.' })
  part!: string;

  @Field({ nullable: true, description: 'Number of the document.' })
  number?: string;

  @Field({ nullable: true, description: 'The value; null where the document does not say it.' })
  value?: string;
}

@ObjectType({ description: 'One comparison across the documents of an invoice.' })
export class EvidenceCheck {
  @Field(() => EvidenceRule, { description: 'What is compared.' })
  rule!: string;

  @Field({ nullable: true, description: 'Line of the invoice, or number of the document, that it is about; null for the whole.' })
  subject?: string;

  @Field(() => EvidenceVerdict, { description: 'What it came to.' })
  verdict!: string;

  @Field(() => [EvidenceCompared], { description: 'The values, side by side.' })
  compared!: EvidenceCompared[];

  @Field(() => [EvidenceSource], { description: 'What is not there; empty unless the verdict is MISSING.' })
  missing!: string[];
}

@ObjectType({ description: 'The evidence of an invoice as the documents stand now, worked out anew at each reading.' })
export class InvoiceEvidence {
  @Field({ description: 'Whether nothing differs and nothing is missing.' })
  complete!: boolean;

  @Field({ description: 'SHA-256 of the list as it would be sealed now, in hex.' })
  sha256!: string;

  @Field(() => [EvidencePart], { description: 'The documents, in the order of trade.' })
  parts!: EvidencePart[];

  @Field(() => [EvidenceFile], { description: 'The files beside them.' })
  files!: EvidenceFile[];

  @Field(() => [EvidenceCheck], { description: 'Names, items, amounts, quantities and days compared across the documents.' })
  checks!: EvidenceCheck[];
}

@ObjectType({ description: 'A document that is not as it was sealed.' })
export class EvidenceChange {
  @Field(() => EvidenceChangeKind, { description: 'How.' })
  change!: string;

  @Field(() => EvidenceSource, { description: 'Its kind.' })
  kind!: string;

  @Field(() => ID, { description: 'The document or attachment.' })
  id!: string;

  @Field({ nullable: true, description: 'Its number, or the name of a file.' })
  number?: string;
}

@ObjectType({ implements: Node, description: 'The evidence of an invoice as it stood when one side sealed it. Never changes.' })
export class EvidenceSeal extends Node {
  @Field(() => Organisation, { description: 'Who sealed it.' })
  owner!: Organisation;

  @Field({ description: 'The list as canonical JSON: documents and files with their digests, and the verdicts.' })
  list!: string;

  @Field({ description: 'SHA-256 of the list in UTF-8, in hex.' })
  sha256!: string;

  @Field(() => [EvidenceChange], { description: 'Which documents are not as they were then; empty where all stand as sealed.' })
  changes!: EvidenceChange[];

  @Field(() => DateTime, { description: 'When, in real time.' })
  at!: string;

  @Field(() => DateTime, { description: 'When, in business time.' })
  businessTime!: string;
}

export const EvidenceSealConnection = connectionOf('EvidenceSeal', () => EvidenceSeal);

@InputType({ description: 'An invoice whose evidence is to be sealed.' })
export class EvidenceSealInput {
  @Field({ description: 'Key of this call; the same key again gives the same answer. Up to 100 characters.' })
  idempotencyKey!: string;

  @Field(() => ID, { description: 'The invoice.' })
  invoiceId!: string;
}

@ObjectType({ description: 'What came of sealing.' })
export class EvidenceSealPayload extends Payload {
  @Field(() => EvidenceSeal, { nullable: true, description: 'The sealed list; null when refused.' })
  seal?: EvidenceSeal;
}
