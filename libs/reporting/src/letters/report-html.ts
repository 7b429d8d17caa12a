/**
 * The report as HTML that mail clients show alike: tables, styles at every element, bars made of table cells. Those that know a dark
 * mode, or how narrow they are, get colours and room from the one style sheet; nothing is fetched from anywhere.
 */
import { html, type Html } from '@plaza/platform';
import type { Formats } from './formats';
import { reportTexts } from './texts';
import type { ToldColumn, ToldFigure, ToldList, ToldReport, ToldRow, ToldSection } from './told-report';
import { isWide, rowInWords } from './wide-lists';

const font = "font-family:-apple-system,'Segoe UI',Roboto,Helvetica,Arial,sans-serif";
const cell = 'border-bottom:1px solid #e4e7ec';
const right = `${cell};white-space:nowrap`;
const quiet = 'color:#5b6472;font-size:12px';
const marked = 'color:#a34a00;font-size:12px';
const barWidth = 96;
/** Of each list, for a message that no mail client cuts off; all of them are in what hangs on it. */
const shownMax = 8;

const dark = `
  @media (prefers-color-scheme: dark) {
    .page, .sheet { background: #15181d !important; color: #e8eaee !important; }
    .line { border-color: #333a44 !important; }
    .quiet { color: #a3acb9 !important; }
    .marked { color: #ffb070 !important; }
    .bar { background: #6aa5ff !important; }
  }`;

/** On a phone: the numbers themselves, and room for them. */
const narrow = `
  @media (max-width: 520px) {
    .page { padding: 0 !important; }
    .inner { padding: 16px 12px !important; }
    .bars { display: none !important; }
    .inner td, .inner th { padding: 5px 3px !important; font-size: 12px; }
    .inner th { font-size: 11px !important; overflow-wrap: anywhere; }
  }`;

/** How a report is shown: what was put into words, and the formats of its language. */
export function reportHtml(report: ToldReport, formats: Formats): string {
  const texts = reportTexts[report.language];
  const { edition = 0, takenAt = '' } = report.sent ?? {};
  return html`<!doctype html>
    <html lang="${report.language}">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <title>${texts.title(report.week)}</title>
        <style>
          ${dark} ${narrow}
        </style>
      </head>
      <body class="page" style="margin:0;padding:16px;background:#f4f6f8;color:#1d2127;${font}">
        <table role="presentation" width="100%" cellpadding="0" cellspacing="0">
          <tr>
            <td align="center">
              <table
                role="presentation"
                class="sheet"
                width="100%"
                style="max-width:720px;background:#ffffff"
              >
                <tr>
                  <td class="inner" style="padding:24px">
                    <h1 style="margin:0;font-size:22px">${texts.title(report.week)}</h1>
                    <p class="quiet" style="margin:4px 0 0;${quiet}">
                      ${formats.days(report.from, report.to)} (${report.zone}).
                      ${texts.takenAt(formats.instant(report.takenAt))}.
                    </p>
                    ${paragraphIf(!report.isOver, texts.goingOn)}
                    ${paragraphIf(report.isRestated, texts.restated(edition, instantIf(takenAt, formats)))}
                    ${report.sections.map((section) => sectionHtml(section, report, formats))}
                    ${rootsHtml(report, formats)}
                    <p class="quiet" style="margin:24px 0 0;${quiet}">${texts.footer}</p>
                  </td>
                </tr>
              </table>
            </td>
          </tr>
        </table>
      </body>
    </html>`.text.replaceAll(/\n\s+/g, '\n');
}

const nothing: readonly Html[] = [];
const instantIf = (at: string, formats: Formats) => (at === '' ? '' : formats.instant(at));

function paragraphIf(isSaid: boolean, text: string): readonly Html[] {
  return isSaid ? [html`<p class="marked" style="margin:12px 0 0;${marked}">${text}</p>`] : nothing;
}

function sectionHtml({ label, figures, lists }: ToldSection, report: ToldReport, formats: Formats): Html {
  const { columns, weekBefore } = reportTexts[report.language];
  return html`<h2 style="margin:28px 0 8px;font-size:17px">${label}</h2>
    <table width="100%" cellpadding="6" cellspacing="0" style="border-collapse:collapse;font-size:14px">
      <tr>
        <th class="line" align="left" style="${cell}">${columns.figure}</th>
        <th class="line" align="right" style="${cell}">${columns.value}</th>
        <th class="line" align="right" style="${cell}">${weekBefore}</th>
      </tr>
      ${figures.map((figure) => figureHtml(figure, report, formats))}
    </table>
    ${lists.map((list) => listHtml(list, report, formats))}`;
}

function figureHtml(figure: ToldFigure, { language }: ToldReport, formats: Formats): Html {
  const texts = reportTexts[language];
  const { label, definition, unit, currency, value, rows, before, sent } = figure;
  const shown = (number: number | null) => formats.value(number, unit, currency);
  const counted = texts.rows(formats.count(rows), formats.plural(rows));
  return html`<tr valign="top">
    <td class="line" style="${cell}">${label} ${belowIf(definition)}</td>
    <td class="line" align="right" style="${right}">
      <strong>${shown(value)}</strong>
      ${belowIf(counted)} ${sent ? [sentHtml(texts.asSent(shown(sent.value)))] : nothing}
    </td>
    <td class="line" align="right" style="${right}">
      ${before ? shown(before.value) : '–'} ${belowIf(before ? formats.change(value, before.value) : '')}
    </td>
  </tr>`;
}

