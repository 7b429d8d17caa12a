/**
 * HTML out of templates: whatever is put into one is text, and cannot become markup, unless it was made by a template itself.
 */

/** Made by {@link html} alone. */
export class Html {
  private constructor(readonly text: string) {}

  static of(strings: TemplateStringsArray, values: readonly HtmlValue[]): Html {
    return new Html(strings.reduce((text, string, at) => text + markupOf(values[at - 1]) + string));
  }
}

export type HtmlValue = string | number | Html | readonly Html[];

const entities: Record<string, string> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

export function html(strings: TemplateStringsArray, ...values: HtmlValue[]): Html {
  return Html.of(strings, values);
}

function markupOf(value: HtmlValue | undefined): string {
  if (value === undefined) return '';
  if (value instanceof Html) return value.text;
  if (typeof value === 'object') return value.map(({ text }) => text).join('');
  return String(value).replaceAll(/[&<>"']/g, (character) => entities[character] ?? character);
}
