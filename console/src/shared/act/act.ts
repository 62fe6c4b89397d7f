import type { ApolloClient, OperationVariables, TypedDocumentNode } from '@apollo/client';
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

export interface Act<Data, Input> {
  readonly document: TypedDocumentNode<Data, { input: Input }>;
  readonly input: Omit<Input, 'idempotencyKey'>;
  /** What is said when it is done. */
  readonly said: string;
  /** Seconds in which it can still be taken back before it is sent; none for acts with money, which are confirmed instead. */
  readonly delay?: number;
}

type MutateOptions<Data> = ApolloClient.MutateOptions<Data, OperationVariables>;

const errorsIn = (data: unknown): readonly UserError[] =>
  Object.values(data as Record<string, { userErrors?: readonly UserError[] }>).flatMap((payload) => payload?.userErrors ?? []);

/** Waits before sending. @returns whether the person took it back meanwhile */
const takenBack = ({ say }: ReturnType<typeof useMessages>, text: string, seconds: number): Promise<boolean> =>
  new Promise((resolve) => {
    const gone = say({
      kind: 'waiting',
      text,
      undo: () => {
        gone();
        resolve(true);
      },
    });
    setTimeout(() => {
      gone();
      resolve(false);
    }, seconds * 1000);
  });

/** Sends mutations: one key per act, so that sending again has no second effect; says what came of it. */
export const useAct = (): (<Data, Input>(act: Act<Data, Input>) => Promise<Outcome>) => {
  const client = useApolloClient();
  const messages = useMessages();
  const { t } = useTranslation();
  return useCallback(
    async <Data, Input>({ document, input, said, delay = 0 }: Act<Data, Input>): Promise<Outcome> => {
      if (delay > 0 && (await takenBack(messages, `${said} – ${t('act.sending', { seconds: delay })}`, delay))) return { kind: 'undone' };
      try {
        const variables = { input: { ...input, idempotencyKey: crypto.randomUUID() } };
        const { data } = await client.mutate({ mutation: document, variables } as MutateOptions<Data>);
        const errors = errorsIn(data);
        if (errors.length > 0) {
          messages.say({ kind: 'failed', text: errors.map(({ message }) => message).join(' ') });
          return { kind: 'refused', errors };
        }
        messages.say({ kind: 'done', text: said });
        return { kind: 'done' };
      } catch (error) {
        messages.say({ kind: 'failed', text: error instanceof Error ? error.message : String(error) });
        return { kind: 'failed', error };
      }
    },
    [client, messages, t],
  );
};
