import { Arg, Args, Ctx, Field, ID, InputType, Mutation, ObjectType, Query, Resolver, Root, Subscription } from 'type-graphql';
import { z } from 'zod';
import { ok } from '../../src/kernel/refusal.js';
import { Policy } from '../../src/platform/auth/policy.js';
import { command, text } from '../../src/platform/commands/index.js';
import { compiled } from '../../src/platform/graphql/compiled.js';
import { connectionOf, PageArgs } from '../../src/platform/graphql/connection.js';
import type { RequestContext } from '../../src/platform/graphql/context.js';
import { Node } from '../../src/platform/graphql/node.js';
import { Cursor, DateTime } from '../../src/platform/graphql/scalars.js';
import { Payload } from '../../src/platform/graphql/user-error.js';
import {
  byId,
  connection,
  id,
  instant,
  item,
  many,
  payload,
  ref,
  root,
  text as textField,
  type,
  value,
} from '../../src/platform/reads/declare.js';
import type { Room } from '../../src/platform/room.js';

/** The table of the smallest room that has everything: an object with an id, a list, a command and a subscription. */
export const NOTES = `
  create table app.note (id uuid primary key, org_id uuid not null, title text not null, created_at timestamptz not null default clock_timestamp(),
    constraint note_title unique (org_id, title));
  alter table app.note owner to hub_owner;
  create index note_org on app.note (org_id, created_at, id);
  call app.protect('app.note', parties => array['org_id'], writes => array['insert', 'update']);`;

@ObjectType({ implements: Node, description: 'A note.' })
class Note extends Node {
  @Field({ description: 'What it says.' })
  title!: string;

  @Field(() => DateTime, { description: 'When it was written.' })
  createdAt!: string;

  @Field(() => [Note], { description: 'Notes of the same writer: nests without end.' })
  siblings!: Note[];
}

const NoteConnection = connectionOf<Note>('Note', () => Note);

@InputType({ description: 'What to write.' })
class NoteWriteInput {
  @Field({ description: 'What it says.' })
  title!: string;

  @Field({ nullable: true, description: 'Repeats of this call with the same key do nothing more.' })
  idempotencyKey?: string;
}

@ObjectType({ description: 'The note.' })
class NoteWritePayload extends Payload {
  @Field(() => Note, { nullable: true, description: 'The note.' })
  note?: Note;
}

@ObjectType({ description: 'A tick.' })
class NoteTick {
  @Field(() => Cursor, { description: 'Where to resume.' })
  cursor!: string;
}

const noteWrite = command({
  name: 'noteWrite',
  need: 'orders:write',
  key: 'optional',
  input: z.object({ title: text(40) }),
  constraints: { note_title: { code: 'CONFLICT', field: ['title'] } },
  async run(ctx, { title }) {
    if (title === 'burst') throw new Error('secret of the inside');
    const noteId = ctx.newId();
    await ctx.sql('insert into app.note (id, org_id, title) values ($1, $2, $3)', [noteId, ctx.viewer.orgId, title]);
    return ok({ noteId });
  },
});

@Resolver()
class NoteResolver {
  @Policy('orders:read')
  @Query(() => Note, { nullable: true, description: 'A note.' })
  note(@Arg('id', () => ID, { description: 'Its id.' }) _id: string): Note {
    return compiled();
  }

  @Policy('orders:read')
  @Query(() => NoteConnection, { description: 'All notes.' })
  notes(@Args() _page: PageArgs): object {
    return compiled();
  }

  @Policy('audit:read')
  @Query(() => Note, { nullable: true, description: 'A note, for auditors.' })
  audited(@Arg('id', () => ID, { description: 'Its id.' }) _id: string): Note {
    return compiled();
  }

  @Policy('orders:write')
  @Mutation(() => NoteWritePayload, { description: 'Writes a note.' })
  noteWrite(@Arg('input', { description: 'What to write.' }) input: NoteWriteInput, @Ctx() ctx: RequestContext): Promise<NoteWritePayload> {
    return ctx.run(noteWrite, input);
  }

  @Policy('feed:read')
  @Subscription(() => NoteTick, { subscribe: compiled, description: 'Ticks.' })
  noteTicks(
    @Root() _tick: object,
    @Arg('after', () => Cursor, { nullable: true, description: 'Resume after it.' }) _after?: string,
  ): NoteTick {
    return compiled();
  }
}

export const noteRoom: Room = {
  name: 'notes',
  entities: [],
  resolvers: [NoteResolver],
  refusals: {},
  events: ['NOTE_WRITTEN'],
  subjects: [],
  effects: [],
  reads: [
    type(
      'Note',
      { table: 'app.note', id: 'not' },
      {
        id: id('not'),
        title: textField('title'),
        createdAt: instant('created_at'),
        siblings: many('Note', { org_id: 'org_id' }, ['created_at', 'id']),
      },
    ),
    root({
      note: byId('Note'),
      audited: byId('Note'),
      notes: connection('Note', { mine: 'org_id', orders: { CREATED: ['created_at', 'id'] } }),
    }),
    item('NoteTick', { cursor: value((tick: { cursor: string }) => tick.cursor) }),
    payload('NoteWritePayload', { note: ref('Note', (r: { noteId: string }) => r.noteId) }),
  ],
};
