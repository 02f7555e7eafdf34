/** Revisions as a timeline: names and notes, and documents stored as what changed since the one before. */
export const migration003 = `
ALTER TABLE revisions ADD COLUMN name TEXT NOT NULL DEFAULT '';
ALTER TABLE revisions ADD COLUMN note TEXT NOT NULL DEFAULT '';
ALTER TABLE revisions ADD COLUMN title TEXT NOT NULL DEFAULT '';
ALTER TABLE revisions ADD COLUMN word_count INTEGER NOT NULL DEFAULT 0;
-- The revision whose stored document is the dictionary of this one's; null for a full copy.
ALTER TABLE revisions ADD COLUMN base_id TEXT;
-- How many deltas lie between this one and its full copy.
ALTER TABLE revisions ADD COLUMN depth INTEGER NOT NULL DEFAULT 0;
-- Found unreadable when it was opened.
ALTER TABLE revisions ADD COLUMN is_damaged INTEGER NOT NULL DEFAULT 0;
UPDATE revisions SET cause = 'checkpoint' WHERE cause = 'autosave';
UPDATE revisions SET
  title = (SELECT title FROM posts WHERE posts.id = revisions.post_id),
  word_count = (SELECT word_count FROM posts WHERE posts.id = revisions.post_id);
CREATE INDEX revisions_by_base ON revisions (base_id) WHERE base_id IS NOT NULL;
`;
