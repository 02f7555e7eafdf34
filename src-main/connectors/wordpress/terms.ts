/** Categories and tags of a WordPress blog. Names come with character references and are decoded here. */
import { z } from 'zod';
import type { Taxonomy } from '#shared/contract/accounts.ts';
import { slugify } from '#shared/document/slug.ts';
import type { RemoteTerm } from '../connector.ts';
import { ConnectorError } from '../connector-error.ts';
import type { Query } from './api-url.ts';
import { decodeEntities } from './entities.ts';
import type { WordPressApi } from './wordpress-api.ts';

const paths: Readonly<Record<Taxonomy, string>> = { category: 'wp/v2/categories', tag: 'wp/v2/tags' };
const termSchema = z.object({ id: z.number().int(), name: z.string() });
const existingTermSchema = z.object({ term_id: z.coerce.number().int() });

export function createWordPressTerms(api: WordPressApi) {
  async function list(taxonomy: Taxonomy, query: Query, signal: AbortSignal): Promise<RemoteTerm[]> {
    const { data } = await api.get(
      paths[taxonomy],
      { _fields: 'id,name', ...query },
      z.array(termSchema),
      signal,
    );
    return data.map(({ id, name }) => ({ id: String(id), name: decodeEntities(name) }));
  }

  async function find(taxonomy: Taxonomy, name: string, signal: AbortSignal): Promise<RemoteTerm | null> {
    const bySearch = await list(taxonomy, { search: searchable(name), per_page: 100 }, signal);
    const found = bestMatch(bySearch, name);
    if (found) return found;
    // The database may tell Ż from ż where WordPress's slug does not.
    const slug = slugify(name);
    return slug === '' ? null : bestMatch(await list(taxonomy, { slug }, signal), name);
  }

  async function create(taxonomy: Taxonomy, name: string, signal: AbortSignal): Promise<RemoteTerm> {
    try {
      const { data } = await api.post(paths[taxonomy], { _fields: 'id,name' }, { name }, termSchema, signal);
      return { id: String(data.id), name: decodeEntities(data.name) };
    } catch (error) {
      const existing = existingTermId(error);
      if (existing === null) throw error;
      return { id: existing, name };
    }
  }

  return {
    async terms(taxonomy: Taxonomy, query: string, signal: AbortSignal): Promise<RemoteTerm[]> {
      const search = searchable(query);
      return list(
        taxonomy,
        { per_page: 50, orderby: 'count', order: 'desc', ...(search === '' ? {} : { search }) },
        signal,
      );
    },

    async ensureTerm(taxonomy: Taxonomy, name: string, signal: AbortSignal): Promise<RemoteTerm> {
      return (await find(taxonomy, name, signal)) ?? (await create(taxonomy, name, signal));
    },
  };
}

/** WordPress searches the stored name, where `&` is `&amp;`: the longest part free of such characters is asked for. */
function searchable(name: string): string {
  return name
    .split(/[&<>"']/)
    .map((part) => part.trim())
    .reduce((longest, part) => (part.length > longest.length ? part : longest), '');
}

function bestMatch(terms: readonly RemoteTerm[], name: string): RemoteTerm | null {
  const same = terms.filter((term) => fold(term.name) === fold(name));
  return same.find((term) => term.name === name) ?? same[0] ?? null;
}

function fold(name: string): string {
  return name.normalize('NFC').toLowerCase().replace(/\s+/g, ' ').trim();
}

/** Somebody else was quicker, or the blog matches names more widely than we do: it tells which term it means. */
function existingTermId(error: unknown): string | null {
  if (!(error instanceof ConnectorError) || error.info.serverCode !== 'term_exists') return null;
  const { data } = existingTermSchema.safeParse(error.info.serverData);
  return data ? String(data.term_id) : null;
}
