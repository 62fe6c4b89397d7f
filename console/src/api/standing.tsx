import { graphql } from './documents/index.ts';
import { createContext, useContext } from 'react';
import type { Api } from './client.ts';

/** For whom the person acts and what the person may do; and where the feed stood before anything else was read. */
export interface Standing {
  readonly feedCursor: string;
  readonly scopes: readonly string[];
  readonly duties: readonly string[];
  readonly organisation: {
    readonly id: string;
    readonly nameZh: string | null;
    readonly nameEn: string | null;
    readonly legalName: string;
    readonly roles: readonly string[];
  };
  readonly person: { readonly id: string; readonly name: string } | null;
}

const STANDING = graphql(`
  query Standing {
    viewer {
      feedCursor
      scopes
      duties
      organisation {
        id
        nameZh
        nameEn
        legalName
        roles
      }
      person {
        id
        name
      }
    }
  }
`);

/** @throws when the hub cannot be reached */
export const readStanding = async ({ apollo }: Api): Promise<Standing> => {
  const { data } = await apollo.query<{ viewer: Standing }>({ query: STANDING, fetchPolicy: 'network-only' });
  if (!data) throw new Error('the hub did not say who asks');
  return data.viewer;
};

export const StandingContext = createContext<Standing | undefined>(undefined);

export const useStanding = (): Standing => {
  const standing = useContext(StandingContext);
  if (!standing) throw new Error('nobody is signed in here');
  return standing;
};
