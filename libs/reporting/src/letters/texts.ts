/** The words of a report, language by language. */
import type { Language } from '@plaza/platform';
import { en } from './texts.en';
import { es } from './texts.es';
import { uk } from './texts.uk';
import type { ReportTexts } from './wording';

export const reportTexts: Record<Language, ReportTexts> = { en, es, uk };
