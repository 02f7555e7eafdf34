/** Categories and tags of a folder blog: the names that its posts use. A term's id is its name. */
import type { Taxonomy } from '#shared/contract/accounts.ts';
import type { RemoteTerm } from '../connector.ts';
import type { PostState } from './post-state.ts';

const maxTerms = 50;

/** Those whose name contains `query`, the most used first. */
export function usedTerms(posts: readonly PostState[], taxonomy: Taxonomy, query: string): RemoteTerm[] {
  const uses = new Map<string, number>();
  for (const post of posts) {
    for (const { name } of taxonomy === 'category' ? post.categories : post.tags) {
      uses.set(name, (uses.get(name) ?? 0) + 1);
    }
  }
  return [...uses]
    .filter(([name]) => fold(name).includes(fold(query)))
    .toSorted(([nameA, a], [nameB, b]) => b - a || nameA.localeCompare(nameB))
    .slice(0, maxTerms)
    .map(([name]) => ({ id: name, name }));
}

/** The term as it is already written in the blog, whatever the case; else as it was asked for. */
export function termNamed(posts: readonly PostState[], taxonomy: Taxonomy, name: string): RemoteTerm {
  const wanted = name.replace(/\s+/g, ' ').trim();
  const used = posts
    .flatMap((post) => (taxonomy === 'category' ? post.categories : post.tags))
    .filter((term) => fold(term.name) === fold(wanted));
  return used.find((term) => term.name === wanted) ?? used[0] ?? { id: wanted, name: wanted };
}

function fold(name: string): string {
  return name.normalize('NFC').toLowerCase();
}
