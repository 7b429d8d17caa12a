/** Carries what react-admin wants of lists and rows to Plaza, by what each collection says of itself. */
import type { DataProvider, GetManyReferenceParams, GetListParams, RaRecord } from 'ra-core';
import { send } from './api';
import { pathOf, rowOf, toldOf, type Collection, type Row, type Told } from './collection';
import { pageNumber, type Page } from './pages';

const pageRowsDefault = 25;
/** Asked side by side, for what a page refers to. */
const manyAtOnceMax = 8;

type Find = (resource: string) => Collection;

export function dataProviderFor(find: Find): DataProvider {
  const provider: DataProvider = {
    supportAbortSignal: true,
    getList: async (resource, params) => listed(await list(find(resource), params)),
    getManyReference: async (resource, params) => listed(await list(find(resource), referring(params))),
    getOne: async (resource, { id, signal }) => told(await one(find(resource), String(id), signal)),
    getMany: async (resource, { ids }) => many(await oneByOne(find(resource), ids.map(String))),
    create: async (resource, { data }) => told(await create(find(resource), toldOf(data))),
    update: async (resource, { id, data, previousData }) =>
      told(await change(find(resource), String(id), toldOf(data), toldOf(previousData))),
    updateMany: () => Promise.reject(new Error('Rows are changed one by one')),
    delete: async (resource, { id }) => {
      await send(new Request(pathOf(find(resource), String(id)), { method: 'DELETE' }));
      return told({ id: String(id) });
    },
    deleteMany: () => Promise.reject(new Error('Rows are deleted one by one')),
  };
  return provider;
}

/** React-admin asks for rows of whatever type its caller names; what they are is said by the description. */
const told = <Known extends RaRecord>(row: Row) => ({ data: row as unknown as Known });
const many = <Known extends RaRecord>(rows: Row[]) => ({ data: rows as unknown as Known[] });

interface Listed {
  page: Page;
  /** How many rows lie before it. */
  before: number;
}

/** How many there are is known where they end. */
function listed<Known extends RaRecord>({ page: { rows, next }, before }: Listed) {
  if (next === null) return { ...many<Known>(rows), total: before + rows.length };
  return { ...many<Known>(rows), pageInfo: { hasNextPage: true, hasPreviousPage: before > 0 } };
}

async function list(
  collection: Collection,
  { pagination, sort, filter, signal }: GetListParams,
): Promise<Listed> {
  const number = pagination?.page ?? 1;
  const limit = pagination?.perPage ?? pageRowsDefault;
  const wish = { filter: toldOf(filter), sort, limit, signal };
  return { page: await pageNumber(collection, wish, number), before: (number - 1) * limit };
}

const referring = ({ target, id, filter, ...rest }: GetManyReferenceParams): GetListParams => ({
  ...rest,
  filter: { ...toldOf(filter), [target]: id },
});

async function one(collection: Collection, id: string, signal?: AbortSignal): Promise<Row> {
  const response = await send(new Request(pathOf(collection, id), { ...(signal && { signal }) }));
  return { ...rowOf(collection, (await response.json()) as Told), id };
}

async function oneByOne(collection: Collection, ids: string[]): Promise<Row[]> {
  const rows: Row[] = [];
  for (let at = 0; at < ids.length; at += manyAtOnceMax) {
    const some = ids.slice(at, at + manyAtOnceMax).map((id) => one(collection, id));
    for (const outcome of await Promise.allSettled(some))
      if (outcome.status === 'fulfilled') rows.push(outcome.value);
  }
  return rows;
}

async function create(collection: Collection, fields: Told): Promise<Row> {
  const body = collection.bodyOf ? collection.bodyOf(fields) : fields;
  return written(collection, 'POST', collection.path, body);
}

/** Sends what is other than it was, so that what somebody else has changed meanwhile stays. */
async function change(collection: Collection, id: string, fields: Told, before: Told): Promise<Row> {
  const of = (each: Told) => (collection.bodyOf ? collection.bodyOf(each) : each);
  const [now, was] = [of(fields), of(before)];
  const changed = Object.entries(now).filter(
    ([name, value]) => JSON.stringify(value) !== JSON.stringify(was[name]),
  );
  if (changed.length === 0) return rowOf(collection, before);
  return written(collection, 'PATCH', pathOf(collection, id), Object.fromEntries(changed));
}

async function written(collection: Collection, method: string, path: string, body: Told): Promise<Row> {
  const headers = { 'content-type': 'application/json' };
  const response = await send(new Request(path, { method, headers, body: JSON.stringify(body) }));
  return rowOf(collection, (await response.json()) as Told);
}
