/** What can go wrong in the catalogue, in words. */
import { PlazaError, violatedConstraint } from '@plaza/platform';

export const productUnknown = (productId: string) =>
  new PlazaError('not-found', 'catalog.product-unknown', 'There is no such product', { productId });

export const categoryUnknown = (categoryId: string) =>
  new PlazaError('unprocessable', 'catalog.category-unknown', 'There is no such category', { categoryId });

export const branchUnknown = (branchId: string) =>
  new PlazaError('unprocessable', 'catalog.branch-unknown', 'There is no such branch', { branchId });

export const categoryNotFound = (categoryId: string) =>
  new PlazaError('not-found', 'catalog.category-not-found', 'There is no such category', { categoryId });

export const branchNotFound = (branchId: string) =>
  new PlazaError('not-found', 'catalog.branch-not-found', 'There is no such branch', { branchId });

export const skuTaken = (sku: string) =>
  new PlazaError(
    'conflict',
    'catalog.sku-taken',
    'Another product has this SKU, or had it: a product that was withdrawn keeps its own',
    { sku },
  );

export const slugTaken = (slug: string) =>
  new PlazaError(
    'conflict',
    'catalog.slug-taken',
    'Another category has this slug, or had it and is named by products that were withdrawn',
    { slug },
  );

export const categoryBelowItself = (categoryId: string, parentId: string) =>
  new PlazaError('conflict', 'catalog.category-below-itself', 'A category cannot lie below itself', {
    categoryId,
    parentId,
  });

/** @param within what has to be moved or withdrawn first */
export const categoryInUse = (within: { children: number; products: number }) =>
  new PlazaError(
    'conflict',
    'catalog.category-in-use',
    'There are categories or products in this category',
    within,
  );

export const branchCodeTaken = (code: string) =>
  new PlazaError(
    'conflict',
    'catalog.branch-code-taken',
    'Another branch has this code, or had it until it was closed',
    { branchCode: code },
  );

export const onlineStays = () =>
  new PlazaError(
    'conflict',
    'catalog.online-stays',
    'The branch that sells by itself stays open and keeps its code',
  );

export const stockTooHigh = (availableMax: number) =>
  new PlazaError('conflict', 'catalog.stock-too-high', 'There is no room in the books for so many', {
    availableMax,
  });

export const stockTooLow = (available: number) =>
  new PlazaError(
    'conflict',
    'catalog.stock-too-low',
    'So many cannot be taken off: the rest is held for orders or not there',
    { available },
  );

export const sameBranch = (branchId: string) =>
  new PlazaError('unprocessable', 'catalog.same-branch', 'Stock cannot be transferred to where it is', {
    branchId,
  });

/** What was sold is not set aside any more and cannot be set aside again: somebody has to decide. */
export const holdLost = (ownerId: string, reason: string) =>
  new PlazaError('conflict', 'catalog.hold-lost', `The stock held for ${ownerId} cannot be used: ${reason}`, {
    ownerId,
  });

export const holdContended = () =>
  new PlazaError('unavailable', 'catalog.hold-contended', 'The same hold is being changed elsewhere', {
    retryAfter: 1,
  });

/** Runs `work`; a violated constraint named in `refusals` becomes that refusal. */
export async function refusing<T>(refusals: Record<string, PlazaError>, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    throw refusals[violatedConstraint(error) ?? ''] ?? error;
  }
}
