/** What each kind of blog can do; the interface offers nothing else. */
import type { Capabilities } from '#shared/contract/accounts.ts';

const everything: Capabilities = {
  schedule: true,
  saveDraft: true,
  unpublish: true,
  categories: true,
  tags: true,
  featuredImage: true,
  excerpt: true,
  slug: true,
};

export const wordPressCapabilities = everything;
export const folderCapabilities = everything;
