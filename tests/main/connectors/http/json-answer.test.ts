import { describe, expect, it } from 'vitest';
import { parseJson } from '#main/connectors/http/json-answer.ts';

describe('JSON as blogs send it', () => {
  it('is read as it is', () => {
    expect(parseJson('{"id":4,"tags":[1]}')).toEqual({ id: 4, tags: [1] });
    expect(parseJson('[]')).toEqual([]);
  });

  it('is found behind PHP notices', () => {
    const notice =
      '<br />\n<b>Warning</b>:  Undefined array key "x" in <b>/srv/{site}/a[1].php</b> on line <b>3</b><br />\n';
    expect(parseJson(`${notice}{"id":4,"content":{"raw":"a } b"}}`)).toEqual({
      id: 4,
      content: { raw: 'a } b' },
    });
  });

  it('is found behind a byte order mark and before a comment', () => {
    expect(parseJson('\uFEFF{"id":4}')).toEqual({ id: 4 });
    expect(parseJson('{"id":4}\n<!-- cached at 10:00 -->')).toEqual({ id: 4 });
  });

  it('is not made up where there is none', () => {
    expect(parseJson('<!doctype html><title>Hotel Wi-Fi</title>')).toBeUndefined();
    expect(parseJson('{"id":4,"title":"cut sho')).toBeUndefined();
    expect(parseJson('')).toBeUndefined();
  });
});
