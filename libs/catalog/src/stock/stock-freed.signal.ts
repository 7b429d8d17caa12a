/** Raised when more of something can be held than before: what was held came back, or more was put there. */
export const STOCK_FREED_SIGNAL = 'plaza_stock_freed';
