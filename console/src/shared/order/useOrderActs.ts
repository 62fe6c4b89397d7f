import type { OrderAction, OrderPageQuery, OrderSide } from '../../api/documents/graphql.ts';
import { useTranslation } from 'react-i18next';
import { type Outcome, useAct } from '../act/act.ts';
import type { LineChange } from './ProposeDialog.tsx';
import { CANCEL, DECIDE, PROPOSE, RESPOND } from './whole.ts';

export type WholeOrder = NonNullable<OrderPageQuery['order']>;

// Time in which an answer can still be taken back before it leaves.
const DELAY_S = 5;

export interface OrderActs {
  may(action: OrderAction): { readonly allowed: boolean; readonly reason: string | null };
  accept(): Promise<Outcome>;
  refuse(reason: string): Promise<Outcome>;
  propose(changes: readonly LineChange[], note: string): Promise<Outcome>;
  decide(proposalId: string, accepts: boolean, reason?: string): Promise<Outcome>;
  cancel(reason: string): Promise<Outcome>;
}

/** What can be done with an order from one side, each act on the version that was read. */
export const useOrderActs = (order: WholeOrder | undefined, side: OrderSide): OrderActs => {
  const act = useAct();
  const { t } = useTranslation();
  const at = { orderId: order?.id ?? '', expectedVersion: order?.version };
  const onRevision = { ...at, revision: order?.revision ?? 0 };
  const said = (key: 'accepted' | 'refused' | 'proposed' | 'cancelled'): string => `${order?.number ?? ''}: ${t(`done.${key}`)}`;
  const answered = order?.status === 'ISSUED' || order?.status === 'ACKNOWLEDGED';

  return {
    may: (action) => order?.allowedActions.find((one) => one.action === action) ?? { allowed: false, reason: null },
    accept: () => act({ document: RESPOND, input: { ...onRevision, code: 'AP' }, said: said('accepted'), delay: DELAY_S }),
    refuse: (note) => act({ document: RESPOND, input: { ...onRevision, code: 'RE', note }, said: said('refused'), delay: DELAY_S }),
    propose: (changes, note) => {
      const noted = note === '' ? {} : { note };
      // An offer is answered line by line; an agreed order is changed by a proposal.
      if (side === 'SUPPLIER' && answered) {
        const lines = (order?.lines ?? [])
          .filter(({ state }) => state === 'ACTIVE')
          .map(({ lineId }) => {
            const changed = changes.find((one) => one.lineId === lineId);
            return changed ? { lineId, action: 'CHANGED' as const, change: changed.change } : { lineId, action: 'ACCEPTED' as const };
          });
        return act({ document: RESPOND, input: { ...onRevision, code: 'CA', lines, ...noted }, said: said('proposed'), delay: DELAY_S });
      }
      const lines = changes.map(({ lineId, change }) => ({ lineId, action: 'CHANGE' as const, change }));
      return act({ document: PROPOSE, input: { ...onRevision, lines, ...noted }, said: said('proposed'), delay: DELAY_S });
    },
    decide: (proposalId, accepts, reason) =>
      act({
        document: DECIDE,
        input: { ...at, proposalId, decision: accepts ? 'ACCEPT' : 'REFUSE', ...(reason && { reason }) },
        said: said(accepts ? 'accepted' : 'refused'),
        delay: DELAY_S,
      }),
    cancel: (reason) => act({ document: CANCEL, input: { ...at, reason }, said: said('cancelled'), delay: DELAY_S }),
  };
};
