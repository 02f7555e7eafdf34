/** What editors say of a post: comments with their replies, and verdicts on exact revisions. */
export const migration004 = `
CREATE TABLE comments (
  id TEXT PRIMARY KEY,
  post_id TEXT NOT NULL REFERENCES posts (id) ON DELETE CASCADE,
  revision_id TEXT NOT NULL REFERENCES revisions (id),
  -- null: on the post as a whole
  anchor TEXT CHECK (anchor IS NULL OR json_valid(anchor)),
  author TEXT NOT NULL,
  created_at TEXT NOT NULL,
  text TEXT NOT NULL,
  suggestion TEXT,
  outcome TEXT CHECK (outcome IN ('accepted', 'rejected')),
  resolved_at TEXT,
  resolved_by TEXT
) STRICT;
CREATE INDEX comments_by_post ON comments (post_id, created_at);
CREATE INDEX comments_by_revision ON comments (revision_id);

CREATE TABLE replies (
  id TEXT PRIMARY KEY,
  comment_id TEXT NOT NULL REFERENCES comments (id) ON DELETE CASCADE,
  author TEXT NOT NULL,
  created_at TEXT NOT NULL,
  text TEXT NOT NULL
) STRICT;
CREATE INDEX replies_by_comment ON replies (comment_id, created_at);

CREATE TABLE verdicts (
  seq INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  post_id TEXT NOT NULL REFERENCES posts (id) ON DELETE CASCADE,
  revision_id TEXT NOT NULL REFERENCES revisions (id),
  content_hash TEXT NOT NULL,
  verdict TEXT NOT NULL CHECK (verdict IN ('ready', 'changes-asked', 'approved')),
  author TEXT NOT NULL,
  note TEXT NOT NULL,
  created_at TEXT NOT NULL
) STRICT;
CREATE INDEX verdicts_by_post ON verdicts (post_id, seq DESC);
-- Such a blog is sent nothing but what was approved.
ALTER TABLE accounts ADD COLUMN approved_only INTEGER NOT NULL DEFAULT 0;
CREATE INDEX verdicts_by_revision ON verdicts (revision_id, seq DESC);
`;
