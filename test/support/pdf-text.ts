/** Reads the text of a PDF as somebody who copies it would get it: by the table of letters that each of its fonts carries. */
import { inflateSync } from 'node:zlib';

/** @returns what every page says, its pieces joined by spaces */
export function pdfText(pdf: Buffer): string[] {
  const objects = objectsOf(pdf.toString('latin1'));
  const pages = [...objects.values()].filter((text) => /\/Type \/Page\b/.test(text));
  return pages.map((page) => {
    const fonts = fontsOf(page, objects);
    const contents = /\/Contents (\d+) 0 R/.exec(page)?.[1] ?? '';
    return piecesOf(streamOf(objects.get(contents)), fonts).join(' ');
  });
}

type Letters = ReadonlyMap<number, string>;

function objectsOf(text: string): Map<string, string> {
  const found = text.matchAll(/(?:^|\n)(\d+) 0 obj\n([\s\S]*?)\nendobj/g);
  return new Map([...found].map(([, id = '', body = '']) => [id, body]));
}

function streamOf(object = ''): string {
  const [, head = '', body = ''] = /^([\s\S]*?)\nstream\n([\s\S]*)\nendstream/.exec(object) ?? [];
  const bytes = Buffer.from(body, 'latin1');
  return (head.includes('/FlateDecode') ? inflateSync(bytes) : bytes).toString('latin1');
}

function fontsOf(page: string, objects: Map<string, string>): Map<string, Letters> {
  const resources = objects.get(/\/Resources (\d+) 0 R/.exec(page)?.[1] ?? '') ?? page;
  const list = /\/Font <<([\s\S]*?)>>/.exec(resources)?.[1] ?? '';
  const named = list.matchAll(/\/(\w+) (\d+) 0 R/g);
  return new Map(
    [...named].map(([, name = '', id = '']) => {
      const toUnicode = /\/ToUnicode (\d+) 0 R/.exec(objects.get(id) ?? '')?.[1] ?? '';
      return [name, lettersOf(streamOf(objects.get(toUnicode)))];
    }),
  );
}

/** As `beginbfrange` writes it: the first and last glyph, then the letters of each in UTF-16. */
function lettersOf(table: string): Letters {
  const letters = new Map<number, string>();
  for (const [, from = '', list = ''] of table.matchAll(/<(\w+)> <\w+> \[([^\]]*)\]/g)) {
    for (const [at, [, hex = '']] of [...list.matchAll(/<([\w ]*)>/g)].entries()) {
      const units = Buffer.from(hex.replaceAll(' ', ''), 'hex').swap16();
      letters.set(Number.parseInt(from, 16) + at, units.toString('utf16le'));
    }
  }
  return letters;
}

function piecesOf(content: string, fonts: Map<string, Letters>): string[] {
  const pieces: string[] = [];
  let letters: Letters = new Map();
  for (const [, font, shown] of content.matchAll(/\/(\w+) [\d.]+ Tf|\[([^\]]*)\] TJ/g)) {
    if (font !== undefined) letters = fonts.get(font) ?? new Map<number, string>();
    const glyphs = [...(shown ?? '').matchAll(/<(\w+)>/g)].flatMap(
      ([, hex = '']) => hex.match(/.{4}/g) ?? [],
    );
    if (glyphs.length > 0) {
      pieces.push(glyphs.map((glyph) => letters.get(Number.parseInt(glyph, 16)) ?? '\ufffd').join(''));
    }
  }
  return pieces;
}
