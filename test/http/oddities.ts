/** Values that programs, people and attackers send where something else is asked for. */
import * as fc from 'fast-check';

const long = 'x'.repeat(20_000);
const quotes = `'"; DROP TABLE orders.orders; --`;

export const strangeText: fc.Arbitrary<string> = fc.oneof(
  fc.constantFrom(
    '',
    ' ',
    '\0',
    'a\0b',
    '\ud800',
    '\udfff x',
    quotes,
    '../../etc/passwd',
    '%',
    '%00',
    '💥',
    'ﷺ',
    long,
  ),
  fc.constantFrom(
    '-1',
    '0',
    '0x10',
    '1e3',
    '1e400',
    '99999999999999999999',
    '-0',
    '1.5',
    '01',
    'NaN',
    'Infinity',
  ),
  fc.constantFrom(
    'null',
    'undefined',
    'true ',
    'TRUE',
    '[]',
    '{}',
    '2026-13-45',
    '0000-00-00',
    '$where',
    '{{7*7}}',
  ),
  fc.string({ unit: 'binary', maxLength: 40 }),
  fc.string({ maxLength: 300 }),
);

const nested = (depth: number) => JSON.parse(`${'['.repeat(depth)}${']'.repeat(depth)}`) as unknown;

export const strangeValue: fc.Arbitrary<unknown> = fc.oneof(
  { weight: 4, arbitrary: strangeText },
  {
    weight: 4,
    arbitrary: fc.constantFrom<unknown>(
      ...[null, true, false, 0, -1, -0.5, 1.5, 1e21, 2 ** 53, -(2 ** 63), 1e308, 2_147_483_648],
      ...[[], {}, [[]], [null], { $ne: null }, { length: -1 }, { toString: 1 }, nested(20), nested(500)],
      Array.from({ length: 2_000 }, (_, index) => index),
    ),
  },
  { weight: 1, arbitrary: fc.jsonValue({ maxDepth: 3 }) },
);

/** As they stand in an address: no text that can be looked for. */
export const unreadable: fc.Arbitrary<string> = fc.constantFrom('%00', 'a%00b', '%ff', '%ed%a0%80');

/** As they stand in an address: some are no text at all when they are decoded. */
export const notUuids: fc.Arbitrary<string> = fc.oneof(
  fc.constantFrom(
    '1',
    '0',
    '-1',
    'me',
    'null',
    'undefined',
    '%00',
    '%ff',
    '%ed%a0%80',
    '%zz',
    '%',
    '%2e%2e%2f',
    '*',
  ),
  fc.constantFrom('00000000-0000-0000-0000-00000000000', '{id}', ':id', 'x'.repeat(150), 'x'.repeat(1_000)),
  fc.constantFrom(
    '0'.repeat(32),
    '00000000-0000-0000-0000-00000000000g',
    '%f0%9f%92%a5',
    "'",
    '1;2',
    'a%20b',
  ),
);

const deep = (opening: string, closing: string) => `${opening.repeat(50_000)}1${closing.repeat(50_000)}`;

export const brokenBodies: fc.Arbitrary<string | Buffer> = fc.oneof(
  fc.constantFrom(
    '{',
    '}',
    '[',
    '"',
    '{"a":',
    '{"a":1,}',
    "{'a':1}",
    'nul',
    'NaN',
    '1e',
    '{"a":1}{"b":2}',
    '\0',
    '//',
  ),
  fc.constantFrom(
    '{"a":"\\ud8"}',
    '{"a":"\n"}',
    '{"__proto__":{"x":1}}',
    '{"a":{"__proto__":null}}',
    '\ufeff{',
  ),
  fc.constantFrom(deep('[', ']'), deep('{"a":', '}')),
  fc.constantFrom(
    Buffer.from([0xff, 0xfe, 0x7b]),
    Buffer.from([0xc3, 0x28]),
    Buffer.from([0x7b, 0x22, 0xed, 0xa0]),
  ),
);

export const mediaTypes: fc.Arbitrary<string> = fc.constantFrom(
  ...[
    'application/xml',
    'text/plain',
    'text/html',
    'multipart/form-data; boundary=x',
    'application/octet-stream',
  ],
  ...[
    'application/x-www-form-urlencoded',
    'application/x-ndjson',
    'application/yaml',
    'application/jsonp',
    'image/png',
    'json',
    '*/*',
    'application/',
    'a/b;c=d',
    'ä/ö',
  ],
);

export const oddTokens: fc.Arbitrary<string> = fc.constantFrom(
  ...[
    'Bearer',
    'Bearer ',
    'Bearer x',
    'Bearer a.b.c',
    'bearer null',
    'Basic YTpi',
    'Token x',
    'Bearer Bearer x',
  ],
  ...[
    `Bearer ${'x'.repeat(6_000)}`,
    'Bearer eyJhbGciOiJub25lIn0.e30.',
    'Bearer eyJhbGciOiJIUzI1NiIsImtpZCI6IngifQ.e30.x',
  ],
  ...['Bearer e30.e30.e30', 'Bearer \u00ff', ', Bearer x', 'Bearer x, Bearer y'],
);

export const oddKeys: fc.Arbitrary<string> = fc.constantFrom(
  ...['two words', '"open', 'x'.repeat(256), '"', '""', '"a" "b"', 'a\tb', '\u00e9', '"a";x=1 2'],
);
