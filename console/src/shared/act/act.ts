import type { TypedDocumentNode } from '@apollo/client';
import { useApolloClient } from '@apollo/client/react';
import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import { useMessages } from './Messages.tsx';

export interface UserError {
  readonly code: string;
  readonly message: string;
  readonly field: readonly string[] | null;
}

/** What came of an act: done, refused by the hub with its reasons, taken back by the person, or not known to have arrived. */
export type Outcome =
  | { readonly kind: 'done' }
  | { readonly kind: 'refused'; readonly errors: readonly UserError[] }
  | { readonly kind: 'undone' }
  | { readonly kind: 'failed'; readonly error: unknown };

export interface Act<Data> {
  readonly document: TypedDocumentNode<Data, { input: Record<string, unknown> }>;
  readonly input: Readonly<Record<string, unknown>>;
  /** What is said when it is done. */
  readonly said: string;
  /** Seconds in which it can still be taken back before it is sent; none for acts with money, which are confirmed instead. */
  readonly delay?: number;
}

const errorsIn = (data: unknown): readonly UserError[] =>
  Object.values(data as Record<string, { userErrors?: readonly UserError[] }>).flatMap((payload) => payload?.userErrors ?? []);

/** Sends mutations: one key per act, so that sending again has no second effect; says what came of it. */
export const useAct = (): (<Data>(act: Act<Data>) => Promise<Outcome>) => {
  const client = useApolloClient();
  const { say } = useMessages();
  const { t } = useTranslation();
  return useCallback(
    async ({ document, input, said, delay = 0 }) => {
      if (delay > 0) {
        const undone = await new Promise<boolean>((resolve) => {
          const gone = say({
            kind: 'waiting',
            text: `${said} – ${t('act.sending', { seconds: delay })}`,
            undo: () => {
              gone();
              resolve(true);
            },
          });
          setTimeout(() => {
            gone();
            resolve(false);
          }, delay * 1000);
        });
        if (undone) return { kind: 'undone' };
      }
      try {
        const { data } = await client.mutate({
          mutation: document,
          variables: { input: { ...input, idempotencyKey: crypto.randomUUID() } },
        });
        const errors = errorsIn(data);
        if (errors.length > 0) {
          say({ kind: 'failed', text: errors.map(({ message }) => message).join(' ') });
          return { kind: 'refused', errors };
        }
        say({ kind: 'done', text: said });
        return { kind: 'done' };
      } catch (error) {
        say({ kind: 'failed', text: error instanceof Error ? error.message : String(error) });
        return { kind: 'failed', error };
      }
    },
    [client, say, t],
  );
};
