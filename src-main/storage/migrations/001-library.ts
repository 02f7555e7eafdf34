/** The first library: posts with their drafts, revisions, media, accounts, the publish queue, search. */
export const migration001 = `
CREATE TABLE settings (
  key TEXT PRIMARY KEY,
  value TEXT NOT NULL CHECK (json_valid(value))
) STRICT, WITHOUT ROWID;

CREATE TABLE accounts (
  id TEXT PRIMARY KEY,
  kind TEXT NOT NULL,
  name TEXT NOT NULL,
  address TEXT NOT NULL,
  user_name TEXT,
  secret_storage TEXT NOT NULL CHECK (secret_storage IN ('keychain', 'file', 'session', 'none')),
  -- connector settings: API root, folder path, …
  settings TEXT NOT NULL CHECK (json_valid(settings)),
  is_default INTEGER NOT NULL DEFAULT 0,
  created_at TEXT NOT NULL
) STRICT;
CREATE UNIQUE INDEX accounts_one_default ON accounts (is_default) WHERE is_default = 1;

CREATE TABLE account_terms (
  account_id TEXT NOT NULL REFERENCES accounts (id) ON DELETE CASCADE,
  taxonomy TEXT NOT NULL CHECK (taxonomy IN ('category', 'tag')),
  remote_id TEXT NOT NULL,
  name TEXT NOT NULL,
  PRIMARY KEY (account_id, taxonomy, remote_id)
) STRICT, WITHOUT ROWID;

-- A post and its draft. seq is the rowid the search index hangs on.
CREATE TABLE posts (
  seq INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  version INTEGER NOT NULL DEFAULT 0,
  document_version INTEGER NOT NULL,
  title TEXT NOT NULL,
  -- everything of the document but title and body
  fields TEXT NOT NULL CHECK (json_valid(fields)),
  body TEXT NOT NULL,
  -- visible text of the body, for search and snippets
  body_text TEXT NOT NULL,
  -- SHA-256 of the whole document, to tell unchanged from changed
  content_hash TEXT NOT NULL,
  word_count INTEGER NOT NULL,
  featured_asset TEXT,
  status TEXT NOT NULL DEFAULT 'draft' CHECK (status IN ('draft', 'scheduled', 'published', 'changed')),
  created_at TEXT NOT NULL,
  updated_at TEXT NOT NULL,
  trashed_at TEXT
) STRICT;
CREATE INDEX posts_by_updated ON posts (trashed_at, updated_at DESC);
CREATE INDEX posts_by_created ON posts (trashed_at, created_at DESC);
CREATE INDEX posts_by_title ON posts (trashed_at, title);
CREATE INDEX posts_by_status ON posts (trashed_at, status, updated_at DESC);

CREATE TABLE post_terms (
  post_seq INTEGER NOT NULL REFERENCES posts (seq) ON DELETE CASCADE,
  taxonomy TEXT NOT NULL CHECK (taxonomy IN ('category', 'tag')),
  name TEXT NOT NULL,
  PRIMARY KEY (taxonomy, name, post_seq)
) STRICT, WITHOUT ROWID;
CREATE INDEX post_terms_by_post ON post_terms (post_seq);

-- Text is folded before it is indexed (see src-shared/document/folding.ts); contentless, so it is stored once.
CREATE VIRTUAL TABLE post_search USING fts5 (
  title, body, excerpt, terms,
  content = '', contentless_delete = 1,
  tokenize = "unicode61 remove_diacritics 2", prefix = '2 3'
);

CREATE TABLE media (
  hash TEXT PRIMARY KEY,
  file_name TEXT NOT NULL,
  mime TEXT NOT NULL,
  bytes INTEGER NOT NULL,
  width INTEGER NOT NULL,
  height INTEGER NOT NULL,
  added_at TEXT NOT NULL
) STRICT, WITHOUT ROWID;

-- Immutable. The document is zstd-compressed JSON.
CREATE TABLE revisions (
  id TEXT PRIMARY KEY,
  post_id TEXT NOT NULL REFERENCES posts (id) ON DELETE CASCADE,
  seq INTEGER NOT NULL,
  cause TEXT NOT NULL,
  author TEXT NOT NULL,
  device TEXT NOT NULL,
  created_at TEXT NOT NULL,
  content_hash TEXT NOT NULL,
  document BLOB NOT NULL,
  UNIQUE (post_id, seq)
) STRICT;

-- Where a post stands on one blog, and the base both sides agreed on.
CREATE TABLE remote_posts (
  post_id TEXT NOT NULL REFERENCES posts (id) ON DELETE CASCADE,
  account_id TEXT NOT NULL REFERENCES accounts (id) ON DELETE CASCADE,
  remote_id TEXT NOT NULL,
  remote_status TEXT NOT NULL CHECK (remote_status IN ('draft', 'scheduled', 'published', 'unpublished')),
  permalink TEXT,
  open_url TEXT,
  published_at TEXT,
  base_revision_id TEXT REFERENCES revisions (id),
  base_content_hash TEXT,
  -- the remote post as it was when both agreed: for noticing changes made on the blog
  base_remote TEXT CHECK (base_remote IS NULL OR json_valid(base_remote)),
  receipt TEXT CHECK (receipt IS NULL OR json_valid(receipt)),
  PRIMARY KEY (post_id, account_id)
) STRICT, WITHOUT ROWID;

CREATE TABLE publish_jobs (
  id TEXT PRIMARY KEY,
  seq INTEGER NOT NULL UNIQUE,
  post_id TEXT NOT NULL REFERENCES posts (id) ON DELETE CASCADE,
  account_id TEXT NOT NULL,
  revision_id TEXT REFERENCES revisions (id),
  kind TEXT NOT NULL,
  state TEXT NOT NULL CHECK (state IN ('queued', 'running', 'waiting', 'needs-attention', 'succeeded', 'cancelled')),
  marker TEXT NOT NULL,
  publish_at TEXT,
  -- decisions a person took for this job (overwrite, leave a term out, …)
  decisions TEXT NOT NULL DEFAULT '{}' CHECK (json_valid(decisions)),
  attempts INTEGER NOT NULL DEFAULT 0,
  next_try_at TEXT,
  problem TEXT CHECK (problem IS NULL OR json_valid(problem)),
  permalink TEXT,
  open_url TEXT,
  receipt TEXT CHECK (receipt IS NULL OR json_valid(receipt)),
  created_at TEXT NOT NULL,
  ended_at TEXT,
  cleared INTEGER NOT NULL DEFAULT 0
) STRICT;
-- one unfinished job per post and blog
CREATE UNIQUE INDEX publish_jobs_one_open ON publish_jobs (post_id, account_id)
  WHERE state NOT IN ('succeeded', 'cancelled');
CREATE INDEX publish_jobs_by_state ON publish_jobs (state, next_try_at);

-- The journal: each step's result is recorded before the next begins.
CREATE TABLE publish_steps (
  job_id TEXT NOT NULL REFERENCES publish_jobs (id) ON DELETE CASCADE,
  position INTEGER NOT NULL,
  key TEXT NOT NULL,
  kind TEXT NOT NULL,
  subject TEXT NOT NULL,
  state TEXT NOT NULL CHECK (state IN ('pending', 'running', 'ambiguous', 'done')),
  result TEXT CHECK (result IS NULL OR json_valid(result)),
  started_at TEXT,
  ended_at TEXT,
  PRIMARY KEY (job_id, key)
) STRICT, WITHOUT ROWID;
`;
