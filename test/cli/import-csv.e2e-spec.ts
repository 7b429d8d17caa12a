/** Products and customers from CSV, brought in from a terminal, row by row. */
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { World } from '#test/world';
import { staff, type Person } from '../catalog/shop';
import { plaza } from './command';

const commandsMs = 180_000;

describe('From a terminal, CSV', () => {
  let world: World;
  let clerk: Person;
  let folder: string;

  beforeAll(async () => {
    world = await World.start();
    clerk = await staff(world);
    folder = await mkdtemp(join(tmpdir(), 'plaza-csv-'));
  });

  afterAll(async () => {
    await rm(folder, { recursive: true, force: true });
    await world.end();
  });

  async function imported(what: string, content: string | Buffer, ...more: string[]) {
    const file = join(folder, `${what}.csv`);
    await writeFile(file, content);
    const { stdout, stderr } = await plaza(world, 'import', what, file, '--format', 'csv', ...more);
    return stderr === '' ? stdout.split('\r\n').slice(1, -1) : [stderr];
  }

  it(
    'of products is taken by SKU, with quotes, semicolons and prices as people write them',
    async () => {
      const content = `\ufeffCódigo;Nombre;Precio;Moneda;Categoría;Descripción;Color\r
LAMP-1;"Lámpara; ""azul""";59,80;EUR;Iluminación;"Dos
líneas";\r
LAMP-2; Sol  grande ;1250;COP;Iluminación;;rojo\r
LAMP-1;Otra;1;EUR;;;\r
LAMP-3;Barata;1,234;EUR;;;\r
;Sin código;1;EUR;;;\r
LAMP-4;Corta;1\r
LAMP-5;Cajón;3;EUR;;;\r
`;
      const expected = [
        '2,LAMP-1,repaired,"left out, because products have none: color"',
        '4,LAMP-2,repaired,"name: blanks put in order; left out, because products have none: color"',
        '5,LAMP-1,refused,This SKU stands in the file before',
        '6,LAMP-3,refused,Its price is no amount of EUR',
        '7,,refused,"It has no SKU of letters, digits, dots and dashes"',
        '8,,refused,It has 3 fields for 7 columns',
        '9,LAMP-5,repaired,"left out, because products have none: color"',
      ];
      expect(await imported('products', content, '--dry-run')).toEqual(expected);
      expect(await imported('products', content)).toEqual(expected);
      const { items } = (await world.anyone.get('/v1/catalog/products?category=iluminacion&sort=name')).body;
      expect(items).toMatchObject([
        { sku: 'LAMP-1', name: 'Lámpara; "azul"', price: 5_980, currency: 'EUR', available: 0 },
        {
          sku: 'LAMP-2',
          name: 'Sol grande',
          price: 1_250,
          currency: 'COP',
          category: { name: 'Iluminación' },
        },
      ]);
      const again = await imported('products', content.replace('59,80', '60'));
      expect(again.map((row) => row.split(',')[2])).toEqual([
        ...['kept', 'unchanged', 'refused', 'refused', 'refused', 'refused', 'unchanged'],
      ]);
    },
    commandsMs,
  );

  it(
    'of customers is taken by document number, in the letters that it was written in',
    async () => {
      const content = Buffer.from(
        `document,name,email\nx-1,Ana Peña,ana@example.org\nx-2,Luis,nobody\nx-3,Eva,ANA@example.org\nx-1,Otra,\n??,Nadie,\n`,
        'latin1',
      );
      const told = [
        '2,X-1,repaired,"name: read as latin1, because it is no UTF-8"',
        '3,X-2,repaired,email was no address: none',
        '4,X-3,refused,The e-mail address is that of somebody else',
        '5,X-1,refused,This document number stands in the file before',
        '6,??,refused,"It has no document number of 3 to 40 letters, digits, dots or dashes"',
      ];
      expect(await imported('customers', content)).toEqual(told);
      const { items } = (await clerk.client.get('/v1/identity/customers?document=X-1')).body;
      expect(items).toMatchObject([{ fullName: 'Ana Peña', email: 'ana@example.org', username: null }]);
      const dry = await imported('customers', content, '--dry-run');
      expect(await imported('customers', content)).toEqual(dry);
      expect(dry.map((row) => row.split(',')[2])).toEqual([
        ...['unchanged', 'unchanged', 'refused', 'refused', 'refused'],
      ]);
    },
    commandsMs,
  );
});
