/** The words in which the outcome of a transfer is told, language by language. */
import type { Language } from '@plaza/platform';

export interface OutcomeTexts {
  subject: { writtenBack: string; failed: string };
  intro: { writtenBack: string; failed: string };
  labels: { key: string; company: string; result: string; reason: string; at: string };
  none: string;
  footer: string;
}

export const outcomeTexts: Record<Language, OutcomeTexts> = {
  en: {
    subject: { writtenBack: 'Transfer screened', failed: 'Transfer could not be screened' },
    intro: {
      writtenBack: 'A transfer has been screened and the result was written back.',
      failed: 'A transfer could not be screened. It was left as it is.',
    },
    labels: { key: 'Transfer', company: 'Company', result: 'Result', reason: 'Reason', at: 'At' },
    none: 'none',
    footer: 'You get this because your address is subscribed to the outcome of transfers.',
  },
  es: {
    subject: { writtenBack: 'Transferencia analizada', failed: 'No se pudo analizar la transferencia' },
    intro: {
      writtenBack: 'Se analizó una transferencia y se registró su resultado.',
      failed: 'No se pudo analizar una transferencia. Quedó como estaba.',
    },
    labels: { key: 'Transferencia', company: 'Empresa', result: 'Resultado', reason: 'Motivo', at: 'Fecha' },
    none: 'ninguna',
    footer: 'Recibe este mensaje porque su dirección está suscrita al resultado de las transferencias.',
  },
  uk: {
    subject: { writtenBack: 'Переказ перевірено', failed: 'Переказ не вдалося перевірити' },
    intro: {
      writtenBack: 'Переказ перевірено, результат записано назад.',
      failed: 'Переказ не вдалося перевірити. Його залишено без змін.',
    },
    labels: { key: 'Переказ', company: 'Компанія', result: 'Результат', reason: 'Причина', at: 'Час' },
    none: 'немає',
    footer: 'Ви отримали цей лист, бо вашу адресу підписано на результати переказів.',
  },
};
