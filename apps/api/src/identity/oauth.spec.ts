import { readTokenRequest } from './oauth';

const form = { 'content-type': 'application/x-www-form-urlencoded; charset=utf-8' };
const grant = { grant_type: 'client_credentials' };
const basic = (text: string) => ({ ...form, authorization: `Basic ${Buffer.from(text).toString('base64')}` });

describe("A machine's request for a token", () => {
  test('decodes each part of Basic credentials like a value of a form', () => {
    expect(readTokenRequest(basic('till%3A7:p%C3%A4ss+w%2Brd:x'), grant)).toEqual({
      clientId: 'till:7',
      secret: 'päss w+rd:x',
      scopes: undefined,
    });
  });

  test('takes scopes apart at spaces, and an empty scope for none named', () => {
    const body = { ...grant, client_id: 'a', client_secret: 'b' };
    expect(readTokenRequest(form, { ...body, scope: ' x  y ' }).scopes).toEqual(['x', 'y']);
    expect(readTokenRequest(form, { ...body, scope: '' }).scopes).toBeUndefined();
  });

  test('may repeat in the form the client id of the header, and no other', () => {
    expect(readTokenRequest(basic('a:b'), { ...grant, client_id: 'a' }).clientId).toBe('a');
    expect(() => readTokenRequest(basic('a:b'), { ...grant, client_id: 'c' })).toThrow('differs');
  });

  test.each(['a', 'a:%', ''])('gives no usable credentials by Basic %j', (text) => {
    expect(() => readTokenRequest(basic(text), grant)).toThrow('no usable credentials');
  });
});
