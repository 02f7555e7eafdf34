import { expect, test } from 'vitest';
import { createDraftHolders } from '#main/drafts/draft-holders.ts';

test('the window that asked first writes; the second reads until it takes over', () => {
  const holders = createDraftHolders();
  expect(holders.hold('post', 'first')).toBe('self');
  expect(holders.hold('post', 'first')).toBe('self');
  expect(holders.hold('post', 'second')).toBe('other');
  expect(holders.takeOver('post', 'second')).toBe('first');
  expect(holders.hold('post', 'first')).toBe('other');
});

test('taking over a free draft, or one’s own, disturbs nobody', () => {
  const holders = createDraftHolders();
  expect(holders.takeOver('post', 'one')).toBeNull();
  expect(holders.takeOver('post', 'one')).toBeNull();
});

test('only the holder lets go, and a window that is gone lets go of everything', () => {
  const holders = createDraftHolders();
  holders.hold('a', 'one');
  holders.hold('b', 'one');
  holders.hold('c', 'two');
  expect(holders.release('a', 'two')).toBe(false);
  expect(holders.release('a', 'one')).toBe(true);
  expect(holders.releaseAll('one')).toEqual(['b']);
  expect(holders.hold('b', 'two')).toBe('self');
  expect(holders.hold('c', 'one')).toBe('other');
});
