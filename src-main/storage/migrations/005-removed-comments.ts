/** Removed comments stay removed when a newer review file brings them again; and what asks of a revision finds it at once. */
export const migration005 = `
CREATE TABLE removed_comments (
  id TEXT PRIMARY KEY,
  post_id TEXT NOT NULL REFERENCES posts (id) ON DELETE CASCADE
) STRICT, WITHOUT ROWID;
CREATE INDEX removed_comments_by_post ON removed_comments (post_id);
-- The timeline, thinning and deleting ask of every revision where it is used.
CREATE INDEX remote_posts_by_base ON remote_posts (base_revision_id) WHERE base_revision_id IS NOT NULL;
CREATE INDEX publish_jobs_by_revision ON publish_jobs (revision_id) WHERE revision_id IS NOT NULL;
`;
