import { describe, expectTypeOf, test } from 'vitest';
import type { BrulionClient, BrulionHandlers, Contract } from '#shared/contract/contract.ts';
import type { EventName } from '#shared/contract/define.ts';

// `npm run typecheck` is what fails here: these are statements about types.
describe('everything is derived from the contract', () => {
  test('handlers that leave out a call, a stream or a group do not compile', () => {
    type WithoutCall = Omit<BrulionHandlers, 'posts'> & { posts: Omit<BrulionHandlers['posts'], 'trash'> };
    type WithoutStream = Omit<BrulionHandlers, 'publishing'> & {
      publishing: Omit<BrulionHandlers['publishing'], 'jobs'>;
    };
    expectTypeOf<BrulionHandlers>().toExtend<BrulionHandlers>();
    expectTypeOf<WithoutCall>().not.toExtend<BrulionHandlers>();
    expectTypeOf<WithoutStream>().not.toExtend<BrulionHandlers>();
    expectTypeOf<Omit<BrulionHandlers, 'media'>>().not.toExtend<BrulionHandlers>();
  });

  test('a client that leaves out a member, events included, does not compile', () => {
    type WithoutEvent = Omit<BrulionClient, 'posts'> & { posts: Omit<BrulionClient['posts'], 'changed'> };
    expectTypeOf<WithoutEvent>().not.toExtend<BrulionClient>();
  });

  test('a handler with another input or output does not compile', () => {
    type Wrong = Omit<BrulionHandlers['posts'], 'trash'> & {
      trash: (input: { postId: number }) => Promise<null>;
    };
    expectTypeOf<Wrong>().not.toExtend<BrulionHandlers['posts']>();
    expectTypeOf<Promise<{ total: string }>>().not.toExtend<ReturnType<BrulionHandlers['posts']['list']>>();
  });

  test('events are named by group and member; calls are not events', () => {
    expectTypeOf<'posts.changed'>().toExtend<EventName<Contract>>();
    expectTypeOf<'posts.list'>().not.toExtend<EventName<Contract>>();
  });
});
