import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Connector, MediaUpload } from '#main/connectors/connector.ts';
import { startWordPress, type TestWordPress } from '#tests/servers/wordpress/server.ts';
import { failureOf } from '../failure.ts';
import { pictureOf } from '../sample-post.ts';
import { adminCall } from './admin-call.ts';
import { connectorFor } from './connector-for.ts';
import { statusOf } from './status-of.ts';

const signal = AbortSignal.timeout(600_000);
const colour = () => `#${randomUUID().slice(0, 6)}`;

describe.each(['pretty', 'plain'] as const)('pictures and terms with %s permalinks', (permalinks) => {
  let blog: TestWordPress;
  let connector: Connector;

  beforeAll(async () => {
    blog = await startWordPress({ permalinks });
    connector = await connectorFor(blog, 'admin', signal);
  });
  afterAll(() => blog.stop());

  it('uploads a picture once, finds it by its hash, and sets its alt text', async () => {
    const upload = await pictureOf(colour());
    expect(await connector.findMedia(upload, signal)).toBeNull();
    const media = await connector.uploadMedia(upload, signal);
    expect(media).toMatchObject({ width: 60, height: 40 });
    expect(media.url).toContain(`zachod-slonca-${upload.hash.slice(0, 16)}.jpg`);
    const described: MediaUpload = { ...upload, alt: 'Inny "opis" & więcej' };
    expect(await connector.findMedia(described, signal)).toEqual(media);
    const stored = (await (await adminCall(blog, `wp/v2/media/${media.id}`)).json()) as {
      alt_text: string;
    };
    expect(stored.alt_text).toBe('Inny "opis" & więcej');
  });

  it('uses the picture that WordPress scaled down', async () => {
    const media = await connector.uploadMedia(await pictureOf(colour(), { width: 3000, height: 20 }), signal);
    expect(media.url).toContain('-scaled.jpg');
    expect(media.width).toBe(2560);
    expect(await statusOf(media.url)).toBe(200);
  });

  it('says that a file type is refused, not that the server failed', async () => {
    const bytes = new TextEncoder().encode('<svg xmlns="http://www.w3.org/2000/svg"/>');
    const upload = { ...(await pictureOf(colour())), mime: 'image/svg+xml', fileName: 'a.svg', bytes };
    expect(await failureOf(connector.uploadMedia(upload, signal))).toMatchObject({
      kind: 'rejected',
      info: { mayHaveActed: false },
    });
  });

  it('finds a term whatever its case, its ampersand and its letters, and makes it once', async () => {
    const unique = randomUUID().slice(0, 6);
    for (const taxonomy of ['category', 'tag'] as const) {
      const made = await connector.ensureTerm(taxonomy, `Żółw & Spółka ${unique}`, signal);
      expect(made.name).toBe(`Żółw & Spółka ${unique}`);
      const again = await connector.ensureTerm(taxonomy, `żółw &  SPÓŁKA ${unique}`, signal);
      expect(again.id).toBe(made.id);
      expect(await connector.terms(taxonomy, `& Spółka ${unique}`, signal)).toEqual([made]);
      const short = await connector.ensureTerm(taxonomy, `Ż${unique}`, signal);
      expect((await connector.ensureTerm(taxonomy, `ż${unique}`, signal)).id).toBe(short.id);
    }
  });
});
