/** The languages in which the outcome of a transfer can be told. */
export const languages = ['es', 'en', 'uk'] as const;
export type Language = (typeof languages)[number];
