/** The window's place, remembered in a file that anybody may have broken. */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { defaultBounds } from '#main/hosts/electron/window-options.ts';
import { readBounds, writeBounds } from '#main/hosts/electron/window-state.ts';

let folder: string;
let file: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'brulion-window-'));
  file = join(folder, 'window.json');
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

test('what was written is read again', () => {
  const bounds = { width: 900, height: 700, x: -1200, y: 40 };
  writeBounds(file, bounds, () => {});
  expect(readBounds(file)).toEqual(bounds);
});

test('without a file there are the defaults', () => expect(readBounds(file)).toEqual(defaultBounds));

test.each([
  '',
  '{',
  'null',
  '[]',
  '{"width":900}',
  '{"width":1,"height":1,"x":0,"y":0}',
  '{"width":900.5,"height":700,"x":0,"y":0}',
  '{"width":"900","height":700,"x":0,"y":0}',
  '{"width":1e999,"height":700,"x":0,"y":0}',
])('%s gives way to the defaults', (text) => {
  writeFileSync(file, text);
  expect(readBounds(file)).toEqual(defaultBounds);
});

test('only bounds are taken from the file', () => {
  writeFileSync(file, '{"width":900,"height":700,"x":0,"y":0,"webPreferences":{"sandbox":false}}');
  expect(readBounds(file)).toEqual({ width: 900, height: 700, x: 0, y: 0 });
});

test('a place that cannot be written is a warning, nothing worse', () => {
  const log = vi.fn();
  writeBounds(join(folder, 'none', 'window.json'), { width: 900, height: 700 }, log);
  expect(log.mock.calls.map(([level]) => level as string)).toEqual(['warn']);
  expect(() => readFileSync(file)).toThrow(/ENOENT/);
});
