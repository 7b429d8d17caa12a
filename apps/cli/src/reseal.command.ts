/** `plaza reseal`: seals anew what an older key has sealed, so that the older key can be taken away. */
import { SecretResealing, type ResealedSecrets } from '@plaza/loyalty';
import { Resealing, type Place } from '@plaza/payments';
import { InvalidArgumentError, type Command } from 'commander';
import { print, progress, withPlaza, type OutputOptions } from './plaza';

interface Total {
  examined: number;
  resealed: number;
  unopened: number;
  /** Where the first of them stand. */
  unopenedPlaces: Place[];
}

/** Messages of payments, and the secrets of webhooks. */
interface Resealed extends Total {
  webhooks: ResealedSecrets;
}

const batchDefault = 500;
const batchMax = 5_000;
const placesMax = 100;

const teaching = `
How a key is rotated, with nothing stopped and nothing lost:
  1. add the new key behind the old one (SEALING_KEYS=old,new) and restart every process: all can open what it will seal
  2. put it first (SEALING_KEYS=new,old) and restart: from here on it seals
  3. run plaza reseal with both keys: what the old one sealed is sealed anew: messages, fingerprints of cards, secrets of webhooks
  4. leave the old key out (SEALING_KEYS=new) and restart, a day later at the earliest: until then repeated requests with an
     Idempotency-Key, and claim codes for the counter's customers, are known by it

It may be interrupted and begun again: what is done is not done twice. Everything else goes on meanwhile.

Examples:
  plaza reseal
  plaza reseal --batch 100 --json

Exit codes: 0 everything is sealed by the newest key, 1 something cannot be opened with the keys that are configured, or a fault,
78 a configuration that cannot be used`;

export function resealCommand(program: Command): void {
  program
    .command('reseal')
    .description('seal everything anew with the newest key of SEALING_KEYS; needs the older ones beside it')
    .option(
      '--batch <messages>',
      `how many in one transaction, at most ${String(batchMax)}`,
      batchSize,
      batchDefault,
    )
    .option('--json', 'answer as JSON')
    .addHelpText('after', teaching)
    .action(async ({ batch, ...options }: OutputOptions & { batch: number }) => {
      const total = await withPlaza(async (app): Promise<Resealed> => {
        const webhooks = await app.get(SecretResealing).reseal();
        return { ...(await resealAll(app.get(Resealing), batch)), webhooks };
      });
      print(total, options, readable);
      if (total.unopened + total.webhooks.unopened.length > 0) process.exitCode = 1;
    });
}

async function resealAll(resealing: Resealing, batch: number): Promise<Total> {
  const total: Total = { examined: 0, resealed: 0, unopened: 0, unopenedPlaces: [] };
  const told = progress();
  for (let after: Place | null = null; ;) {
    const { examined, resealed, unopened, next } = await resealing.reseal(after, batch);
    total.examined += examined;
    total.resealed += resealed;
    total.unopened += unopened.length;
    total.unopenedPlaces.push(...unopened.slice(0, placesMax - total.unopenedPlaces.length));
    told.tell(`${String(total.examined)} messages looked at, ${String(total.resealed)} sealed anew`);
    if (next === null) break;
    after = next;
  }
  told.end();
  return total;
}

function readable({ webhooks, ...messages }: Resealed): string {
  const secrets = `${String(webhooks.resealed)} webhooks sealed anew`;
  const lost = webhooks.unopened.map((id) => `  the secret of webhook ${id} cannot be opened`);
  return [readableMessages(messages), secrets, ...lost].join('\n');
}

function readableMessages({ examined, resealed, unopened, unopenedPlaces }: Total): string {
  const summary = `${String(examined)} messages looked at, ${String(resealed)} sealed anew`;
  if (unopened === 0) return `${summary}; all are sealed by the newest key`;
  const places = unopenedPlaces.map(
    ({ topic, partition, offset }) => `  ${topic}/${String(partition)}/${String(offset)}`,
  );
  return [
    `${summary}; ${String(unopened)} cannot be opened with the keys that are configured:`,
    ...places,
  ].join('\n');
}

function batchSize(text: string): number {
  const size = Number(text);
  if (/^\d{1,4}$/.test(text) && size >= 1 && size <= batchMax) return size;
  throw new InvalidArgumentError(`It must be a whole number from 1 to ${String(batchMax)}.`);
}
