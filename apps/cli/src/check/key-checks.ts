/** The keys by which tokens are signed and what is kept is sealed. */
import { createPublicKey } from 'node:crypto';
import { OpeningQueries } from '@plaza/payments';
import { foundWhere, type Check } from './check';

/** 32 random bytes have fewer than 20 different ones about once in 10^11 keys. */
const distinctBytesMin = 20;
const samplesOfPartition = 20;

export const keyChecks: Check[] = [
  {
    name: 'keys.sealing-random',
    weight: 'fault',
    why: 'A key that somebody has thought of can be thought of again: it opens every card number that is kept.',
    mend: 'Make one with `openssl rand -base64 32`, put it first in SEALING_KEYS, and run plaza reseal.',
    look: ({ settings }) =>
      settings.sealingKeys.flatMap((key, at) => [
        ...foundWhere(
          new Set(key).size < distinctBytesMin,
          `key ${at + 1} of SEALING_KEYS repeats the same bytes`,
        ),
        ...foundWhere(
          key.every((byte) => byte >= 0x20 && byte < 0x7f),
          `key ${at + 1} of SEALING_KEYS is a text`,
        ),
      ]),
  },
  {
    name: 'keys.distinct',
    weight: 'warning',
    why: 'A key that stands there twice looks as if one had been rotated, and none has.',
    mend: 'Leave the repeated key out of SEALING_KEYS or JWT_PRIVATE_KEYS.',
    look: ({ settings: { sealingKeys, identity } }) => [
      ...foundWhere(
        isRepeated(sealingKeys.map((key) => key.toString('hex'))),
        'a key stands in SEALING_KEYS twice',
      ),
      ...foundWhere(
        isRepeated(identity.privateKeys.map(publicPart)),
        'a key stands in JWT_PRIVATE_KEYS twice',
      ),
    ],
  },
  {
    name: 'keys.open-what-is-kept',
    weight: 'fault',
    why: 'What a missing key has sealed cannot be read by anybody: neither replayed nor shown to an auditor.',
    mend: 'Add the key that is missing behind the newest in SEALING_KEYS; where it was to go, run plaza reseal first.',
    look: async (deployment) => {
      const places = await deployment.ask(OpeningQueries, (opening) => opening.unopened(samplesOfPartition));
      return places.map(
        ({ topic, partition, offset }) =>
          `the message ${topic}/${String(partition)}/${String(offset)} cannot be opened`,
      );
    },
  },
];

function publicPart(privateKey: string): string {
  return createPublicKey(privateKey).export({ type: 'spki', format: 'pem' }).toString();
}

function isRepeated(values: readonly string[]): boolean {
  return new Set(values).size < values.length;
}
