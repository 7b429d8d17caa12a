import * as fc from 'fast-check';
import { membersOf } from './json-members';

async function membersIn(text: string | Buffer, size = 7): Promise<unknown[]> {
  const bytes = Buffer.from(text);
  async function* chunks() {
    for (let from = 0; from < bytes.length; from += size) {
      yield await Promise.resolve(bytes.subarray(from, from + size));
    }
  }
  const found: unknown[] = [];
  for await (const member of membersOf(chunks(), 'Transfer')) found.push(member);
  return found;
}

describe('The members of a JSON object that streams by', () => {
  it('are told one by one, with the line on which each begins', async () => {
    expect(await membersIn('\ufeff{\r\n  "a": {"b": [1, "}"]},\n\n  "c": null\n}\n')).toEqual([
      { line: 2, name: 'a', value: { b: [1, '}'] } },
      { line: 4, name: 'c', value: null },
    ]);
  });

  it('are those of the member that is asked for, where there is one, and those beside it', async () => {
    expect(
      await membersIn('{"Audio":{"x":1},\n"Transfer" : {\n"a":1,"b":2},"z":{"Transfer":{"y":3}}}'),
    ).toEqual([
      { line: 1, name: 'Audio', value: { x: 1 } },
      { line: 3, name: 'a', value: 1 },
      { line: 3, name: 'b', value: 2 },
      { line: 3, name: 'z', value: { Transfer: { y: 3 } } },
    ]);
  });

  it('are the same wherever the file is cut, whatever is in them', async () => {
    const object = fc.dictionary(fc.string({ unit: 'binary' }), fc.jsonValue(), { maxKeys: 5 });
    await fc.assert(
      fc.asyncProperty(
        object,
        fc.integer({ min: 1, max: 9 }),
        fc.boolean(),
        async (members, size, isWithin) => {
          const text = JSON.stringify(isWithin ? { Transfer: members } : members, null, isWithin ? 2 : 0);
          const expected = Object.entries(JSON.parse(JSON.stringify(members)) as object);
          const told = (await membersIn(text, size)) as { name: string; value: unknown }[];
          if (!isWithin && 'Transfer' in members) return;
          expect(told.map(({ name, value }) => [name, value])).toEqual(expected);
        },
      ),
    );
  });

  it('are refused alone where they are no JSON, no UTF-8 or too long', async () => {
    const text = Buffer.concat([
      Buffer.from(`{"a":1,\n"b":{x},"c":"`),
      Buffer.from([0xff]),
      Buffer.from(`","d":"${'x'.repeat(1_100_000)}","e":5}`),
    ]);
    expect(await membersIn(text, 64 * 1024)).toEqual([
      { line: 1, name: 'a', value: 1 },
      { line: 2, key: 'b', refusal: 'It is no JSON' },
      { line: 2, key: 'c', refusal: 'It is no UTF-8' },
      { line: 2, key: 'd', refusal: 'It is longer than 1 MiB' },
      { line: 2, name: 'e', value: 5 },
    ]);
  });

  it.each([
    [
      '{"a":1,"b":{"c"',
      [
        { line: 1, name: 'a', value: 1 },
        { line: 1, key: 'b', refusal: 'The file ends before it does' },
      ],
    ],
    ['{"a":"', [{ line: 1, key: 'a', refusal: 'The file ends before it does' }]],
    ['[1,2]', [{ line: 1, key: null, refusal: 'It is not within one JSON object' }]],
    [
      '{"a":1} b',
      [
        { line: 1, name: 'a', value: 1 },
        { line: 1, key: null, refusal: 'It is not within one JSON object' },
      ],
    ],
    ['{}', []],
    [' { "Transfer" : { } } ', []],
    ['', []],
  ])('of %s are these', async (text, expected) => {
    expect(await membersIn(text)).toEqual(expected);
  });
});
