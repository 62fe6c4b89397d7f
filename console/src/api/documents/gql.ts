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
    "\n  fragment OrderRow on Order {\n    id\n    number\n    type\n    status\n    version\n    revision\n    waitsFor\n    waitsSince\n    issuedOn\n    deliverTo\n    promisedTo\n    changedAt\n    lineCount\n    currency\n    total {\n      amount\n      currency\n    }\n    buyer {\n      id\n      nameZh\n      nameEn\n      legalName\n    }\n    supplier {\n      id\n      nameZh\n      nameEn\n      legalName\n    }\n  }\n": typeof types.OrderRowFragmentDoc,
    "\n  query SupplierOrders($after: Cursor, $status: [OrderStatus!]) {\n    orders(as: SUPPLIER, first: 100, after: $after, filter: { status: $status }) {\n      nodes {\n        ...OrderRow\n      }\n      pageInfo {\n        endCursor\n        hasNextPage\n      }\n    }\n  }\n": typeof types.SupplierOrdersDocument,
};
const documents: Documents = {
    "\n  query Standing {\n    viewer {\n      feedCursor\n      scopes\n      duties\n      organisation {\n        id\n        nameZh\n        nameEn\n        legalName\n        roles\n      }\n      person {\n        id\n        name\n      }\n    }\n  }\n": types.StandingDocument,
    "\n  query PaletteFind($as: OrderSide!, $number: String!) {\n    orders(as: $as, first: 8, filter: { number: $number }) {\n      nodes {\n        ...OrderRow\n      }\n    }\n  }\n": types.PaletteFindDocument,
    "\n  subscription FeedFollow($after: Cursor) {\n    feed(after: $after) {\n      cursor\n      kind\n      event {\n        id\n        type\n        subjectType\n        subjectId\n        version\n        status\n      }\n      node {\n        id\n        ...OrderRow\n      }\n    }\n  }\n": types.FeedFollowDocument,
    "\n  fragment OrderRow on Order {\n    id\n    number\n    type\n    status\n    version\n    revision\n    waitsFor\n    waitsSince\n    issuedOn\n    deliverTo\n    promisedTo\n    changedAt\n    lineCount\n    currency\n    total {\n      amount\n      currency\n    }\n    buyer {\n      id\n      nameZh\n      nameEn\n      legalName\n    }\n    supplier {\n      id\n      nameZh\n      nameEn\n      legalName\n    }\n  }\n": types.OrderRowFragmentDoc,
    "\n  query SupplierOrders($after: Cursor, $status: [OrderStatus!]) {\n    orders(as: SUPPLIER, first: 100, after: $after, filter: { status: $status }) {\n      nodes {\n        ...OrderRow\n      }\n      pageInfo {\n        endCursor\n        hasNextPage\n      }\n    }\n  }\n": types.SupplierOrdersDocument,
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
export function graphql(source: "\n  fragment OrderRow on Order {\n    id\n    number\n    type\n    status\n    version\n    revision\n    waitsFor\n    waitsSince\n    issuedOn\n    deliverTo\n    promisedTo\n    changedAt\n    lineCount\n    currency\n    total {\n      amount\n      currency\n    }\n    buyer {\n      id\n      nameZh\n      nameEn\n      legalName\n    }\n    supplier {\n      id\n      nameZh\n      nameEn\n      legalName\n    }\n  }\n"): (typeof documents)["\n  fragment OrderRow on Order {\n    id\n    number\n    type\n    status\n    version\n    revision\n    waitsFor\n    waitsSince\n    issuedOn\n    deliverTo\n    promisedTo\n    changedAt\n    lineCount\n    currency\n    total {\n      amount\n      currency\n    }\n    buyer {\n      id\n      nameZh\n      nameEn\n      legalName\n    }\n    supplier {\n      id\n      nameZh\n      nameEn\n      legalName\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query SupplierOrders($after: Cursor, $status: [OrderStatus!]) {\n    orders(as: SUPPLIER, first: 100, after: $after, filter: { status: $status }) {\n      nodes {\n        ...OrderRow\n      }\n      pageInfo {\n        endCursor\n        hasNextPage\n      }\n    }\n  }\n"): (typeof documents)["\n  query SupplierOrders($after: Cursor, $status: [OrderStatus!]) {\n    orders(as: SUPPLIER, first: 100, after: $after, filter: { status: $status }) {\n      nodes {\n        ...OrderRow\n      }\n      pageInfo {\n        endCursor\n        hasNextPage\n      }\n    }\n  }\n"];

export function graphql(source: string) {
  return (documents as any)[source] ?? {};
}

export type DocumentType<TDocumentNode extends DocumentNode<any, any>> = TDocumentNode extends DocumentNode<  infer TType,  any>  ? TType  : never;