/* eslint-disable */
import * as types from './graphql';
import type { TypedDocumentNode as DocumentNode } from '@graphql-typed-document-node/core';

/**
 * Map of all GraphQL operations in the project.
 *
 * This map has several performance disadvantages:
 * 1. It is not tree-shakeable, so it will include all operations in the project.
 * 2. It is not minifiable, so the string of a GraphQL query will be multiple times inside the bundle.
 * 3. It does not support dead code elimination, so it will add unused operations.
 *
 * Therefore it is highly recommended to use the babel or swc plugin for production.
 * Learn more about it here: https://the-guild.dev/graphql/codegen/plugins/presets/preset-client#reducing-bundle-size
 */
type Documents = {
    "\n  query Standing {\n    viewer {\n      feedCursor\n      scopes\n      duties\n      organisation {\n        id\n        nameZh\n        nameEn\n        legalName\n        roles\n      }\n      person {\n        id\n        name\n      }\n    }\n  }\n": typeof types.StandingDocument,
    "\n  query PaletteFind($as: OrderSide!, $number: String!) {\n    orders(as: $as, first: 8, filter: { number: $number }) {\n      nodes {\n        ...OrderRow\n      }\n    }\n  }\n": typeof types.PaletteFindDocument,
    "\n  subscription FeedFollow($after: Cursor) {\n    feed(after: $after) {\n      cursor\n      kind\n      event {\n        id\n        type\n        subjectType\n        subjectId\n        version\n        status\n      }\n      node {\n        id\n        ...OrderRow\n      }\n    }\n  }\n": typeof types.FeedFollowDocument,
    "\n  query Orders($as: OrderSide!, $after: Cursor, $filter: OrderFilter) {\n    orders(as: $as, first: 100, after: $after, filter: $filter) {\n      nodes {\n        ...OrderRow\n      }\n      pageInfo {\n        endCursor\n        hasNextPage\n      }\n    }\n  }\n": typeof types.OrdersDocument,
    "\n  query OrderPage($id: ID!) {\n    order(by: { id: $id }) {\n      ...OrderRow\n      note\n      salesOrderNumber\n      buyerReference\n      allowedActions {\n        action\n        allowed\n        reason\n      }\n      lines {\n        ...OrderLineRow\n      }\n      openProposals {\n        ...OpenChange\n      }\n      revisions {\n        revision\n        origin\n        at\n        by {\n          id\n          nameZh\n          nameEn\n          legalName\n        }\n        total {\n          amount\n          currency\n        }\n        lines {\n          lineId\n          kind\n        }\n      }\n      responses {\n        id\n        code\n        at\n        note\n      }\n    }\n  }\n": typeof types.OrderPageDocument,
    "\n  fragment OrderLineRow on OrderLine {\n    id\n    lineId\n    state\n    itemName\n    description\n    buyerItemId\n    sellerItemId\n    quantity\n    unit\n    price\n    amount\n    schedules {\n      id\n      scheduleId\n      quantity\n      requestedTo\n      promisedTo\n    }\n    progress {\n      despatched\n      received\n      accepted\n      invoiced\n      open\n      late\n      atRisk\n    }\n  }\n": typeof types.OrderLineRowFragmentDoc,
    "\n  fragment OpenChange on OrderProposal {\n    id\n    side\n    status\n    version\n    endsOrder\n    note\n    at\n    totalBefore {\n      amount\n      currency\n    }\n    totalAfter {\n      amount\n      currency\n    }\n    headerChanges {\n      field\n      old\n      new\n      delta\n    }\n    lines {\n      lineId\n      kind\n      itemName\n      changes {\n        field\n        old\n        new\n        delta\n      }\n    }\n  }\n": typeof types.OpenChangeFragmentDoc,
    "\n  mutation OrderRespond($input: OrderRespondInput!) {\n    orderRespond(input: $input) {\n      order {\n        ...OrderRow\n      }\n      userErrors {\n        code\n        message\n        field\n      }\n    }\n  }\n": typeof types.OrderRespondDocument,
    "\n  mutation OrderDecide($input: OrderDecideChangeInput!) {\n    orderDecideChange(input: $input) {\n      order {\n        ...OrderRow\n      }\n      userErrors {\n        code\n        message\n        field\n      }\n    }\n  }\n": typeof types.OrderDecideDocument,
    "\n  mutation OrderPropose($input: OrderProposeChangeInput!) {\n    orderProposeChange(input: $input) {\n      order {\n        ...OrderRow\n      }\n      userErrors {\n        code\n        message\n        field\n      }\n    }\n  }\n": typeof types.OrderProposeDocument,
    "\n  mutation OrderCancel($input: OrderCancelInput!) {\n    orderCancel(input: $input) {\n      order {\n        ...OrderRow\n      }\n      userErrors {\n        code\n        message\n        field\n      }\n    }\n  }\n": typeof types.OrderCancelDocument,
    "\n  fragment OrderRow on Order {\n    id\n    number\n    type\n    status\n    version\n    revision\n    waitsFor\n    waitsSince\n    issuedOn\n    deliverTo\n    promisedTo\n    changedAt\n    lineCount\n    currency\n    total {\n      amount\n      currency\n    }\n    buyer {\n      id\n      nameZh\n      nameEn\n      legalName\n    }\n    supplier {\n      id\n      nameZh\n      nameEn\n      legalName\n    }\n  }\n": typeof types.OrderRowFragmentDoc,
};
const documents: Documents = {
    "\n  query Standing {\n    viewer {\n      feedCursor\n      scopes\n      duties\n      organisation {\n        id\n        nameZh\n        nameEn\n        legalName\n        roles\n      }\n      person {\n        id\n        name\n      }\n    }\n  }\n": types.StandingDocument,
    "\n  query PaletteFind($as: OrderSide!, $number: String!) {\n    orders(as: $as, first: 8, filter: { number: $number }) {\n      nodes {\n        ...OrderRow\n      }\n    }\n  }\n": types.PaletteFindDocument,
    "\n  subscription FeedFollow($after: Cursor) {\n    feed(after: $after) {\n      cursor\n      kind\n      event {\n        id\n        type\n        subjectType\n        subjectId\n        version\n        status\n      }\n      node {\n        id\n        ...OrderRow\n      }\n    }\n  }\n": types.FeedFollowDocument,
    "\n  query Orders($as: OrderSide!, $after: Cursor, $filter: OrderFilter) {\n    orders(as: $as, first: 100, after: $after, filter: $filter) {\n      nodes {\n        ...OrderRow\n      }\n      pageInfo {\n        endCursor\n        hasNextPage\n      }\n    }\n  }\n": types.OrdersDocument,
    "\n  query OrderPage($id: ID!) {\n    order(by: { id: $id }) {\n      ...OrderRow\n      note\n      salesOrderNumber\n      buyerReference\n      allowedActions {\n        action\n        allowed\n        reason\n      }\n      lines {\n        ...OrderLineRow\n      }\n      openProposals {\n        ...OpenChange\n      }\n      revisions {\n        revision\n        origin\n        at\n        by {\n          id\n          nameZh\n          nameEn\n          legalName\n        }\n        total {\n          amount\n          currency\n        }\n        lines {\n          lineId\n          kind\n        }\n      }\n      responses {\n        id\n        code\n        at\n        note\n      }\n    }\n  }\n": types.OrderPageDocument,
    "\n  fragment OrderLineRow on OrderLine {\n    id\n    lineId\n    state\n    itemName\n    description\n    buyerItemId\n    sellerItemId\n    quantity\n    unit\n    price\n    amount\n    schedules {\n      id\n      scheduleId\n      quantity\n      requestedTo\n      promisedTo\n    }\n    progress {\n      despatched\n      received\n      accepted\n      invoiced\n      open\n      late\n      atRisk\n    }\n  }\n": types.OrderLineRowFragmentDoc,
    "\n  fragment OpenChange on OrderProposal {\n    id\n    side\n    status\n    version\n    endsOrder\n    note\n    at\n    totalBefore {\n      amount\n      currency\n    }\n    totalAfter {\n      amount\n      currency\n    }\n    headerChanges {\n      field\n      old\n      new\n      delta\n    }\n    lines {\n      lineId\n      kind\n      itemName\n      changes {\n        field\n        old\n        new\n        delta\n      }\n    }\n  }\n": types.OpenChangeFragmentDoc,
    "\n  mutation OrderRespond($input: OrderRespondInput!) {\n    orderRespond(input: $input) {\n      order {\n        ...OrderRow\n      }\n      userErrors {\n        code\n        message\n        field\n      }\n    }\n  }\n": types.OrderRespondDocument,
    "\n  mutation OrderDecide($input: OrderDecideChangeInput!) {\n    orderDecideChange(input: $input) {\n      order {\n        ...OrderRow\n      }\n      userErrors {\n        code\n        message\n        field\n      }\n    }\n  }\n": types.OrderDecideDocument,
    "\n  mutation OrderPropose($input: OrderProposeChangeInput!) {\n    orderProposeChange(input: $input) {\n      order {\n        ...OrderRow\n      }\n      userErrors {\n        code\n        message\n        field\n      }\n    }\n  }\n": types.OrderProposeDocument,
    "\n  mutation OrderCancel($input: OrderCancelInput!) {\n    orderCancel(input: $input) {\n      order {\n        ...OrderRow\n      }\n      userErrors {\n        code\n        message\n        field\n      }\n    }\n  }\n": types.OrderCancelDocument,
    "\n  fragment OrderRow on Order {\n    id\n    number\n    type\n    status\n    version\n    revision\n    waitsFor\n    waitsSince\n    issuedOn\n    deliverTo\n    promisedTo\n    changedAt\n    lineCount\n    currency\n    total {\n      amount\n      currency\n    }\n    buyer {\n      id\n      nameZh\n      nameEn\n      legalName\n    }\n    supplier {\n      id\n      nameZh\n      nameEn\n      legalName\n    }\n  }\n": types.OrderRowFragmentDoc,
};

