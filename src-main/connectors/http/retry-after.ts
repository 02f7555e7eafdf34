/**
 * Retry-After (RFC 9110, 10.2.3), in seconds or as an HTTP date, as ms from now; never negative. Undefined
 * when it is absent or not understood. A date is taken by the server's own clock where it tells it.
 */
export function retryAfterMs(headers: Pick<Headers, 'get'>, now: Date): number | undefined {
  const value = headers.get('retry-after')?.trim();
  if (!value) return undefined;
  if (/^\d+$/.test(value)) return Number(value) * 1000;
  const until = Date.parse(value);
  if (Number.isNaN(until)) return undefined;
  const serverNow = Date.parse(headers.get('date') ?? '');
  return Math.max(0, until - (Number.isNaN(serverNow) ? now.getTime() : serverNow));
}
