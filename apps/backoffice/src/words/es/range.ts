/** Productos, categorías y sucursales. */
import type {
  branches as englishBranches,
  categories as englishCategories,
  products as englishProducts,
} from '../en/range';

export const products: typeof englishProducts = {
  name: 'Producto |||| Productos',
  fields: {
    id: 'Id',
    sku: 'SKU',
    name: 'Nombre',
    description: 'Descripción',
    price: 'Precio',
    currency: 'Moneda',
    available: 'Disponible en línea',
    active: 'A la venta',
    categoryId: 'Categoría',
    category: { name: 'Categoría', id: 'Id de categoría', slug: 'Dirección de categoría' },
    q: 'Buscar',
    branch: 'Sucursal',
    inStock: 'Solo con existencias',
    minPrice: 'Precio desde (unidades menores)',
    maxPrice: 'Precio hasta (unidades menores)',
  },
  searchHint: 'Nombre o SKU',
  stock: 'Existencias por sucursal',
  withdraw: 'Retirar',
};

export const categories: typeof englishCategories = {
  name: 'Categoría |||| Categorías',
  fields: { id: 'Id', name: 'Nombre', slug: 'Dirección', parentId: 'Dentro de' },
};

export const branches: typeof englishBranches = {
  name: 'Sucursal |||| Sucursales',
  fields: { id: 'Id', code: 'Código', name: 'Nombre', closedAt: 'Cerrada desde' },
  close: 'Cerrar',
};
