import type { Clarification, TradeDocument } from '../document/index.js';
import { INVOICE_RESPONSE } from '../response.js';
import type { ClarificationTerms } from '../translate/bill-message.js';
import { known } from '../translate/lines.js';
import type { Identity } from './document.js';
import { partyOf, type Sides } from './party.js';

export interface ResponseFacts {
  readonly code: string;
  readonly part?: boolean;
  readonly reasons?: readonly string[];
  readonly actions?: readonly string[];
  readonly clarifications?: readonly ClarificationTerms[];
  readonly note?: string;
  readonly invoice: string;
  readonly invoiceOn?: string;
  readonly invoiceType?: string;
}

const LISTS = { REASON: 'OPStatusReason', ACTION: 'OPStatusAction' } as const;
/** What these reasons are said with, where nobody has said more (PEPPOL-T111-R002, R004). */
const SAID: Readonly<Record<string, string>> = { OTH: 'Other reason', PPD: 'Paid in part' };

const clarificationOf = ({ list, code, text, conditions }: ClarificationTerms): Clarification =>
  known({
    code: { value: code, list: LISTS[list] },
    reasons: text === undefined && SAID[code] === undefined ? undefined : [text ?? SAID[code] ?? ''],
    conditions: conditions?.length
      ? conditions.map(({ attribute, value }) => ({ attribute: { value: attribute }, descriptions: [value] }))
      : undefined,
  });

/** Everything that is given as a reason or asked for, each once: with its words where it has some. */
const clarifications = ({ clarifications: told = [], reasons = [], actions = [] }: ResponseFacts): readonly ClarificationTerms[] => {
  const bare = (list: ClarificationTerms['list'], codes: readonly string[]): ClarificationTerms[] =>
    codes.filter((code) => !told.some((one) => one.list === list && one.code === code)).map((code) => ({ list, code }));
  return [...told, ...bare('REASON', reasons), ...bare('ACTION', actions)];
};

export const responseDocument = ({ number, issuedOn }: Identity, { buyer, seller }: Sides, facts: ResponseFacts): TradeDocument => {
  const told = clarifications(facts).map(clarificationOf);
  return known({
    customization: { value: INVOICE_RESPONSE },
    profile: { value: 'urn:fdc:peppol.eu:poacc:bis:invoice_response:3' },
    number: { value: number },
    issueDate: issuedOn,
    remarks: facts.note === undefined ? undefined : [{ value: facts.note }],
    senderParty: partyOf(buyer),
    receiverParty: partyOf(seller),
    responses: [
      {
        response: known({ code: { value: facts.code }, clarifications: told.length > 0 ? told : undefined }),
        documents: [known({ id: { value: facts.invoice }, issueDate: facts.invoiceOn, typeCode: { value: facts.invoiceType ?? '380' } })],
      },
    ],
  });
};
