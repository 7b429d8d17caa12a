import { languages } from '@plaza/platform';
import { pdfText } from '#test/pdf-text';
import { figureKinds, figureNames, listKinds, listNames, type Figure, type List } from '../figures/figure';
import type { Report } from '../report';
import { ReportForms } from './report-forms';

const money = (name: Figure['name']) => figureKinds[name].unit === 'money';
const figures = (times: number): Figure[] =>
  figureNames.map((name, at) => {
    return {
      name,
      currency: money(name) ? 'EUR' : null,
      value: (at + 1) * 123_456 * times,
      rows: 1_234 + at,
    };
  });
const lists = (times: number): List[] =>
  listNames.map((name) => ({
    name,
    all: 1_000,
    rows: Array.from({ length: 20 }, (_, at) => ({
      ...{
        id: `id-${String(at)}`,
        label: `Something with a long name, number ${String(at)}`,
        currency: 'EUR',
      },
      values: Object.fromEntries(
        listKinds[name].columns.map((column) => [column, (20 - at) * 98_765 * times]),
      ),
    })),
  }));

/** As full as a report can be. */
const report: Report = {
  ...{ week: '2026-W13', zone: 'Europe/Madrid', takenAt: '2026-03-30T05:00:00.000Z', isOver: true },
  ...{ from: '2026-03-22T23:00:00.000Z', to: '2026-03-29T22:00:00.000Z' },
  ...{ figures: figures(2), lists: lists(2), before: { figures: figures(1), lists: lists(1) } },
  roots: [1, 2, 3, 4, 5, 6, 7].map((day) => {
    return { until: `2026-03-2${String(day + 2)}T23:00:00.000Z`, seal: day, hash: 'ab'.repeat(32) };
  }),
};
const sent = { week: report.week, number: 1, report: { ...report, figures: figures(3), lists: lists(3) } };

describe('A report', () => {
  it.each(languages)(
    'that is as full as can be is no longer than a mail client shows at once (%s)',
    (language) => {
      const page = new ReportForms(report, language, undefined).html();
      expect(Buffer.byteLength(page)).toBeLessThan(102_400);
    },
  );

  it.each(languages)('has words of its own for everything (%s)', (language) => {
    const { told } = new ReportForms(report, language, undefined);
    const labels = told.sections.flatMap(({ figures: each }) => each.map(({ label }) => label));
    expect(new Set(labels).size).toBe(figureNames.length);
    expect(told.sections.flatMap(({ lists: each }) => each)).toHaveLength(listNames.length);
  });

  it('writes numbers, money, days and plurals as the language does', () => {
    const one = { ...report, figures: report.figures.map((figure) => ({ ...figure, rows: 2 })) };
    const page = (language: (typeof languages)[number]) =>
      new ReportForms(one, language, undefined).html().replaceAll(/[\u00a0\u2009\u202f]/g, ' ');
    expect(page('en')).toContain('2 rows');
    expect(page('es')).toContain('2 filas');
    expect(page('uk')).toContain('2 рядки');
    expect(page('en')).toContain('23 – 29 March 2026');
    expect(page('es')).toContain('23–29 de marzo de 2026');
    expect(page('uk')).toMatch(/23\s?–\s?29 березня 2026/);
    expect(page('en')).toContain('EUR 14,814.72');
    expect(page('es')).toContain('14.814,72 EUR');
  });

  it('says what it grew by, and marks what is not as it was sent', () => {
    const forms = new ReportForms(report, 'en', sent);
    expect(forms.html()).toContain('+100%');
    expect(forms.html()).toContain('which was sent with the figures of 30 Mar 2026, 07:00');
    expect(forms.text()).toContain('sent: 370,368');
    expect(forms.told.isRestated).toBe(true);
    expect(new ReportForms(report, 'en', { ...sent, report }).told.isRestated).toBe(false);
  });

  it('carries the roots of the audit log, in whatever form it goes out', async () => {
    const hashes = report.roots.map(({ seal }) => `c0ffee${String(seal)}`.padEnd(64, '0'));
    const roots = report.roots.map((root, at) => ({ ...root, hash: hashes[at] ?? '' }));
    const letter = await new ReportForms({ ...report, roots }, 'es', undefined).letter(['pdf', 'csv']);
    const [pdf, csv] = (letter.attachments ?? []).map(({ content }) => content);
    const forms = [letter.text, letter.html, pdfText(pdf ?? Buffer.of()).join(''), csv?.toString()];
    for (const form of forms) for (const hash of hashes) expect(form).toContain(hash);
  });

  it('tells lists with many columns row by row in words, so that no page is wider than a phone', () => {
    const page = new ReportForms(report, 'en', undefined).html().replaceAll('\u00a0', ' ');
    expect(page).toMatch(/Stored [\d,]+ · Duplicate [\d,]+ · /);
    const headsMax = Math.max(
      ...[...page.matchAll(/<tr>.*?<\/tr>/gs)].map(([row]) => row.split('<th').length - 1),
    );
    expect(headsMax).toBeLessThanOrEqual(6);
  });

  it('hangs on the mail in the forms that are wanted', async () => {
    const { attachments = [], subject } = await new ReportForms(report, 'uk', undefined).letter([
      'pdf',
      'csv',
    ]);
    expect(subject).toBe('Тижневий звіт 2026-W13');
    expect(attachments.map(({ filename }) => filename)).toEqual(['plaza-2026-W13.pdf', 'plaza-2026-W13.csv']);
    expect(attachments[0]?.content.subarray(0, 5).toString()).toBe('%PDF-');
    expect(attachments[1]?.content.subarray(0, 3)).toEqual(Buffer.from([0xef, 0xbb, 0xbf]));
  });
});
