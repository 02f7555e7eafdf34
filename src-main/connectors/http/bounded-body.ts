import type { Response } from 'undici';
import { ConnectorError } from '../connector-error.ts';

/**
 * The text of an answer, as UTF-8, after decompression. ConnectorError `answer-unreadable` when it is longer
 * than `maxBytes`: the rest is not downloaded.
 */
export async function readBounded(response: Response, maxBytes: number, onlyReads: boolean): Promise<string> {
  if (!response.body) return '';
  const decoder = new TextDecoder();
  let text = '';
  let length = 0;
  for await (const chunk of response.body) {
    length += chunk.byteLength;
    if (length > maxBytes) {
      throw new ConnectorError('answer-unreadable', `The answer is longer than ${maxBytes} bytes.`, {
        mayHaveActed: !onlyReads,
        status: response.status,
      });
    }
    text += decoder.decode(chunk, { stream: true });
  }
  return text + decoder.decode();
}
