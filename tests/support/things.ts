import { Field, ID, Int, Args, Arg, ObjectType, Resolver, Subscription } from 'type-graphql';
import { Policy } from '../../src/platform/auth/policy.js';
import { compiled } from '../../src/platform/graphql/compiled.js';
import { Node } from '../../src/platform/graphql/node.js';
import { StreamArgs, Update, updateItem, UpdateFilter } from '../../src/platform/events/index.js';
import { id, int, need, text, type } from '../../src/platform/reads/declare.js';
import type { Room } from '../../src/platform/room.js';

/** Things of two parties with grants to others: the smallest room that has events and a typed stream of its own. */
export const THINGS = `
  create table app.thing (id uuid primary key, buyer_id uuid not null, supplier_id uuid not null, title text not null, price text not null, version int not null);
  create table app.thing_grant (thing_id uuid not null, grantee_id uuid not null, ended_at timestamptz);
  alter table app.thing owner to hub_owner;
  alter table app.thing_grant owner to hub_owner;
  call app.protect('app.thing', parties => array['buyer_id', 'supplier_id'], writes => array['insert', 'update']);
  alter table app.thing_grant enable row level security;
  create policy own_grants on app.thing_grant for select to hub_app using (grantee_id = (select app.me()));
  create policy dispatched on app.thing_grant for select to hub_dispatch using (true);
  grant select on app.thing_grant to hub_app, hub_dispatch;
  create policy granted on app.thing for select to hub_app using (
    exists (select from app.thing_grant g where g.thing_id = thing.id and g.grantee_id = (select app.me()) and g.ended_at is null));`;

@ObjectType({ implements: Node, description: 'A thing.' })
class Thing extends Node {
  @Field({ description: 'What it is.' })
  title!: string;

  @Field({ description: 'What it costs.' })
  price!: string;

  @Field(() => Int, { description: 'How often it was changed.' })
  version!: number;
}

@ObjectType({ implements: Update, description: 'Something happened to a thing.' })
class ThingUpdate extends Update {
  @Field(() => Thing, { nullable: true, description: 'The thing as it is now.' })
  thing?: Thing;
}

@Resolver()
class ThingResolver {
  @Policy('orders:read')
  @Subscription(() => ThingUpdate, { subscribe: compiled, description: 'What happens to things.' })
  thingUpdates(
    @Args(() => StreamArgs) _stream: StreamArgs,
    @Arg('thingId', () => ID, { nullable: true, description: 'One thing; all when left out.' }) _id: string,
    @Arg('filter', () => UpdateFilter, { nullable: true, description: 'Which events.' }) _filter: UpdateFilter,
  ): ThingUpdate {
    return compiled();
  }
}

export const thingRoom: Room = {
  name: 'things',
  entities: [],
  resolvers: [ThingResolver],
  refusals: {},
  reads: [
    type(
      'Thing',
      { table: 'app.thing', id: 'thg', need: 'orders:read' },
      {
        id: id('thg'),
        title: text('title'),
        price: need('amounts:read', text('price')),
        version: int('version'),
      },
    ),
    updateItem('ThingUpdate', 'thing', 'Thing'),
  ],
  events: ['THING_MADE', 'THING_CHANGED', 'THING_SHOWN'],
  subjects: [{ type: 'Thing', grants: 'select grantee_id from app.thing_grant where thing_id = $1 and ended_at is null' }],
  effects: [],
  live: [{ name: 'thingUpdates', subject: 'Thing', one: { argument: 'thingId', prefix: 'thg' } }],
};
