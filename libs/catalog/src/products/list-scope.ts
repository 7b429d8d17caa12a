/** What the names in a wish for a list stand for: the branch, the categories with all below them, and the words that may be meant. */
import { InvalidInput, uuidPattern, type Database } from '@plaza/platform';
import { ONLINE_BRANCH_ID } from '../structure/branch.entity';
import type { ProductFilter } from './product-filter';

/** No category ids: any category. */
export interface ListScope {
  branchId: string;
  categoryIds: string[];
  text?: SearchedText;
}

export interface SearchedText {
  /** As names are compared: small letters, no accents, single spaces. */
  plain: string;
  /** Too little to be looked for inside of names: they have to begin with it. */
  isShort: boolean;
  words: SearchedWord[];
}

export interface SearchedWord {
  typed: string;
  /** Words of names that come close to it, the closest first. */
  like: string[];
}

/** An index of three letters at a time has nothing to say about less. */
const insideCharactersMin = 3;
const wordsMax = 8;
const likeWordsMax = 3;

interface ScopeRow {
  branchId: string | null;
  categoryIds: string[] | null;
  plain: string | null;
  words: { typed: string; like: string[] | null }[] | null;
}

const scopeSql = `
  WITH RECURSIVE below AS (
    SELECT id FROM catalog.categories WHERE (id = $1::uuid OR slug = $2) AND removed_at IS NULL
    UNION
    SELECT child.id FROM catalog.categories child JOIN below ON child.parent_id = below.id
  )
  SELECT (SELECT id FROM catalog.branches WHERE (id = $3::uuid OR code = $4) AND closed_at IS NULL LIMIT 1) AS "branchId",
         (SELECT array_agg(id) FROM below) AS "categoryIds",
         catalog.plain($5) AS plain,
         (SELECT json_agg(json_build_object('typed', typed, 'like',
                   (SELECT array_agg(word) FROM catalog.words_like(typed, $6::integer) AS word)) ORDER BY at)
          FROM unnest(string_to_array(catalog.plain($5), ' ')) WITH ORDINALITY AS word (typed, at)) AS words`;

/** @throws InvalidInput when a category or a branch is named that is not there */
export async function scopeOf(database: Database, filter: ProductFilter): Promise<ListScope> {
  const { branch = 'online', category, q } = filter;
  const online = branch === 'online' || branch === ONLINE_BRANCH_ID;
  if (online && category === undefined && q === undefined) {
    return { branchId: ONLINE_BRANCH_ID, categoryIds: [] };
  }
  const [found] = await database.read<ScopeRow>(scopeSql, [
    ...idOrName(category),
    ...idOrName(branch),
    q === undefined ? null : q.trim().split(/\s+/u).slice(0, wordsMax).join(' '),
    likeWordsMax,
  ]);
  if (!found?.branchId) throw new InvalidInput([{ pointer: '/branch', detail: 'names no branch' }]);
  if (category !== undefined && !found.categoryIds) {
    throw new InvalidInput([{ pointer: '/category', detail: 'names no category' }]);
  }
  const { branchId, categoryIds, plain, words } = found;
  return {
    branchId,
    categoryIds: categoryIds ?? [],
    ...(plain !== null && { text: asText(plain, words ?? []) }),
  };
}

function idOrName(given: string | undefined): [string | null, string | null] {
  const name = given?.toLowerCase() ?? null;
  return [name !== null && uuidPattern.test(name) ? name : null, name];
}

function asText(plain: string, words: NonNullable<ScopeRow['words']>): SearchedText {
  return {
    plain,
    isShort: plain.length < insideCharactersMin || !/[\p{L}\p{N}]{2}/u.test(plain),
    words: words.map(({ typed, like }) => ({ typed, like: (like ?? []).filter((word) => word !== typed) })),
  };
}
