import { graphql } from '../../api/documents/index.ts';

/** What a list or a board shows of an order. The feed brings it too, so that rows patch themselves. */
export const ORDER_ROW = graphql(`
  fragment OrderRow on Order {
    id
    number
    type
    status
    version
    revision
    waitsFor
    waitsSince
    issuedOn
    deliverTo
    promisedTo
    changedAt
    lineCount
    currency
    total {
      amount
      currency
    }
    buyer {
      id
      nameZh
      nameEn
      legalName
    }
    supplier {
      id
      nameZh
      nameEn
      legalName
    }
  }
`);
