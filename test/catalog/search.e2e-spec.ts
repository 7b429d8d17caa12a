/** How products are found by what people type, whatever they leave out, mistype or add. */
import type { Client } from '#test/client';
import { World } from '#test/world';
import { category, product, staff } from './shop';

interface Listed {
  name: string;
}

const path = '/v1/catalog/products';
const namesOf = ({ body }: { body: { items: Listed[] } }) => body.items.map(({ name }) => name);

describe('Searching', () => {
  let world: World;
  let clerk: Client;
  let tools: string;
  let renamed: string;

  beforeAll(async () => {
    world = await World.start();
    clerk = (await staff(world)).client;
    tools = await category(world, 'Tools');
    const kitchen = await category(world, 'Kitchen');
    const shelf: [string, string, number, number][] = [
      ['Hammer, large', tools, 900, 2],
      ['Claw hammer', tools, 700, 0],
      ['Hammock', tools, 3_000, 1],
      ['Café filter', kitchen, 300, 5],
      ['Crème brûlée torch', kitchen, 4_000, 5],
      ['Baguette tray', kitchen, 1_500, 5],
      ['Чайник', kitchen, 2_200, 5],
      ['100% wool cloth', kitchen, 800, 5],
    ];
    for (const [name, categoryId, price, onHand] of shelf) {
      await product(world, { name, categoryId, price, onHand, sku: `S-${price}` });
    }
    renamed = await product(world, { name: 'Kettel', categoryId: kitchen, price: 1_000, sku: 'S-KET' });
  });

  afterAll(async () => {
    await world.end();
  });

  const find = (q: string, query: Record<string, string | number | boolean> = {}) =>
    world.anyone.get(path, { query: { q, ...query } });

  it.each([
    ['cafe', ['Café filter']],
    ['CAFÉ', ['Café filter']],
    ['creme brulee', ['Crème brûlée torch']],
    ['ЧАЙН', ['Чайник']],
    ['s-4000', ['Crème brûlée torch']],
    ['100%', ['100% wool cloth']],
    ['_0%', []],
  ])('finds %s whatever the accents and the case', async (q, expected) => {
    expect(namesOf(await find(q))).toEqual(expected);
  });

  it('shows first what begins with the text, then what has it, then what is called something like it', async () => {
    expect(namesOf(await find('hammer'))).toEqual(['Hammer, large', 'Claw hammer', 'Hammock']);
    expect(namesOf(await find('hammer', { sort: 'price' }))).toEqual(['Claw hammer', 'Hammer, large']);
  });

  it.each([
    ['hamer', 'Hammer, large'],
    ['bagette', 'Baguette tray'],
    ['bruleé tourch', 'Crème brûlée torch'],
    ['filter café', 'Café filter'],
    ['чайнек', 'Чайник'],
  ])('finds what %s was meant to be', async (q, expected) => {
    expect(namesOf(await find(q))).toContain(expected);
  });

  it('keeps to the other filters, also for what is only alike', async () => {
    expect(namesOf(await find('hamer', { inStock: true }))).not.toContain('Claw hammer');
    expect(namesOf(await find('hamer', { maxPrice: 700 }))).toEqual(['Claw hammer']);
    expect(namesOf(await find('bagette', { category: tools }))).toEqual([]);
  });

  it('takes one or two characters for the beginning of a name', async () => {
    expect(namesOf(await find('ha'))).toEqual(['Hammer, large', 'Hammock']);
    expect(namesOf(await find('h', { inStock: true, sort: '-price' }))).toEqual(['Hammock', 'Hammer, large']);
    expect(namesOf(await find('%'))).toEqual([]);
  });

  it.each(['hammer', 'hamer', 'bagette', 'filter cafe'])(
    'pages through %s as one list, everything once',
    async (q) => {
      const whole = await find(q, { total: true });
      const seen: string[] = [];
      let after: string | null = null;
      do {
        const page = await find(q, { limit: 1, ...(after !== null && { after }) });
        expect(page.status).toBe(200);
        seen.push(...namesOf(page));
        after = page.body.next;
      } while (after !== null);
      expect(seen).toEqual(namesOf(whole));
      expect(whole.body.total).toBe(seen.length);
    },
  );

  it('knows a new name as soon as it is given', async () => {
    await clerk.patch(`${path}/${renamed}`, { name: 'Teekanne' });
    expect(namesOf(await find('tekanne'))).toEqual(['Teekanne']);
  });

  it('by relevance needs a text, and a cursor of its own', async () => {
    expect((await world.anyone.get(path, { query: { sort: 'relevance' } })).status).toBe(400);
    const other = await world.anyone.get(path, { query: { sort: 'name', limit: 1 } });
    expect((await find('hammer', { after: other.body.next })).status).toBe(400);
  });
});