function belowIf(text: string): readonly Html[] {
  return text === '' ? nothing : [html`<div class="quiet" style="${quiet}">${text}</div>`];
}

function sentHtml(text: string): Html {
  return html`<div class="marked" style="${marked}">${text}</div>`;
}

function listHtml(list: ToldList, report: ToldReport, formats: Formats): Html {
  const texts = reportTexts[report.language];
  const { label, definition, columns, all } = list;
  const rows = list.rows.slice(0, shownMax);
  const cut = rows.length < all ? texts.firstOf(formats.count(rows.length), formats.count(all)) : '';
  return html`<h3 style="margin:20px 0 2px;font-size:14px">${label}</h3>
    <p class="quiet" style="margin:0 0 4px;${quiet}">${definition} ${cut}</p>
    ${rows.length === 0 ? belowIf(texts.nothing) : rowsHtml({ columns, rows }, report, formats)}`;
}

function rowsHtml(
  { columns, rows }: Pick<ToldList, 'columns' | 'rows'>,
  report: ToldReport,
  formats: Formats,
): Html {
  if (isWide({ columns })) return wordsHtml({ columns, rows }, report, formats);
  const measure = columns.at(-1);
  const most = Math.max(0, ...rows.map(({ values }) => (measure && values[measure.name]) ?? 0));
  const heads = columns.map(
    ({ label }) => html`<th class="line quiet" align="right" style="${cell};${quiet}">${label}</th>`,
  );
  return html`<table
    width="100%"
    cellpadding="6"
    cellspacing="0"
    style="border-collapse:collapse;font-size:13px"
  >
    <tr>
      <th class="line" style="${cell}"></th>
      ${heads}
      <th class="line bars" width="${barWidth}" style="${cell}"></th>
    </tr>
    ${rows.map((row) => rowHtml(row, { columns, most, measure }, { report, formats }))}
  </table>`;
}

function wordsHtml(list: Pick<ToldList, 'columns' | 'rows'>, report: ToldReport, formats: Formats): Html {
  return html`<table
    width="100%"
    cellpadding="6"
    cellspacing="0"
    style="border-collapse:collapse;font-size:13px"
  >
    ${list.rows.map(
      (row) =>
        html`<tr valign="top">
          <td class="line" style="${right}">${row.label}</td>
          <td class="line" style="${cell}">${rowInWords(row, list, report, formats)}</td>
        </tr>`,
    )}
  </table>`;
}

interface Shape {
  columns: readonly ToldColumn[];
  measure: ToldColumn | undefined;
  /** The most that a row has of the measure. */
  most: number;
}

function rowHtml(
  row: ToldRow,
  { columns, measure, most }: Shape,
  { report, formats }: { report: ToldReport; formats: Formats },
): Html {
  const texts = reportTexts[report.language];
  const cells = columns.map(({ name, unit }) => {
    const shown = (values: ToldRow['values']) => formats.value(values[name], unit, row.currency);
    const isMeasure = name === measure?.name;
    const change = isMeasure ? formats.change(row.values[name] ?? null, row.before?.[name] ?? null) : '';
    const differs = row.sent !== null && row.sent[name] !== row.values[name];
    return html`<td class="line" align="right" style="${right}">
      ${shown(row.values)} ${belowIf(change)}
      ${differs ? [sentHtml(texts.asSent(shown(row.sent ?? {})))] : nothing}
    </td>`;
  });
  const value = (measure && row.values[measure.name]) ?? 0;
  return html`<tr valign="top">
    <td class="line" style="${cell}">${row.label}</td>
    ${cells}
    <td class="line bars" style="${cell}">${barHtml(value, most)}</td>
  </tr>`;
}

/** As wide as its share of the most. */
function barHtml(value: number, most: number): Html {
  const width = most > 0 ? Math.max(1, Math.round((Math.max(0, value) / most) * barWidth)) : 1;
  return html`<table role="presentation" cellpadding="0" cellspacing="0">
    <tr>
      <td class="bar" width="${width}" height="10" bgcolor="#2f6fd6"></td>
    </tr>
  </table>`;
}

function rootsHtml({ roots, language }: ToldReport, formats: Formats): readonly Html[] {
  if (roots.length === 0) return nothing;
  const texts = reportTexts[language];
  const lines = roots.map(
    ({ until, seal, hash }) =>
      html`<tr valign="top">
        <td class="line" style="${cell}">${formats.dayBefore(until)}</td>
        <td class="line" style="${cell}">${texts.seal(seal)}</td>
        <td class="line" style="${cell};font-family:monospace;font-size:11px;word-break:break-all">
          ${hash}
        </td>
      </tr>`,
  );
  return [
    html`<h2 style="margin:28px 0 2px;font-size:17px">${texts.roots.label}</h2>
      <p class="quiet" style="margin:0 0 4px;${quiet}">${texts.roots.definition}</p>
      <table width="100%" cellpadding="6" cellspacing="0" style="border-collapse:collapse;font-size:13px">
        ${lines}
      </table>`,
  ];
}
