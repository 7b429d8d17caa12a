/** The letter that tells the outcome of one transfer, as text and as HTML. */
import { html, type Html, type Language } from '@plaza/platform';
import type { TransferEvent } from '../transfers.events';
import { outcomeTexts } from './outcome-texts';

export interface Letter {
  subject: string;
  text: string;
  html: string;
}

export function outcomeLetter(event: TransferEvent, language: Language): Letter {
  const words = outcomeTexts[language];
  const outcome = event.type === 'transfer-written-back' ? 'writtenBack' : 'failed';
  const { key, companyKey } = event.data;
  const { labels } = words;
  const rows: [string, string][] = [
    [labels.key, key],
    [labels.company, companyKey ?? words.none],
    event.type === 'transfer-written-back'
      ? [labels.result, event.data.result]
      : [labels.reason, event.data.reason],
    [labels.at, event.occurredAt],
  ];
  const intro = words.intro[outcome];
  return {
    subject: `${words.subject[outcome]}: ${key}`,
    text: [intro, '', ...rows.map(([name, value]) => `${name}: ${value}`), '', words.footer, ''].join('\n'),
    html: page(language, intro, rows, words.footer).text,
  };
}

function page(language: Language, intro: string, rows: readonly [string, string][], footer: string): Html {
  const lines = rows.map(
    ([name, value]) =>
      html`<tr>
        <th style="text-align:left;padding:4px 16px 4px 0;font-weight:600">${name}</th>
        <td style="padding:4px 0">${value}</td>
      </tr>`,
  );
  return html`<!doctype html>
    <html lang="${language}">
      <body style="font-family:system-ui,sans-serif;color:#1d2127;line-height:1.5">
        <p>${intro}</p>
        <table style="border-collapse:collapse">
          ${lines}
        </table>
        <p style="color:#5b6472;font-size:14px">${footer}</p>
      </body>
    </html>`;
}
