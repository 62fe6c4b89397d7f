import { ArgsType, Field, Int, ObjectType } from 'type-graphql';
import type { ClassType } from 'type-graphql';
import { Cursor } from './scalars.js';

@ObjectType({ description: 'Where a page stands in its list.' })
export class PageInfo {
  @Field({ description: 'Whether the list goes on after this page.' })
  hasNextPage!: boolean;

  @Field({ description: 'Whether the list began before this page.' })
  hasPreviousPage!: boolean;

  @Field(() => Cursor, { nullable: true, description: 'Cursor of the first item; null on an empty page.' })
  startCursor?: string;

  @Field(() => Cursor, { nullable: true, description: 'Cursor of the last item; give it as `after` to read on.' })
  endCursor?: string;
}

@ArgsType()
export class PageArgs {
  @Field(() => Int, { defaultValue: 20, description: 'How many items to return, 0 to 100.' })
  first!: number;

  @Field(() => Cursor, { nullable: true, description: 'Return the items after this cursor.' })
  after?: string;
}

/**
 * The connection and edge types of a node type.
 * @param name name of the node type; the types are called `<name>Connection` and `<name>Edge`
 * @param node the class of the node type, as a thunk
 */
export const connectionOf = <Node>(name: string, node: () => ClassType<object> | object) => {
  @ObjectType(`${name}Edge`, { description: `One item of a list of type ${name}, with its cursor.` })
  class Edge {
    @Field(() => Cursor, { description: 'The place of this item in its list.' })
    cursor!: string;

    @Field(() => node() as ClassType<object>, { description: 'The item.' })
    node!: Node;
  }
  @ObjectType(`${name}Connection`, { description: `A page of a list of type ${name}.` })
  class Connection {
    @Field(() => [node() as ClassType<object>], { description: 'The items of this page.' })
    nodes!: Node[];

    @Field(() => [Edge], { description: 'The items of this page with their cursors.' })
    edges!: Edge[];

    @Field(() => PageInfo, { description: 'Where this page stands in its list.' })
    pageInfo!: PageInfo;

    @Field(() => Int, { description: 'Length of the whole list, counted up to 1,001: that value means more than 1,000.' })
    totalCount!: number;
  }
  return Connection;
};
