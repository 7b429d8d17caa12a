/**
 * The number of an invoice: made of what is stored with its order, every part at its own width, so that it can be read back into its
 * parts without asking anybody. What makes it unique is the number of the order, which the database gives once.
 *
 *     20150803150730000-0000000000017-01KB…-01KB…-00000000000000000000000000-42
 *     instant in UTC    order         branch product customer                check
 *
 * Ids and the order's number are written in Crockford's base 32, in which no letter is taken for a digit; nobody and nothing are zeros.
 */

export interface InvoiceParts {
  /** To the millisecond, in the years 1000 to 9999. */
  issuedAt: Date;
  /** The number of the order, as the database counts. */
  order: string;
  branchId: string | null;
  /** Of the first line. */
  productId: string | null;
  customerId: string | null;
}

const digits = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
/** 63 bits, and 128. */
const widths = { order: 13, id: 26 };
const shape = new RegExp(`^(\\d{17})([0-7][${digits}]{12})${`([0-7][${digits}]{25})`.repeat(3)}(\\d\\d)$`);
const nobody = '00000000-0000-0000-0000-000000000000';
/** A prime that is larger than any two digits can differ: one wrong character, or two that changed places, are always noticed. */
const checkPrime = 97;

export const invoiceNumberCharacters = 17 + widths.order + 3 * widths.id + 2 + 5;

export function invoiceNumber({ issuedAt, order, branchId, productId, customerId }: InvoiceParts): string {
  const parts = [
    issuedAt.toISOString().replaceAll(/\D/g, ''),
    written(BigInt(order), widths.order),
    ...[branchId, productId, customerId].map((id) => written(valueOf(id ?? nobody), widths.id)),
  ];
  return [...parts, checkOf(parts.join(''))].join('-');
}

/**
 * With or without its dashes, in small letters or large; `O` is read as 0, and `I` and `L` as 1.
 * @returns undefined when it cannot be the number of any invoice: a character is wrong or missing
 */
export function partsOfInvoiceNumber(number: string): InvoiceParts | undefined {
  const plain = number.toUpperCase().replaceAll('-', '').replaceAll('O', '0').replaceAll(/[IL]/g, '1');
  const [, at = '', order = '', branch = '', product = '', customer = '', check] = shape.exec(plain) ?? [];
  const issuedAt = instantOf(at);
  if (!issuedAt || check !== checkOf(plain.slice(0, -2))) return undefined;
  return {
    issuedAt,
    order: read(order).toString(),
    branchId: idOf(branch),
    productId: idOf(product),
    customerId: idOf(customer),
  };
}

function written(value: bigint, width: number): string {
  let text = '';
  for (let rest = value; text.length < width; rest >>= 5n)
    text = `${digits[Number(rest & 31n)] ?? ''}${text}`;
  return text;
}

function read(text: string): bigint {
  return Array.from(text).reduce((value, digit) => value * 32n + BigInt(digits.indexOf(digit)), 0n);
}

function checkOf(text: string): string {
  const rest = Array.from(text).reduce(
    (value, digit) => (value * 32 + digits.indexOf(digit)) % checkPrime,
    0,
  );
  return String(rest).padStart(2, '0');
}

function valueOf(id: string): bigint {
  return BigInt(`0x${id.replaceAll('-', '')}`);
}

function idOf(text: string): string | null {
  const hex = read(text).toString(16).padStart(32, '0');
  const id = hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
  return id === nobody ? null : id;
}

function instantOf(text: string): Date | undefined {
  const iso = text.replace(/^(.{4})(..)(..)(..)(..)(..)(...)$/, '$1-$2-$3T$4:$5:$6.$7Z');
  const at = new Date(iso);
  return !Number.isNaN(at.getTime()) && at.toISOString() === iso ? at : undefined;
}
