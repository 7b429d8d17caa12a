import { InvalidInput } from '@plaza/platform';
import { checkAddress } from './webhook';

const strict = { privateAddresses: false, httpsOnly: true };

describe('The address of a webhook', () => {
  it.each(['https://partner.example/hooks?a=b', 'https://partner.example:8443', 'https://93.184.215.14/'])(
    'may be %s',
    (url) => {
      expect(() => {
        checkAddress(url, strict);
      }).not.toThrow();
    },
  );

  it.each([
    ...[
      'partner.example',
      'http://partner.example',
      'ftp://partner.example',
      'file:///etc/passwd',
      'https://',
    ],
    ...['https://ann:secret@partner.example', 'https://partner.example/#part'],
    ...['https://127.0.0.1', 'https://10.0.0.1/', 'https://[::1]/', 'https://0x7f.1', 'https://2130706433'],
    ...['https://169.254.169.254/latest', 'https://[::ffff:127.0.0.1]/'],
  ])('is not %s', (url) => {
    expect(() => {
      checkAddress(url, strict);
    }).toThrow(InvalidInput);
  });

  it('may be on a machine of our own where it is tried out', () => {
    const trial = { privateAddresses: true, httpsOnly: false };
    expect(() => {
      checkAddress('http://127.0.0.1:8080/', trial);
    }).not.toThrow();
  });
});
