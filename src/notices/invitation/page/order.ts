import { publicId } from '../../../kernel/ids.js';
import type { Viewer } from '../../../platform/auth/viewer.js';
import type { DownloadRequest } from '../../../platform/http/download.js';

export interface Line {
  readonly lineId: string;
  readonly itemName: string;
  readonly description: string | null;
  readonly quantity: string;
  readonly unit: string;
  readonly price: string | null;
  readonly amount: string | null;
  readonly state: 'ACTIVE' | 'ENDED' | 'REFUSED';
  readonly note: string | null;
  readonly schedules: readonly {
    readonly requestedFrom: string | null;
    readonly requestedTo: string | null;
    readonly promisedFrom: string | null;
    readonly promisedTo: string | null;
  }[];
}

interface Name {
  readonly nameZh: string;
  readonly nameEn: string;
}

export interface ShownOrder {
  readonly id: string;
  readonly number: string;
  readonly issuedOn: string;
  readonly status: 'ISSUED' | 'ACKNOWLEDGED' | 'COUNTERED' | 'IN_FORCE' | 'REFUSED' | 'CANCELLED';
  readonly revision: number;
  readonly version: number;
  readonly note: string | null;
  readonly deliverFrom: string | null;
  readonly deliverTo: string | null;
  readonly total: { readonly amount: string; readonly currency: string };
  readonly buyer: Name;
  readonly supplier: Name;
  readonly lines: readonly Line[];
  readonly allowedActions: readonly { readonly action: string; readonly allowed: boolean }[];
}

const ORDER = `query Guest($id: ID!) { order(by: { id: $id }) {
  id number issuedOn status revision version note deliverFrom deliverTo total { amount currency } buyer { nameZh nameEn } supplier { nameZh nameEn }
  lines { lineId itemName description quantity unit price amount state note schedules { requestedFrom requestedTo promisedFrom promisedTo } }
  allowedActions { action allowed } } }`;

/** The one order of the guest. */
export const orderOf = async (viewer: Viewer, ask: DownloadRequest['ask']): Promise<ShownOrder | undefined> =>
  (await ask<{ order: ShownOrder | null }>(ORDER, { id: publicId('ord', viewer.onlyOrder ?? '') })).order ?? undefined;

const RESPOND = `mutation Guest($input: OrderRespondInput!) { orderRespond(input: $input) { outcome userErrors { message } } }`;

/** Sends an answer. @returns why it was not taken, in the language of the guest; empty when it was */
export const respond = async (ask: DownloadRequest['ask'], input: object): Promise<readonly string[]> =>
  (await ask<{ orderRespond: { userErrors: { message: string }[] } }>(RESPOND, { input })).orderRespond.userErrors.map(
    ({ message }) => message,
  );
