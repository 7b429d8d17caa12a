import { languages } from '@plaza/platform';
import type { TransferEvent } from '../transfers.events';
import { outcomeLetter } from './outcome-letter';

const envelope = {
  id: '019e2f41-7c55-7a31-8f0e-2d3c4b5a6978',
  occurredAt: '2026-11-27T10:00:00.000Z',
  correlationId: 'one',
  actor: null,
};
const done: TransferEvent = {
  ...envelope,
  type: 'transfer-written-back',
  data: { key: '-L5aBcDeFgHiJkLmNoPq', companyKey: '-Kone', result: '95|22' },
};
const failed: TransferEvent = {
  ...envelope,
  type: 'transfer-failed',
  data: { key: '-L5<b>', companyKey: null, reasonCode: 'no-audio', reason: 'None & "nothing"' },
};

describe('The letter about a transfer', () => {
  it.each(languages)('says the same as text and as HTML (%s)', (language) => {
    for (const event of [done, failed]) {
      const { subject, text, html } = outcomeLetter(event, language);
      expect(subject).toContain(event.data.key);
      const plain = html
        .replaceAll(/<[^>]+>/g, ' ')
        .replaceAll('&lt;', '<')
        .replaceAll('&gt;', '>')
        .replaceAll('&quot;', '"')
        .replaceAll('&amp;', '&');
      const lines = text.split('\n').flatMap((line) => line.split(': ').map((part) => part.trim()));
      for (const part of lines) expect(plain).toContain(part);
    }
  });

  it('tells the result, or the reason, and cannot be given markup', () => {
    expect(outcomeLetter(done, 'es').text).toContain('Resultado: 95|22');
    const { html } = outcomeLetter(failed, 'en');
    expect(html).toContain('None &amp; &quot;nothing&quot;');
    expect(html).toContain('-L5&lt;b&gt;');
    expect(html).toContain('<html lang="en">');
  });

  it('has its own words in every language', () => {
    expect(new Set(languages.map((language) => outcomeLetter(done, language).subject)).size).toBe(3);
  });
});
