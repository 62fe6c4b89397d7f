import { graphql } from '../../api/documents/index.ts';

/** What the page of one order shows. */
export const ORDER = graphql(`
  query OrderPage($id: ID!) {
    order(by: { id: $id }) {
      ...OrderRow
      note
      salesOrderNumber
      buyerReference
      allowedActions {
        action
        allowed
        reason
      }
      lines {
        ...OrderLineRow
      }
      openProposals {
        ...OpenChange
      }
      revisions {
        revision
        origin
        at
        by {
          id
          nameZh
          nameEn
          legalName
        }
        total {
          amount
          currency
        }
        lines {
          lineId
          kind
        }
      }
      responses {
        id
        code
        at
        note
      }
    }
  }
`);

graphql(`
  fragment OrderLineRow on OrderLine {
    id
    lineId
    state
    itemName
    description
    buyerItemId
    sellerItemId
    quantity
    unit
    price
    amount
    schedules {
      id
      scheduleId
      quantity
      requestedTo
      promisedTo
    }
    progress {
      despatched
      received
      accepted
      invoiced
      open
      late
      atRisk
    }
  }
`);

graphql(`
  fragment OpenChange on OrderProposal {
    id
    side
    status
    version
    endsOrder
    note
    at
    totalBefore {
      amount
      currency
    }
    totalAfter {
      amount
      currency
    }
    headerChanges {
      field
      old
      new
      delta
    }
    lines {
      lineId
      kind
      itemName
      changes {
        field
        old
        new
        delta
      }
    }
  }
`);

export const RESPOND = graphql(`
  mutation OrderRespond($input: OrderRespondInput!) {
    orderRespond(input: $input) {
      order {
        ...OrderRow
      }
      userErrors {
        code
        message
        field
      }
    }
  }
`);

export const DECIDE = graphql(`
  mutation OrderDecide($input: OrderDecideChangeInput!) {
    orderDecideChange(input: $input) {
      order {
        ...OrderRow
      }
      userErrors {
        code
        message
        field
      }
    }
  }
`);

export const PROPOSE = graphql(`
  mutation OrderPropose($input: OrderProposeChangeInput!) {
    orderProposeChange(input: $input) {
      order {
        ...OrderRow
      }
      userErrors {
        code
        message
        field
      }
    }
  }
`);

export const CANCEL = graphql(`
  mutation OrderCancel($input: OrderCancelInput!) {
    orderCancel(input: $input) {
      order {
        ...OrderRow
      }
      userErrors {
        code
        message
        field
      }
    }
  }
`);

// What a list or a board shows of an order. The feed brings it too, so that rows patch themselves.
graphql(`
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