/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 *
 *
 * @example
 * ```ts
 * const query = graphql(`query GetUser($id: ID!) { user(id: $id) { name } }`);
 * ```
 *
 * The query argument is unknown!
 * Please regenerate the types.
 */
export function graphql(source: string): unknown;

/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query Standing {\n    viewer {\n      feedCursor\n      scopes\n      duties\n      organisation {\n        id\n        nameZh\n        nameEn\n        legalName\n        roles\n      }\n      person {\n        id\n        name\n      }\n    }\n  }\n"): (typeof documents)["\n  query Standing {\n    viewer {\n      feedCursor\n      scopes\n      duties\n      organisation {\n        id\n        nameZh\n        nameEn\n        legalName\n        roles\n      }\n      person {\n        id\n        name\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query PaletteFind($as: OrderSide!, $number: String!) {\n    orders(as: $as, first: 8, filter: { number: $number }) {\n      nodes {\n        ...OrderRow\n      }\n    }\n  }\n"): (typeof documents)["\n  query PaletteFind($as: OrderSide!, $number: String!) {\n    orders(as: $as, first: 8, filter: { number: $number }) {\n      nodes {\n        ...OrderRow\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  subscription FeedFollow($after: Cursor) {\n    feed(after: $after) {\n      cursor\n      kind\n      event {\n        id\n        type\n        subjectType\n        subjectId\n        version\n        status\n      }\n      node {\n        id\n        ...OrderRow\n      }\n    }\n  }\n"): (typeof documents)["\n  subscription FeedFollow($after: Cursor) {\n    feed(after: $after) {\n      cursor\n      kind\n      event {\n        id\n        type\n        subjectType\n        subjectId\n        version\n        status\n      }\n      node {\n        id\n        ...OrderRow\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query Orders($as: OrderSide!, $after: Cursor, $filter: OrderFilter) {\n    orders(as: $as, first: 100, after: $after, filter: $filter) {\n      nodes {\n        ...OrderRow\n      }\n      pageInfo {\n        endCursor\n        hasNextPage\n      }\n    }\n  }\n"): (typeof documents)["\n  query Orders($as: OrderSide!, $after: Cursor, $filter: OrderFilter) {\n    orders(as: $as, first: 100, after: $after, filter: $filter) {\n      nodes {\n        ...OrderRow\n      }\n      pageInfo {\n        endCursor\n        hasNextPage\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query OrderPage($id: ID!) {\n    order(by: { id: $id }) {\n      ...OrderRow\n      note\n      salesOrderNumber\n      buyerReference\n      allowedActions {\n        action\n        allowed\n        reason\n      }\n      lines {\n        ...OrderLineRow\n      }\n      openProposals {\n        ...OpenChange\n      }\n      revisions {\n        revision\n        origin\n        at\n        by {\n          id\n          nameZh\n          nameEn\n          legalName\n        }\n        total {\n          amount\n          currency\n        }\n        lines {\n          lineId\n          kind\n        }\n      }\n      responses {\n        id\n        code\n        at\n        note\n      }\n    }\n  }\n"): (typeof documents)["\n  query OrderPage($id: ID!) {\n    order(by: { id: $id }) {\n      ...OrderRow\n      note\n      salesOrderNumber\n      buyerReference\n      allowedActions {\n        action\n        allowed\n        reason\n      }\n      lines {\n        ...OrderLineRow\n      }\n      openProposals {\n        ...OpenChange\n      }\n      revisions {\n        revision\n        origin\n        at\n        by {\n          id\n          nameZh\n          nameEn\n          legalName\n        }\n        total {\n          amount\n          currency\n        }\n        lines {\n          lineId\n          kind\n        }\n      }\n      responses {\n        id\n        code\n        at\n        note\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment OrderLineRow on OrderLine {\n    id\n    lineId\n    state\n    itemName\n    description\n    buyerItemId\n    sellerItemId\n    quantity\n    unit\n    price\n    amount\n    schedules {\n      id\n      scheduleId\n      quantity\n      requestedTo\n      promisedTo\n    }\n    progress {\n      despatched\n      received\n      accepted\n      invoiced\n      open\n      late\n      atRisk\n    }\n  }\n"): (typeof documents)["\n  fragment OrderLineRow on OrderLine {\n    id\n    lineId\n    state\n    itemName\n    description\n    buyerItemId\n    sellerItemId\n    quantity\n    unit\n    price\n    amount\n    schedules {\n      id\n      scheduleId\n      quantity\n      requestedTo\n      promisedTo\n    }\n    progress {\n      despatched\n      received\n      accepted\n      invoiced\n      open\n      late\n      atRisk\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment OpenChange on OrderProposal {\n    id\n    side\n    status\n    version\n    endsOrder\n    note\n    at\n    totalBefore {\n      amount\n      currency\n    }\n    totalAfter {\n      amount\n      currency\n    }\n    headerChanges {\n      field\n      old\n      new\n      delta\n    }\n    lines {\n      lineId\n      kind\n      itemName\n      changes {\n        field\n        old\n        new\n        delta\n      }\n    }\n  }\n"): (typeof documents)["\n  fragment OpenChange on OrderProposal {\n    id\n    side\n    status\n    version\n    endsOrder\n    note\n    at\n    totalBefore {\n      amount\n      currency\n    }\n    totalAfter {\n      amount\n      currency\n    }\n    headerChanges {\n      field\n      old\n      new\n      delta\n    }\n    lines {\n      lineId\n      kind\n      itemName\n      changes {\n        field\n        old\n        new\n        delta\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation OrderRespond($input: OrderRespondInput!) {\n    orderRespond(input: $input) {\n      order {\n        ...OrderRow\n      }\n      userErrors {\n        code\n        message\n        field\n      }\n    }\n  }\n"): (typeof documents)["\n  mutation OrderRespond($input: OrderRespondInput!) {\n    orderRespond(input: $input) {\n      order {\n        ...OrderRow\n      }\n      userErrors {\n        code\n        message\n        field\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation OrderDecide($input: OrderDecideChangeInput!) {\n    orderDecideChange(input: $input) {\n      order {\n        ...OrderRow\n      }\n      userErrors {\n        code\n        message\n        field\n      }\n    }\n  }\n"): (typeof documents)["\n  mutation OrderDecide($input: OrderDecideChangeInput!) {\n    orderDecideChange(input: $input) {\n      order {\n        ...OrderRow\n      }\n      userErrors {\n        code\n        message\n        field\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation OrderPropose($input: OrderProposeChangeInput!) {\n    orderProposeChange(input: $input) {\n      order {\n        ...OrderRow\n      }\n      userErrors {\n        code\n        message\n        field\n      }\n    }\n  }\n"): (typeof documents)["\n  mutation OrderPropose($input: OrderProposeChangeInput!) {\n    orderProposeChange(input: $input) {\n      order {\n        ...OrderRow\n      }\n      userErrors {\n        code\n        message\n        field\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation OrderCancel($input: OrderCancelInput!) {\n    orderCancel(input: $input) {\n      order {\n        ...OrderRow\n      }\n      userErrors {\n        code\n        message\n        field\n      }\n    }\n  }\n"): (typeof documents)["\n  mutation OrderCancel($input: OrderCancelInput!) {\n    orderCancel(input: $input) {\n      order {\n        ...OrderRow\n      }\n      userErrors {\n        code\n        message\n        field\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment OrderRow on Order {\n    id\n    number\n    type\n    status\n    version\n    revision\n    waitsFor\n    waitsSince\n    issuedOn\n    deliverTo\n    promisedTo\n    changedAt\n    lineCount\n    currency\n    total {\n      amount\n      currency\n    }\n    buyer {\n      id\n      nameZh\n      nameEn\n      legalName\n    }\n    supplier {\n      id\n      nameZh\n      nameEn\n      legalName\n    }\n  }\n"): (typeof documents)["\n  fragment OrderRow on Order {\n    id\n    number\n    type\n    status\n    version\n    revision\n    waitsFor\n    waitsSince\n    issuedOn\n    deliverTo\n    promisedTo\n    changedAt\n    lineCount\n    currency\n    total {\n      amount\n      currency\n    }\n    buyer {\n      id\n      nameZh\n      nameEn\n      legalName\n    }\n    supplier {\n      id\n      nameZh\n      nameEn\n      legalName\n    }\n  }\n"];

export function graphql(source: string) {
  return (documents as any)[source] ?? {};
}

export type DocumentType<TDocumentNode extends DocumentNode<any, any>> = TDocumentNode extends DocumentNode<  infer TType,  any>  ? TType  : never;