import { Arg, Field, ID, InterfaceType, Query, Resolver } from 'type-graphql';
import { Policy } from '../auth/policy.js';
import { node, nodes, root } from '../reads/declare.js';
import type { Room } from '../room.js';
import { compiled } from './compiled.js';

@InterfaceType({ description: 'Anything that has an id of its own and can be read by it.' })
export abstract class Node {
  @Field(() => ID, { description: 'Opaque id; its prefix names the kind and it sorts by time of creation.' })
  id!: string;
}

@Resolver()
class NodeResolver {
  @Policy('authenticated', { guests: true })
  @Query(() => Node, { nullable: true, description: 'Any object by its id; null when there is none or the caller may not see it.' })
  node(@Arg('id', () => ID, { description: 'The id.' }) _id: string): Node | null {
    return compiled();
  }

  @Policy('authenticated', { guests: true })
  @Query(() => [Node], {
    nullable: 'items',
    description: 'Objects by their ids, in that order, with null in place of what the caller may not see.',
  })
  nodes(@Arg('ids', () => [ID], { description: 'Up to 100 ids.' }) _ids: string[]): (Node | null)[] {
    return compiled();
  }
}

/** What every hub has, whatever its rooms. */
export const graphqlRoom: Room = {
  name: 'graphql',
  entities: [],
  resolvers: [NodeResolver],
  refusals: {},
  events: [],
  subjects: [],
  effects: [],
  reads: [root({ node: node(), nodes: nodes() })],
};
