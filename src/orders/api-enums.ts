import { codedEnum, describedEnum } from '../platform/graphql/described-enum.js';

export const OrderSide = describedEnum('OrderSide', 'On which side of an order an organisation stands.', {
  BUYER: 'Orders.',
  SUPPLIER: 'Delivers.',
});

export const OrderStatus = describedEnum('OrderStatus', 'Where an order stands.', {
  ISSUED: "An offer of the buyer awaits the supplier's answer.",
  ACKNOWLEDGED: 'The supplier has received it; an answer follows (AB).',
  COUNTERED: 'The supplier proposes changes (CA), which await the buyer.',
  IN_FORCE: 'Both sides have agreed.',
  REFUSED: 'The supplier has refused it (RE). The end.',
  CANCELLED: 'It was taken back, or both have agreed on its end. The end.',
});

export const OrderType = codedEnum('OrderType', 'Kind of an order, UN/EDIFACT 1001.', {
  PURCHASE_ORDER: ['105', 'Purchase order (105).'],
  ORDER: ['220', 'Order (220).'],
  FRAME: ['221', 'Frame agreement, from which call-offs draw (221, blanket order).'],
  CALL_OFF: ['226', 'Call-off from a frame agreement (226).'],
  CONSIGNMENT: ['227', 'Consignment order (227).'],
});

export const OrderLineState = describedEnum('OrderLineState', 'Whether a line counts.', {
  ACTIVE: 'To be delivered.',
  ENDED: 'Taken out by agreement; it stays to be seen.',
  REFUSED: 'Not accepted by the supplier; it stays to be seen.',
});

export const OrderResponseCode = describedEnum('OrderResponseCode', 'Answer to an order as a whole, UN/EDIFACT 4343.', {
  AB: 'Received; another answer follows.',
  AP: 'Accepted as it is.',
  RE: 'Rejected.',
  CA: 'Accepted with changes: every line is answered.',
});

export const OrderLineAnswer = codedEnum('OrderLineAnswer', 'Answer to one line, UN/EDIFACT 1229.', {
  ADDED: ['1', 'A line that the supplier adds (1).'],
  CHANGED: ['3', 'Accepted with a change (3).'],
  ACCEPTED: ['5', 'Accepted as it is (5).'],
  NOT_ACCEPTED: ['7', 'Not accepted (7).'],
  ALREADY_DELIVERED: ['42', 'Already delivered as ordered (42).'],
});

export const OrderLineAction = codedEnum('OrderLineAction', 'What a change does to a line, UN/EDIFACT 1229.', {
  ADD: ['1', 'Adds it (1).'],
  END: ['2', 'Ends it (2).'],
  CHANGE: ['3', 'Changes what is given (3).'],
  NO_ACTION: ['4', 'Leaves it as it is (4).'],
  REOPEN: ['74', 'Makes an ended or refused line active again, with what is given (74).'],
});

export const OrderOtherLines = describedEnum('OrderOtherLines', 'What becomes of lines that a change does not name.', {
  KEEP: 'They stay as they are.',
  END: 'They end: the lines given are all that is to be left.',
});

export const OrderDecision = describedEnum('OrderDecision', 'A decision on a proposal of the other side.', {
  ACCEPT: 'It becomes the next revision, in force.',
  REFUSE: 'It is turned down; the order stays as it is.',
});

export const OrderProposalStatus = describedEnum('OrderProposalStatus', 'What became of a proposal.', {
  OPEN: "It awaits the other side's decision.",
  ACCEPTED: 'It is a revision of the order.',
  REFUSED: 'The other side turned it down.',
  WITHDRAWN: 'Its own side took it back.',
  LAPSED: 'Another proposal took its place, or its base or its order came to an end.',
});

export const OrderLineChangeKind = describedEnum('OrderLineChangeKind', 'How a line changes.', {
  ADDED: 'It is new.',
  CHANGED: 'Some of its fields change.',
  ENDED: 'It ends.',
  REFUSED: 'The supplier does not accept it.',
  REOPENED: 'It counts again.',
});

export const OrderRevisionOrigin = describedEnum('OrderRevisionOrigin', 'How a revision came about.', {
  ISSUED: 'The first offer.',
  REPLACED: 'The buyer put another offer in the place of one that was not agreed.',
  CHANGED: 'The other side accepted a proposal.',
});

export const OrderResponseOutcome = describedEnum('OrderResponseOutcome', 'What an answer came to.', {
  NOTED: 'Nothing but that it was received.',
  ACCEPTED: 'The order is in force.',
  REFUSED: 'The order ended.',
  COUNTERED: 'A proposal of the supplier awaits the buyer.',
  CHANGE_ACCEPTED: "The buyer's change is in force.",
  CHANGE_REFUSED: 'The order stays as it was.',
});

export const OrderOutcome = describedEnum('OrderOutcome', 'What a document came to.', {
  ISSUED: 'A new order.',
  UNCHANGED: 'Nothing: it says what stands already.',
  REPLACED: 'The offer is another one from now on.',
  PROPOSED: 'A proposal awaits the other side.',
  ACCEPTED: 'What the other side proposed is in force.',
  REFUSED: 'What the other side proposed was turned down.',
  WITHDRAWN: "A proposal of one's own was taken back.",
  CANCELLED: 'The order ended.',
  NOTED: 'It was recorded.',
  COUNTERED: 'A proposal of the supplier awaits the buyer.',
  CHANGE_ACCEPTED: "The buyer's change is in force.",
  CHANGE_REFUSED: 'The order stays as it was.',
});

export const OrderAction = describedEnum('OrderAction', 'What a party may do with an order.', {
  ACKNOWLEDGE: 'Confirm receipt: `orderRespond` with AB.',
  ACCEPT: 'Accept: `orderRespond` with AP.',
  REFUSE: 'Refuse: `orderRespond` with RE.',
  COUNTER: 'Accept with changes: `orderRespond` with CA.',
  REPLACE_OFFER: 'Put another offer in its place: `orderIssue` with the same number, or `orderProposeChange`.',
  CANCEL: 'Take the offer back: `orderCancel`.',
  PROPOSE_CHANGE: 'Propose a change: `orderProposeChange`.',
  PROPOSE_END: 'Propose the end of the order: `orderCancel`.',
  ACCEPT_CHANGE: "Accept the other side's proposal: `orderDecideChange`.",
  ACCEPT_END: "Accept the other side's proposal to end the order: `orderDecideChange`.",
  REFUSE_CHANGE: "Turn the other side's proposal down: `orderDecideChange`.",
  WITHDRAW_CHANGE: 'Take the own proposal back: `orderWithdrawChange`.',
});

export const OrderProposalAction = describedEnum('OrderProposalAction', 'What a party may do with a proposal.', {
  ACCEPT: 'Accept it: `orderDecideChange`.',
  REFUSE: 'Turn it down: `orderDecideChange`.',
  WITHDRAW: 'Take it back: `orderWithdrawChange`.',
});

export const OrderSort = describedEnum('OrderSort', 'In which order to list orders.', {
  NEWEST: 'Entered last first.',
  OLDEST: 'Entered first first.',
  ISSUED_LAST: 'By day of the document, latest first.',
  ISSUED_FIRST: 'By day of the document, earliest first.',
});

export const DisclosureSide = describedEnum('DisclosureSide', 'On which side of a disclosure an organisation stands.', {
  GRANTOR: 'Shows an order of its own.',
  GRANTEE: 'Is shown an order of others.',
});
