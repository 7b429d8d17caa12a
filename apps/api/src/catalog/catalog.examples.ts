/** The examples of the catalogue: a shirt is taken into the range, comes in, and some of it goes to another branch. */
import { category, downtown, later, online, page, productId, staffId } from '../http/story.examples';

const listed = {
  ...{ id: productId, sku: 'SHIRT-BLUE-M', name: 'Blue shirt', price: 2990, currency: 'EUR' },
  ...{ available: 12, category },
};
const product = { ...listed, description: 'Cotton', active: true };
const placed = { ...category, parentId: null };
const opened = { ...downtown, closedAt: null };
const delivery = { productId, branchId: online.id, delta: 12, reason: 'Delivery of Tuesday' };
const stock = { branch: online, onHand: 12, held: 0, available: 12 };
const transfer = {
  ...{ productId, fromBranchId: online.id, toBranchId: downtown.id, quantity: 4 },
  reason: 'The window of Saturday',
};
const movement = {
  ...{ id: '8812', ...delivery, cause: 'adjustment', reference: null },
  ...{ actor: { kind: 'staff', id: staffId }, at: later },
};

export const catalogBodies: Record<string, unknown> = {
  'catalog.products.create': {
    ...{ sku: 'SHIRT-BLUE-M', name: 'Blue shirt', price: 2990, currency: 'EUR', categoryId: category.id },
  },
  'catalog.products.change': { price: 2690 },
  'catalog.stock.adjust': delivery,
  'catalog.stock.transfer': transfer,
  'catalog.structure.createCategory': { name: category.name, slug: category.slug },
  'catalog.structure.changeCategory': { name: 'Shirts and blouses' },
  'catalog.structure.openBranch': { code: downtown.code, name: downtown.name },
  'catalog.structure.changeBranch': { name: 'Downtown, Main Street' },
};

export const catalogAnswers: Record<string, unknown> = {
  'catalog.productList.list': { items: [listed], next: 'eyJuIjoiQmx1ZSBzaGlydCJ9' },
  'catalog.products.create': { ...product, available: 0 },
  'catalog.products.get': product,
  'catalog.products.change': { ...product, price: 2690 },
  'catalog.products.stock': page(stock),
  'catalog.stock.adjust': stock,
  'catalog.stock.transfer': {
    id: '019e2f42-1c2d-7e3f-8a4b-5c6d7e8f9001',
    from: { ...stock, onHand: 8, available: 8 },
    to: { branch: downtown, onHand: 4, held: 0, available: 4 },
  },
  'catalog.stock.movements': page(movement),
  'catalog.structure.categories': page(placed),
  'catalog.structure.createCategory': placed,
  'catalog.structure.category': placed,
  'catalog.structure.changeCategory': { ...placed, name: 'Shirts and blouses' },
  'catalog.structure.branches': page(online, downtown),
  'catalog.structure.openBranch': opened,
  'catalog.structure.branch': opened,
  'catalog.structure.changeBranch': { ...opened, name: 'Downtown, Main Street' },
};
