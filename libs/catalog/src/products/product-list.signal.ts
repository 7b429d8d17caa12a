/** Raised when a product list that was prepared earlier may say what is no longer so. */
export const PRODUCT_LIST_SIGNAL = 'plaza_product_list';
