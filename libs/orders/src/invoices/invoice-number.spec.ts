import * as fc from 'fast-check';
import {
  invoiceNumber,
  invoiceNumberCharacters,
  partsOfInvoiceNumber,
  type InvoiceParts,
} from './invoice-number';

const ids = fc.option(fc.uuid());
const anyParts: fc.Arbitrary<InvoiceParts> = fc.record({
  issuedAt: fc.date({
    min: new Date('1000-01-01T00:00:00.000Z'),
    max: new Date('9999-12-31T23:59:59.999Z'),
    noInvalidDate: true,
  }),
  order: fc.bigInt({ min: 1n, max: 2n ** 63n - 1n }).map(String),
  branchId: ids,
  productId: ids,
  customerId: ids,
});
const anyNumber = anyParts.map(invoiceNumber);
const characters = Array.from('0123456789ABCDEFGHJKMNPQRSTVWXYZ');

describe('The number of an invoice', () => {
  it('is read back into the parts that it was made of', () => {
    fc.assert(
      fc.property(anyParts, (parts) => expect(partsOfInvoiceNumber(invoiceNumber(parts))).toEqual(parts)),
    );
  });

  it('is made again from the parts that are read out of it', () => {
    fc.assert(
      fc.property(anyNumber, (number) => {
        const parts = partsOfInvoiceNumber(number);
        expect(parts && invoiceNumber(parts)).toBe(number);
      }),
    );
  });

  it('has one width, whatever is in it', () => {
    fc.assert(fc.property(anyNumber, (number) => expect(number).toHaveLength(invoiceNumberCharacters)));
  });

  it('is no other order’s, though all else be the same', () => {
    fc.assert(
      fc.property(anyParts, anyParts, (one, other) => {
        fc.pre(one.order !== other.order);
        expect(invoiceNumber({ ...one, order: other.order })).not.toBe(invoiceNumber(one));
        expect(invoiceNumber(other)).not.toBe(invoiceNumber(one));
      }),
    );
  });

  it('is no number any more when one of its characters is another, or two neighbours changed places', () => {
    fc.assert(
      fc.property(anyNumber, fc.nat(), fc.constantFrom(...characters), (number, seed, other) => {
        const plain = Array.from(number.replaceAll('-', ''));
        const at = seed % plain.length;
        const mistyped = plain.with(at, other);
        fc.pre(mistyped.join('') !== plain.join(''));
        expect(partsOfInvoiceNumber(mistyped.join(''))).toBeUndefined();
        const next = (at + 1) % plain.length;
        const swapped = plain.with(at, plain[next] ?? '').with(next, plain[at] ?? '');
        if (next > at && swapped.join('') !== plain.join('')) {
          expect(partsOfInvoiceNumber(swapped.join(''))).toBeUndefined();
        }
      }),
    );
  });

  it('may be typed in small letters, without its dashes and with letters for the digits that they look like', () => {
    fc.assert(
      fc.property(anyNumber, (number) => {
        const typed = number.replaceAll('-', '').replaceAll('0', 'o').replaceAll('1', 'l').toLowerCase();
        expect(partsOfInvoiceNumber(typed)).toEqual(partsOfInvoiceNumber(number));
      }),
    );
  });

  it('is nothing that just looks a little like one', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.uuid()), (text) =>
        expect(partsOfInvoiceNumber(text)).toBeUndefined(),
      ),
    );
  });
});
