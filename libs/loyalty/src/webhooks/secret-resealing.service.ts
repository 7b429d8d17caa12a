/** Seals the secrets of webhooks anew, so that an older sealing key can be taken away. Done again it finds nothing left to do. */
import { Injectable } from '@nestjs/common';
import { Sealing, type Sealed } from '@plaza/platform';
import { Programmes } from '../programmes/programmes';
import type { KnownWebhook } from './delivery-rows';
import { lockWebhook, updateWebhook } from './webhook-rows';
import { WebhookQueue } from './webhook-queue';

export interface ResealedSecrets {
  resealed: number;
  /** Sealed by a key that is not configured here: these stay as they are. */
  unopened: string[];
}

const atOnceMax = 500;
const beforeAll = '00000000-0000-0000-0000-000000000000';

@Injectable()
export class SecretResealing {
  constructor(
    private readonly queue: WebhookQueue,
    private readonly programmes: Programmes,
    private readonly sealing: Sealing,
  ) {}

  async reseal(): Promise<ResealedSecrets> {
    const total: ResealedSecrets = { resealed: 0, unopened: [] };
    for (let behind = beforeAll; ;) {
      const webhooks = await this.queue.sealedOtherwise(this.sealing.keyId, behind, atOnceMax);
      for (const webhook of webhooks) {
        if (await this.resealOne(webhook)) total.resealed += 1;
        else total.unopened.push(webhook.id);
      }
      const last = webhooks.at(-1);
      if (!last) return total;
      behind = last.id;
    }
  }

  /** False when it cannot be opened. */
  private async resealOne({ name, id }: KnownWebhook): Promise<boolean> {
    return this.programmes.write(name, async (tx, programme) => {
      const webhook = programme && (await lockWebhook(tx, programme, id));
      if (!webhook) return true;
      const secretSealed = this.anew(webhook.secretSealed);
      const previous = webhook.previousSecretSealed;
      const previousSecretSealed = previous && this.anew(previous);
      const earlierSecretsSealed = webhook.earlierSecretsSealed.flatMap((sealed) => this.anew(sealed) ?? []);
      const isWhole = earlierSecretsSealed.length === webhook.earlierSecretsSealed.length;
      if (!secretSealed || (previous && !previousSecretSealed) || !isWhole) return false;
      await updateWebhook(tx, { ...webhook, secretSealed, previousSecretSealed, earlierSecretsSealed });
      return true;
    });
  }

  private anew(sealed: Sealed): Sealed | null {
    try {
      return this.sealing.seal(this.sealing.open(sealed));
    } catch {
      return null;
    }
  }
}
