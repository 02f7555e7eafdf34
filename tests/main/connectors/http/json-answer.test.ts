import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { jsonIn, parseJsonAs } from '#main/connectors/http/json-answer.ts';

const first = (text: string) => jsonIn(text)[0];

describe('JSON as blogs send it', () => {
  it('is read as it is', () => {
    expect(first('{"id":4,"tags":[1]}')).toEqual({ id: 4, tags: [1] });
    expect(first('[]')).toEqual([]);
  });

  it('is found behind PHP notices', () => {
    const notice =
      '<br />\n<b>Warning</b>:  Undefined array key "x" in <b>/srv/{site}/a[1].php</b> on line <b>3</b><br />\n';
    expect(first(`${notice}{"id":4,"content":{"raw":"a } b"}}`)).toEqual({
      id: 4,
      content: { raw: 'a } b' },
    });
  });

  it('is found behind byte order marks and before a comment', () => {
    expect(first('\uFEFF{"id":4}')).toEqual({ id: 4 });
    expect(first('\uFEFF\r\n\uFEFF\n[]\n')).toEqual([]);
    expect(first('{"id":4}\n<!-- cached at 10:00 -->')).toEqual({ id: 4 });
  });

  it('is found between brackets of others', () => {
    const noise = 'Notice: Array [] to string {"a":1} on line [3]\n';
    const after = '<script>var ad = {id: 1}; if (a[0]) {}</script>';
    const answer = { id: 4, content: { raw: 'a } "b" \\ [' } };
    expect(first(noise + JSON.stringify(answer) + after)).toEqual(answer);
    expect(first(JSON.stringify([answer, answer]) + after)).toEqual([answer, answer]);
  });

  it('is the piece that is what it should be', () => {
    const ids = z.array(z.object({ id: z.number() }));
    expect(parseJsonAs('Notice: key [0] in [12,34]\n[{"id":4}]', ids).data).toEqual([{ id: 4 }]);
    expect(parseJsonAs('Notice: key [0]\n[]', ids).data).toEqual([]);
    expect(parseJsonAs('[0] {"id":"x"}', ids).success).toBe(false);
    expect(parseJsonAs('', ids).success).toBe(false);
  });

  it('is not made up where there is none', () => {
    expect(jsonIn('<!doctype html><title>Hotel Wi-Fi</title>')).toEqual([]);
    expect(jsonIn('{"id":4,"title":"cut sho')).toEqual([]);
    expect(jsonIn('')).toEqual([]);
  });

  it('is not the empty list in a script of a stranger’s page', () => {
    expect(jsonIn('<script>dataLayer = []; f({ });</script>')).toEqual([]);
    expect(jsonIn('<script>go(function () {})</script><p>[ ]</p>')).toEqual([]);
  });
});
