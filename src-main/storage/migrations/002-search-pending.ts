/** Posts whose words the search index does not have yet: a save notes them, the next search indexes them first. */
export const migration002 = `
CREATE TABLE search_pending (
  post_seq INTEGER PRIMARY KEY REFERENCES posts (seq) ON DELETE CASCADE
) STRICT;
`;
