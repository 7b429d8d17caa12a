/** Invoices: what a customer bought and paid, told as data, as a page and as PDF. */
import { randomUUID } from 'node:crypto';
import { RegistrationService, SessionsService } from '@plaza/identity';
import { pdfText } from '#test/pdf-text';
import { World } from '#test/world';
import { product, staff, type Person } from '../catalog/shop';

interface Invoice {
  number: string;
  total: number;
}

const password = 'a long enough password';

describe('Invoices', () => {
  let world: World;
  let clerk: Person;
  let branchId: string;
  let lamp: string;
  let shade: string;

  beforeAll(async () => {
    world = await World.start();
    clerk = await staff(world);
    branchId = (await clerk.client.post('/v1/catalog/branches', { code: 'north', name: 'Norte & Cía' })).body
      .id;
    lamp = await product(world, { name: 'Lámpara <azul>', price: 1_050, onHand: 500, branchId });
    shade = await product(world, { name: 'Абажур', price: 300, onHand: 500, branchId });
  });

  afterAll(async () => {
    await world.end();
  });

  /** Somebody with a document and a login. */
  async function known() {
    const document = randomUUID().slice(0, 12);
    const username = `known-${document}`;
    const details = { username, email: `${username}@example.org`, password };
    const more = { fullName: 'Ana "Ñata" Pérez', documentNumber: document };
    const { id } = await world.app.get(RegistrationService).register({ ...details, ...more });
    const { accessToken } = await world.app.get(SessionsService).logIn(username, password);
    return { id, document, client: world.anyone.withToken(accessToken) };
  }

  const sell = async (document: string | undefined, items: [productId: string, quantity: number][]) =>
    (
      await clerk.client.post('/v1/orders/sales', {
        ...{ branchId, ...(document !== undefined && { document }) },
        items: items.map(([productId, quantity]) => ({ productId, quantity })),
      })
    ).body;
  const invoicesOf = async (document: string, more = '') =>
    (await clerk.client.get(`/v1/orders/invoices?document=${document}${more}`)).body;
  const inForm = (path: string, accept: string, token = clerk.token) =>
    fetch(new URL(path, world.url), { headers: { accept, authorization: `Bearer ${token}` } });

  it('tell all that a customer paid, with lines, branch and total, and nothing that was not paid', async () => {
    const { id, document, client } = await known();
    const first = await sell(document, [
      [lamp, 2],
      [shade, 1],
    ]);
    const second = await sell(document, [[shade, 1]]);
    await client.post('/v1/orders', { branchId, items: [{ productId: lamp, quantity: 1 }] });
    const told = await invoicesOf(document);
    expect(told).toMatchObject({
      customer: { id, document: document.toUpperCase(), fullName: 'Ana "Ñata" Pérez' },
      ...{ total: 2_700, currency: 'EUR', totals: [{ total: 2_700, currency: 'EUR' }], next: null },
      invoices: [
        { orderId: second.id, total: 300 },
        {
          ...{ orderId: first.id, orderNumber: first.number, refunded: false, issuedAt: first.paidAt },
          ...{ branch: { id: branchId, code: 'north', name: 'Norte & Cía' }, total: 2_400, currency: 'EUR' },
          lines: [
            { name: 'Lámpara <azul>', quantity: 2, unitPrice: 1_050, lineTotal: 2_100 },
            { name: 'Абажур', quantity: 1, unitPrice: 300, lineTotal: 300 },
          ],
        },
      ],
    });
    const [one, two] = told.invoices as Invoice[];
    expect((await clerk.client.get(`/v1/orders/invoices/${two?.number ?? ''}`)).body).toEqual(
      told.invoices[1],
    );
    const page = await invoicesOf(document, '&limit=1');
    expect([page.invoices[0].number, page.total]).toEqual([one?.number, 2_700]);
    const rest = await invoicesOf(document, `&limit=1&after=${page.next}`);
    expect([rest.invoices[0].number, rest.next]).toEqual([two?.number, null]);
  });

  it('have numbers of one width, each once, however many are sold in the same instant, and are all on paper', async () => {
    const { document } = await known();
    const sold = await Promise.all(Array.from({ length: 60 }, () => sell(document, [[shade, 1]])));
    const { invoices } = await invoicesOf(document, '&limit=100');
    const numbers = (invoices as Invoice[]).map(({ number }) => number);
    expect(new Set(numbers).size).toBe(sold.length);
    expect(new Set(numbers.map((number) => number.length)).size).toBe(1);
    expect(new Set(sold.map(({ paidAt }) => paidAt)).size).toBeLessThan(sold.length);
    const path = `/v1/orders/invoices?document=${document}`;
    const page = await (await inForm(path, 'text/html')).text();
    const pdf = await inForm(path, 'application/pdf');
    const printed = pdfText(Buffer.from(await pdf.arrayBuffer())).join('');
    for (const number of numbers) for (const paper of [page, printed]) expect(paper).toContain(number);
    expect((await invoicesOf(document)).invoices.length).toBeLessThan(sold.length);
  });

  it('are their customer’s and staff’s alone', async () => {
    const { document, client } = await known();
    const other = await known();
    await sell(document, [[shade, 1]]);
    const own = (await client.get('/v1/orders/invoices')).body;
    expect(own).toEqual(await invoicesOf(document));
    const path = `/v1/orders/invoices/${own.invoices[0].number as string}`;
    expect((await client.get(path)).status).toBe(200);
    expect(await other.client.get(path)).toMatchObject({
      status: 404,
      body: { code: 'orders.invoice-unknown' },
    });
    expect(await other.client.get(`/v1/orders/invoices?document=${document}`)).toMatchObject({
      status: 404,
      body: { code: 'orders.customer-unknown' },
    });
    expect(await clerk.client.get('/v1/orders/invoices')).toMatchObject({
      status: 400,
      body: { errors: [{ pointer: '/document' }] },
    });
  });

  it('are found by what people type of a number; one that was mistyped is refused as that', async () => {
    const { document } = await known();
    await sell(document, [[shade, 1]]);
    const { number } = (await invoicesOf(document)).invoices[0] as Invoice;
    const get = (typed: string) => clerk.client.get(`/v1/orders/invoices/${typed}`);
    expect((await get(number.replaceAll('-', '').toLowerCase())).body.number).toBe(number);
    const wrong = number.replace(/\d(?=-)/, (digit) => String((Number(digit) + 1) % 10));
    expect(await get(wrong)).toMatchObject({
      status: 404,
      body: { code: 'orders.invoice-unknown', mistyped: true },
    });
    expect(await get(`${number}0`)).toMatchObject({ status: 404, body: { mistyped: true } });
  });

  it('of what was refunded are marked, and not in the total', async () => {
    const { document } = await known();
    const { id } = await sell(document, [[shade, 2]]);
    await sell(document, [[lamp, 1]]);
    await world.settle();
    await clerk.client.post(`/v1/orders/${id}/refund`, {});
    await world.settle();
    const told = await invoicesOf(document);
    expect(told).toMatchObject({
      total: 1_050,
      invoices: [{ refunded: false }, { refunded: true, total: 600, givenBack: 600 }],
    });
    const page = await (await inForm(`/v1/orders/invoices?document=${document}`, 'text/html')).text();
    expect(page).toContain('Refunded');
  });

  it('tell what was given back of them, and what was paid in the end, in whatever form', async () => {
    const { document } = await known();
    const { paymentId } = await sell(document, [[shade, 2]]);
    await sell(document, [[lamp, 1]]);
    await world.settle();
    const refund = { amount: 250, reason: 'One was scratched' };
    const headers = { 'idempotency-key': randomUUID() };
    expect((await clerk.client.post(`/v1/payments/${paymentId}/refunds`, refund, { headers })).status).toBe(
      201,
    );
    await world.settle();
    const told = await invoicesOf(document);
    expect(told).toMatchObject({
      ...{ total: 1_400, totals: [{ total: 1_400, currency: 'EUR' }] },
      invoices: [
        { refunded: false, total: 1_050, givenBack: 0 },
        { refunded: false, total: 600, givenBack: 250 },
      ],
    });
    const path = `/v1/orders/invoices?document=${document}`;
    const page = await (await inForm(path, 'text/html')).text();
    const pdf = await inForm(path, 'application/pdf');
    const printed = pdfText(Buffer.from(await pdf.arrayBuffer())).join(' ');
    for (const paper of [page, printed]) {
      for (const said of ['Given back', '2.50', 'Paid in the end', '3.50', '14.00'])
        expect(paper).toContain(said);
      expect(paper.split('Given back')).toHaveLength(2);
    }
  });

  it('are pages to print, in which what people wrote is text', async () => {
    const { document } = await known();
    await sell(document, [[lamp, 2]]);
    const { number } = (await invoicesOf(document)).invoices[0] as Invoice;
    const answer = await inForm(`/v1/orders/invoices/${number}?language=es`, 'text/html,*/*;q=0.1');
    expect(answer.headers.get('content-type')).toBe('text/html; charset=utf-8');
    expect(answer.headers.get('content-security-policy')).toContain("default-src 'none'");
    const page = await answer.text();
    for (const text of [
      'lang="es"',
      'Factura P-',
      'Lámpara &lt;azul&gt;',
      'Ana &quot;Ñata&quot; Pérez',
      number,
    ]) {
      expect(page).toContain(text);
    }
    expect(page).toMatch(/21,00\s+EUR/);
    expect(page).toMatch(/@media print[\s\S]*@page/);
    expect(page).not.toContain('<azul>');
  });

  it('are PDF, with the letters of every language', async () => {
    const { document } = await known();
    await sell(document, [
      [lamp, 2],
      [shade, 1],
    ]);
    const { number } = (await invoicesOf(document)).invoices[0] as Invoice;
    const answer = await inForm(`/v1/orders/invoices/${number}?language=uk`, 'application/pdf');
    expect(answer.headers.get('content-type')).toBe('application/pdf');
    expect(answer.headers.get('content-disposition')).toMatch(/^inline; filename="invoice-P-\d+\.pdf"$/);
    const text = pdfText(Buffer.from(await answer.arrayBuffer())).join(' ');
    for (const told of ['Рахунок', 'Абажур', 'Lámpara', '24,00', number]) {
      expect(text).toContain(told);
    }
    const all = await inForm(`/v1/orders/invoices?document=${document}`, 'application/pdf');
    expect(pdfText(Buffer.from(await all.arrayBuffer())).join(' ')).toContain('24.00');
  });

  it('are told in no other form', async () => {
    const { document } = await known();
    const answer = await inForm(`/v1/orders/invoices?document=${document}`, 'image/png');
    expect(answer.status).toBe(406);
    expect(await answer.json()).toMatchObject({ code: 'request.not-acceptable' });
  });
});
