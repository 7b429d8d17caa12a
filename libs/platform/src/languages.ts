/** The languages in which Plaza writes to people. */
export const languages = ['es', 'en', 'uk'] as const;
export type Language = (typeof languages)[number];
