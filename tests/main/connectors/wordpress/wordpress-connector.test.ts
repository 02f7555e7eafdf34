import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Connector, RemoteContent } from '#main/connectors/connector.ts';
import type { PostDocument } from '#shared/document/post-document.ts';
import { startWordPress, type TestWordPress } from '#tests/servers/wordpress/server.ts';
import { failureOf } from '../failure.ts';
import { adminCall } from './admin-call.ts';
import { connectorFor, type Role } from './connector-for.ts';
import { statusOf } from './status-of.ts';
import { bodyOf, image, paragraphOf, pictureOf, sampleDocument } from '../sample-post.ts';

const signal = AbortSignal.timeout(600_000);
const newMarker = () => `brulion-${randomUUID().replaceAll('-', '')}`;
const inAYear = new Date(Date.now() + 365 * 86_400_000).toISOString();

describe.each(['pretty', 'plain'] as const)('WordPress with %s permalinks', (permalinks) => {
  let blog: TestWordPress;
  let connector: Connector;

  beforeAll(async () => {
    blog = await startWordPress({ permalinks });
    connector = await connectorOf('admin');
  });
  afterAll(() => blog.stop());

  const connectorOf = (role: Role, password?: string | null) => connectorFor(blog, role, signal, password);

  function rendered(change: Partial<PostDocument> = {}): RemoteContent {
    const document = sampleDocument({ slug: `wpis-${randomUUID().slice(0, 8)}`, ...change });
    return connector.render({ document, media: new Map(), categories: [], tags: [] });
  }

  async function published(content: RemoteContent) {
    const { id } = await connector.reserve(newMarker(), content.title, signal);
    return connector.fill({ remoteId: id, content, status: 'published', date: null }, signal);
  }

  it('says what blog it is and that it answers', async () => {
    expect(await connector.verify(signal)).toMatchObject({ name: 'Test blog', userName: 'admin' });
    expect(await connector.ping(signal)).toBe(true);
  });

  it('refuses to sign in without a password, asking nobody', async () => {
    const without = await connectorOf('admin', null);
    expect(await failureOf(without.reserve('x', 'x', signal))).toMatchObject({
      kind: 'sign-in-refused',
      info: { mayHaveActed: false, serverCode: 'password-missing' },
    });
    const wrong = await connectorOf('admin', 'wrong');
    expect(await failureOf(wrong.verify(signal))).toMatchObject({ kind: 'sign-in-refused' });
  });

  it('finds a reserved post by its marker, and fills it with exactly what was sent', async () => {
    const marker = newMarker();
    expect(await connector.findReserved(marker, signal)).toBeNull();
    const reserved = await connector.reserve(marker, '', signal);
    expect(reserved).toMatchObject({ status: 'draft', slug: marker, date: null });
    expect((await connector.findReserved(marker, signal))?.id).toBe(reserved.id);

    const content = rendered();
    const before = Date.now() - 2000;
    const live = await connector.fill(
      { remoteId: reserved.id, content, status: 'published', date: null },
      signal,
    );
    expect(live).toMatchObject({
      id: reserved.id,
      status: 'published',
      slug: content.slug,
      title: content.title,
      content: content.content,
      excerpt: content.excerpt,
      featuredMediaId: null,
    });
    expect(Math.abs(Date.parse(live.date ?? '') - before)).toBeLessThan(60_000);
    expect(await connector.read(live.id, signal)).toEqual(live);
    expect(await connector.findReserved(marker, signal)).toBeNull();
  });

  it('changes a live post and leaves its date and address alone', async () => {
    const first = await published(rendered());
    const content = rendered({ title: 'Druga wersja', slug: first.slug });
    const second = await connector.fill(
      { remoteId: first.id, content, status: 'published', date: null },
      signal,
    );
    expect(second).toMatchObject({
      title: 'Druga wersja',
      date: first.date,
      slug: first.slug,
      permalink: first.permalink,
    });
  });

  it('schedules; publishing the same post at once gives it now for its date', async () => {
    const content = rendered();
    const { id } = await connector.reserve(newMarker(), content.title, signal);
    const scheduled = await connector.fill(
      { remoteId: id, content, status: 'scheduled', date: inAYear },
      signal,
    );
    expect(scheduled.status).toBe('scheduled');
    expect(scheduled.date?.slice(0, 19)).toBe(inAYear.slice(0, 19));
    const live = await connector.fill({ remoteId: id, content, status: 'published', date: null }, signal);
    expect(live.status).toBe('published');
    expect(Math.abs(Date.parse(live.date ?? '') - Date.now())).toBeLessThan(60_000);
  });

  it('takes a scheduled post back and can publish it later', async () => {
    const content = rendered();
    const { id } = await connector.reserve(newMarker(), content.title, signal);
    await connector.fill({ remoteId: id, content, status: 'scheduled', date: inAYear }, signal);
    expect(await connector.unpublish(id, signal)).toMatchObject({ status: 'draft', date: null });
    const live = await connector.fill({ remoteId: id, content, status: 'published', date: null }, signal);
    expect(live.status).toBe('published');
  });

  it('takes a post off the blog', async () => {
    const live = await published(rendered());
    expect(await statusOf(live.permalink)).toBe(200);
    expect(await connector.unpublish(live.id, signal)).toMatchObject({ status: 'draft', slug: live.slug });
    expect(await statusOf(live.permalink)).toBe(404);
  });

  it('keeps a post private that was made private on the blog', async () => {
    const live = await published(rendered());
    await adminCall(blog, `wp/v2/posts/${live.id}`, { method: 'POST', body: { status: 'private' } });
    const content = rendered({ slug: live.slug });
    await connector.fill({ remoteId: live.id, content, status: 'published', date: null }, signal);
    expect(await statusOf(live.permalink)).toBe(404);
  });

  it('sees no post that is deleted or in the trash', async () => {
    const live = await published(rendered());
    await adminCall(blog, `wp/v2/posts/${live.id}`, { method: 'DELETE' });
    expect(await connector.read(live.id, signal)).toBeNull();
    await adminCall(blog, `wp/v2/posts/${live.id}`, { method: 'DELETE', query: { force: 'true' } });
    expect(await connector.read(live.id, signal)).toBeNull();
  });

  it('finds who stands at a slug, also when another user wrote it', async () => {
    const live = await published(rendered());
    expect((await connector.findBySlug(live.slug, null, signal))?.id).toBe(live.id);
    expect(await connector.findBySlug(live.slug, live.id, signal)).toBeNull();
    const author = await connectorOf('author');
    expect((await author.findBySlug(live.slug, null, signal))?.id).toBe(live.id);
  });

  it('shows on its page what was sent', async () => {
    const upload = await pictureOf(colour());
    const media = await connector.uploadMedia(upload, signal);
    const category = await connector.ensureTerm('category', 'Marketing', signal);
    const document = sampleDocument({
      slug: `strona-${randomUUID().slice(0, 8)}`,
      body: bodyOf(
        ...sampleDocument().body.root.children,
        image(upload.hash, 'Obraz "w tekście"'),
        paragraphOf('Koniec.'),
      ),
      featuredImage: { asset: upload.hash, alt: upload.alt },
    });
    const content = connector.render({
      document,
      media: new Map([[upload.hash, media]]),
      categories: [category],
      tags: [],
    });
    const live = await published(content);
    expect(live).toMatchObject({ featuredMediaId: media.id, categoryIds: [category.id] });
    const page = await connector.readLivePage(live, signal);
    expect(page.title).toContain('Żółw & <spółka>');
    expect(page.text).toContain('zażółć gęślą jaźń, 5 < 6 & 7.');
    expect(page.text).toContain('Koniec.');
    expect(page.links).toContain('https://example.org/a?b=1&c=2');
    expect(page.images).toContainEqual({ url: media.url, alt: 'Obraz "w tekście"', reachable: true });
    expect(page.images.every(({ reachable }) => reachable)).toBe(true);
  });

  it('lets a contributor write a draft, and says that publishing is forbidden', async () => {
    const contributor = await connectorOf('contributor');
    expect((await contributor.verify(signal)).userName).toBe('contributor');
    const content = rendered();
    const { id } = await contributor.reserve(newMarker(), content.title, signal);
    const draft = await contributor.fill({ remoteId: id, content, status: 'draft', date: null }, signal);
    expect(draft).toMatchObject({ status: 'draft', title: content.title });
    expect(
      await failureOf(contributor.fill({ remoteId: id, content, status: 'published', date: null }, signal)),
    ).toMatchObject({ kind: 'forbidden', info: { mayHaveActed: false, serverCode: 'rest_cannot_publish' } });
    expect(await failureOf(contributor.uploadMedia(await pictureOf(colour()), signal))).toMatchObject({
      kind: 'forbidden',
    });
  });
});

function colour(): string {
  return `#${randomUUID().slice(0, 6)}`;
}
