/**
 * The code for one kind of blog. The queue drives a connector step by step and records each answer;
 * a connector never retries, never remembers, and says honestly whether a failed request may have acted.
 */
import type { PostDocument, AssetHash } from '#shared/document/post-document.ts';
import type { Capabilities, Taxonomy, AccountKind } from '#shared/contract/accounts.ts';

export interface BlogProfile {
  /** The blog's own title. */
  readonly name: string;
  /** Canonical address people visit. */
  readonly address: string;
  readonly userName: string | null;
}

export interface RemoteTerm {
  readonly id: string;
  readonly name: string;
}

/** A web-sized copy of an asset, ready to send. */
export interface MediaUpload {
  readonly hash: AssetHash;
  /** Carries the first 16 hex digits of the hash, so that the upload can be found again by name. */
  readonly fileName: string;
  readonly mime: string;
  readonly bytes: Uint8Array;
  readonly width: number;
  readonly height: number;
  readonly alt: string;
}

export interface RemoteMedia {
  readonly id: string;
  /** Address to put into the content; for a folder blog relative to the post's own page. */
  readonly url: string;
  readonly width: number;
  readonly height: number;
}

/** What goes to the blog, rendered in the blog's own dialect. JSON-serialisable: it is kept in the job's journal. */
export interface RemoteContent {
  readonly title: string;
  readonly content: string;
  readonly excerpt: string;
  readonly slug: string;
  readonly categories: readonly RemoteTerm[];
  readonly tags: readonly RemoteTerm[];
  readonly featuredMedia: RemoteMedia | null;
}

export interface RenderInput {
  readonly document: PostDocument;
  /** Every asset the document names, as uploaded. */
  readonly media: ReadonlyMap<AssetHash, RemoteMedia>;
  readonly categories: readonly RemoteTerm[];
  readonly tags: readonly RemoteTerm[];
}

export type RemoteStatus = 'draft' | 'scheduled' | 'published';

/** A post as the blog holds it now. */
export interface RemotePost {
  readonly id: string;
  readonly status: RemoteStatus;
  readonly slug: string;
  readonly title: string;
  /** Raw, as stored: for comparing with what was sent. */
  readonly content: string;
  readonly excerpt: string;
  readonly categoryIds: readonly string[];
  readonly tagIds: readonly string[];
  readonly featuredMediaId: string | null;
  readonly permalink: string;
  /** Where a browser beside this host can open it; the folder blog's page has its own. */
  readonly openUrl: string;
  /** Publication date, UTC ISO; null for a draft without one. */
  readonly date: string | null;
  /** Last change, UTC ISO, whole seconds on WordPress. */
  readonly modified: string;
}

/** What a reader of the live page sees; null fields could not be read (a draft has no public page). */
export interface LivePage {
  readonly url: string;
  readonly title: string | null;
  /** Visible text of the article, white space folded. */
  readonly text: string | null;
  readonly images: readonly {
    readonly url: string;
    readonly alt: string;
    readonly reachable: boolean | null;
  }[];
  readonly links: readonly string[];
}

export interface FillInput {
  readonly remoteId: string;
  readonly content: RemoteContent;
  readonly status: RemoteStatus;
  /** UTC ISO; null: leave to the blog (now, when publishing). */
  readonly date: string | null;
}

/**
 * One signed-in connection to one blog. Every method may throw ConnectorError. Methods are safe to run
 * again unless they say otherwise.
 */
export interface Connector {
  readonly kind: AccountKind;
  readonly capabilities: Capabilities;

  /** Signs in and says what blog this is. */
  verify(signal: AbortSignal): Promise<BlogProfile>;
  /** Terms whose name contains `query`, at most 50; an empty query lists the most used. */
  terms(taxonomy: Taxonomy, query: string, signal: AbortSignal): Promise<RemoteTerm[]>;

  /** Looks for an earlier upload of this asset by the hash in its file name. */
  findMedia(upload: MediaUpload, signal: AbortSignal): Promise<RemoteMedia | null>;
  /** Uploads; running it twice makes two uploads: ask `findMedia` after a lost answer. */
  uploadMedia(upload: MediaUpload, signal: AbortSignal): Promise<RemoteMedia>;
  /** Ids of those of these uploads that the blog does not have any more. */
  missingMedia(media: readonly RemoteMedia[], signal: AbortSignal): Promise<string[]>;
  /** Finds or makes the term by its name, case-insensitively. */
  ensureTerm(taxonomy: Taxonomy, name: string, signal: AbortSignal): Promise<RemoteTerm>;

  /** Looks for the post we reserved under this marker; null when it is not there. */
  findReserved(marker: string, signal: AbortSignal): Promise<RemotePost | null>;
  /** Creates the remote post as a draft carrying the marker; twice makes two: ask `findReserved` after a lost answer. */
  reserve(marker: string, title: string, signal: AbortSignal): Promise<RemotePost>;
  /** Renders a document in the blog's dialect. Pure. */
  render(input: RenderInput): RemoteContent;
  /** Writes everything and sets status and date; the marker's slug gives way to the real one. */
  fill(input: FillInput, signal: AbortSignal): Promise<RemotePost>;
  /** The post as it is now; null when it is deleted or in the blog's trash. */
  read(remoteId: string, signal: AbortSignal): Promise<RemotePost | null>;
  /** Posts that already stand at this slug, other than `exceptId`. */
  findBySlug(slug: string, exceptId: string | null, signal: AbortSignal): Promise<RemotePost | null>;
  /** Takes the post off the blog, keeping it there as a draft. */
  unpublish(remoteId: string, signal: AbortSignal): Promise<RemotePost>;
  /** Reads the public page of a published post, without credentials. */
  readLivePage(post: RemotePost, signal: AbortSignal): Promise<LivePage>;
  /** Whether the blog can be reached at all, cheaply; never throws. */
  ping(signal: AbortSignal): Promise<boolean>;
}
