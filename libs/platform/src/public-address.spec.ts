import { isPublicAddress, NotPublic, publicLookup, publicOnly } from './public-address';

describe('An address is public', () => {
  it.each(['93.184.215.14', '8.8.8.8', '172.32.0.1', '2606:4700::1111', '2a00:1450::1'])(
    'when it is %s',
    (address) => {
      expect(isPublicAddress(address)).toBe(true);
    },
  );
});

describe('An address is not public', () => {
  it.each([
    ...[
      '127.0.0.1',
      '10.1.2.3',
      '172.16.0.1',
      '172.31.255.255',
      '192.168.1.1',
      '169.254.169.254',
      '100.64.0.1',
    ],
    ...['0.0.0.0', '224.0.0.1', '255.255.255.255', '::1', '::', 'fe80::1', 'fd00::1', 'ff02::1'],
    ...['::ffff:8.8.8.8', '64:ff9b::7f00:1', '2002:7f00:1::', '2001:db8::1', 'localhost', '', '1.2.3'],
  ])('when it is %j', (address) => {
    expect(isPublicAddress(address)).toBe(false);
  });
});

describe('A name that leads to our own machine', () => {
  it.each([{}, { all: true }])('is not connected to (%j)', async (options) => {
    const looked = new Promise((resolve) => {
      publicLookup('localhost', options, resolve);
    });
    expect(await looked).toMatchObject({ message: 'localhost leads to an address that is not public' });
  });
});

describe('A request that is to reach public addresses only', () => {
  it.each(['https://127.0.0.1/', 'https://[::1]/', 'http://0x7f.1/', 'http://[::ffff:10.0.0.1]/'])(
    'is not made to %s',
    (address) => {
      expect(() => publicOnly(new URL(address))).toThrow(NotPublic);
    },
  );

  it('looks up whatever is a name', () => {
    expect(publicOnly(new URL('https://example.org/'))).toEqual({ lookup: publicLookup });
    expect(publicOnly(new URL('https://8.8.8.8/'))).toEqual({ lookup: publicLookup });
  });
});
