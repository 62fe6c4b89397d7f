import { lifecycle } from '../../kernel/lifecycle.js';

export const DELIVERY_STATUSES = ['WAITING', 'SENDING', 'SENT', 'FAILED', 'DROPPED'] as const;
export type DeliveryStatus = (typeof DELIVERY_STATUSES)[number];

/** A message waits, is being sent, and is sent; or the other side will not take it; or there is nothing left to say. */
export const deliveryLifecycle = lifecycle<DeliveryStatus, 'BEGIN' | 'DELIVER' | 'FAIL' | 'DROP', 'HUB', object, never>([
  { action: 'BEGIN', by: 'HUB', from: 'WAITING', to: 'SENDING' },
  { action: 'DELIVER', by: 'HUB', from: 'SENDING', to: 'SENT' },
  { action: 'FAIL', by: 'HUB', from: 'SENDING', to: 'FAILED' },
  { action: 'DROP', by: 'HUB', from: 'SENDING', to: 'DROPPED' },
]);
