/** Which businesses may come in: setting them up, naming them, shutting them out and letting them in again. */
import { Injectable } from '@nestjs/common';
import { Outbox } from '@plaza/messaging';
import { Clock, Database, type Tx } from '@plaza/platform';
import { asIdentityRefusal, partnerUnknown } from '../identity.errors';
import { IDENTITY_EVENTS, partnerDisabled, partnerEnabled } from '../identity.events';
import { Revocations } from '../tokens/revocations';
import { Partner, type PartnerView } from './partner.entity';

@Injectable()
export class PartnersService {
  constructor(
    private readonly database: Database,
    private readonly revocations: Revocations,
    private readonly outbox: Outbox,
    private readonly clock: Clock,
  ) {}

  /** @throws InvalidInput; PlazaError `identity.partner-name-taken` */
  async create(name: string): Promise<PartnerView> {
    const partner = new Partner({ name, createdAt: this.clock.now() });
    await this.refusing(() => this.database.transaction((tx) => tx.insert(Partner, partner)));
    return partner.view();
  }

  /**
   * For a partner whose id is agreed beforehand: afterwards it is there under this name. Safe to repeat.
   * @throws InvalidInput; PlazaError `identity.partner-name-taken` by another one
   */
  async ensure(wanted: { id: string; name: string }): Promise<void> {
    const partner = new Partner({ ...wanted, createdAt: this.clock.now() });
    await this.refusing(() =>
      this.database.transaction((tx) =>
        tx.query(
          `INSERT INTO identity.partners (id, name, created_at) VALUES ($1, $2, $3)
           ON CONFLICT ON CONSTRAINT partners_pk DO UPDATE SET name = excluded.name`,
          [partner.id, partner.name, partner.createdAt],
        ),
      ),
    );
  }

  /** @throws InvalidInput; PlazaError `identity.partner-unknown`, `identity.partner-name-taken` */
  change(id: string, { name }: { name?: string }): Promise<PartnerView> {
    return this.refusing(() =>
      this.decide(id, (partner) => {
        if (name !== undefined) partner.rename(name);
      }),
    );
  }

  /**
   * From here on no client of the partner gets a token, and those that they have are void. Safe to repeat.
   * @throws PlazaError `identity.partner-unknown`
   */
  disable(id: string): Promise<PartnerView> {
    return this.decide(id, async (partner, tx) => {
      const at = this.clock.now();
      if (!partner.disable(at)) return;
      this.revocations.spread([id], at);
      await this.outbox.add(tx, IDENTITY_EVENTS, [{ fact: partnerDisabled(id), occurredAt: at }]);
    });
  }

  /**
   * Its clients get tokens again; those from before stay void. Safe to repeat.
   * @throws PlazaError `identity.partner-unknown`
   */
  enable(id: string): Promise<PartnerView> {
    return this.decide(id, async (partner, tx) => {
      const at = this.clock.now();
      if (!partner.enable(at)) return;
      this.revocations.spread([id], at, at);
      await this.outbox.add(tx, IDENTITY_EVENTS, [{ fact: partnerEnabled(id), occurredAt: at }]);
    });
  }

  private decide(
    id: string,
    decision: (partner: Partner, tx: Tx) => void | Promise<void>,
  ): Promise<PartnerView> {
    return this.database.transaction(async (tx) => {
      const partner = await this.lock(tx, id);
      await decision(partner, tx);
      await tx.save(partner);
      return partner.view();
    });
  }

  private async lock(tx: Tx, id: string): Promise<Partner> {
    const partner = await tx.findOne(Partner, { where: { id }, lock: { mode: 'pessimistic_write' } });
    if (!partner) throw partnerUnknown();
    return partner;
  }

  private async refusing<T>(work: () => Promise<T>): Promise<T> {
    try {
      return await work();
    } catch (error) {
      throw asIdentityRefusal(error);
    }
  }
}
