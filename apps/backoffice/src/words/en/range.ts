/** Products, categories and branches. */
export const products = {
  name: 'Product |||| Products',
  fields: {
    id: 'Id',
    sku: 'SKU',
    name: 'Name',
    description: 'Description',
    price: 'Price',
    currency: 'Currency',
    available: 'Available online',
    active: 'Sold',
    categoryId: 'Category',
    category: { name: 'Category', id: 'Category id', slug: 'Category address' },
    q: 'Search',
    branch: 'Branch',
    inStock: 'Only in stock',
    minPrice: 'From price (minor units)',
    maxPrice: 'To price (minor units)',
  },
  searchHint: 'Name or SKU',
  stock: 'Stock by branch',
  withdraw: 'Withdraw',
};

export const categories = {
  name: 'Category |||| Categories',
  fields: { id: 'Id', name: 'Name', slug: 'Address', parentId: 'Below' },
};

export const branches = {
  name: 'Branch |||| Branches',
  fields: { id: 'Id', code: 'Code', name: 'Name', closedAt: 'Closed since' },
  close: 'Close',
};
