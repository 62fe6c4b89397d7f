import { Field, ID, InterfaceType } from 'type-graphql';

@InterfaceType({ description: 'Anything that has an id of its own and can be read by it.', autoRegisterImplementations: false })
export abstract class Node {
  @Field(() => ID, { description: 'Opaque id; its prefix names the kind and it sorts by time of creation.' })
  id!: string;
}
