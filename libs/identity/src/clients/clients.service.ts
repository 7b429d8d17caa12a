/** Machines' credentials, and what they get for them (OAuth 2 client credentials, RFC 6749, section 4.4). */
import { Injectable } from '@nestjs/common';
import { Clock, Database, InvalidInput, newId, violatedConstraint, type Tx } from '@plaza/platform';
import {
  asIdentityRefusal,
  clientDisabled,
  clientInvalid,
  clientUnknown,
  partnerUnknown,
  scopeRefused,
} from '../identity.errors';
import { Revocations } from '../tokens/revocations';
import { hashOfSecret, isSecretOf, newSecret } from '../tokens/secret';
import { TokenSigner } from '../tokens/token-signer';
import { Client, type NewClient } from './client.entity';

export interface ClientToken {
  accessToken: string;
  /** Seconds. */
  expiresIn: number;
  scopes: string[];
}

export interface CreatedClient {
  clientId: string;
  clientSecret: string;
  scopes: string[];
}

export interface RotatedSecret {
  clientId: string;
  clientSecret: string;
  /** The secret until now, and how long it is good. */
  previousSecret: { expiresAt: Date };
}

const acceptableId = /^[A-Za-z0-9][A-Za-z0-9._-]{2,99}$/;
const acceptableScope = /^[\x21\x23-\x5b\x5d-\x7e]{1,100}$/;
const secretCharactersMin = 32;

/** Compared with where there is no client, so that the answer takes the same time. */
const nobodysHash = hashOfSecret(newSecret());

@Injectable()
export class ClientsService {
  constructor(
    private readonly database: Database,
    private readonly signer: TokenSigner,
    private readonly revocations: Revocations,
    private readonly clock: Clock,
  ) {}

  /**
   * @returns the secret, which is not kept and cannot be told again
   * @throws InvalidInput; PlazaError `identity.client-taken`, `identity.partner-unknown`
   */
  async create(
    details: Omit<NewClient, 'clientId' | 'secret'> & { clientId?: string },
  ): Promise<CreatedClient> {
    const fresh = { ...details, clientId: details.clientId ?? newId(), secret: newSecret() };
    check(fresh);
    const client = new Client({ ...fresh, createdAt: this.clock.now() });
    try {
      await this.database.transaction((tx) => tx.insert(Client, client));
    } catch (error) {
      if (violatedConstraint(error) === 'clients_partner_fk') throw partnerUnknown();
      throw asIdentityRefusal(error);
    }
    return { clientId: fresh.clientId, clientSecret: fresh.secret, scopes: client.scopes };
  }

  /**
   * For a client whose credentials are agreed beforehand, as between the processes of one machine: afterwards it is there
   * with this secret, this name and these scopes. Safe to repeat.
   * @throws InvalidInput
   */
  async ensure(wanted: NewClient): Promise<void> {
    check(wanted);
    const client = new Client({ ...wanted, createdAt: this.clock.now() });
    await this.database.transaction((tx) =>
      tx.query(
        `INSERT INTO identity.clients (client_id, secret_hash, name, scopes, partner_id, created_at, mode)
         VALUES ($1, $2, $3, $4, $5, $6, $7)
         ON CONFLICT ON CONSTRAINT clients_pk DO UPDATE
         SET secret_hash = excluded.secret_hash, name = excluded.name, scopes = excluded.scopes,
             partner_id = excluded.partner_id, mode = excluded.mode`,
        [
          ...[client.clientId, client.secretHash, client.name, client.scopes, client.partnerId],
          ...[client.createdAt, client.mode],
        ],
      ),
    );
  }

  /**
   * @param scopes those wanted; all that the client may have when undefined
   * @throws PlazaError `identity.client-invalid`, `identity.scope-refused`
   */
  async token(clientId: string, secret: string, scopes?: string[]): Promise<ClientToken> {
    const client = acceptableId.test(clientId) ? await this.find(clientId) : null;
    if (!client) isSecretOf(nobodysHash, secret);
    const accepted = client?.accepts(secret, this.clock.now());
    if (!client || !accepted) throw clientInvalid();
    if (accepted === 'present' && !client.secretUsed) await this.noteUse(client);
    const refused = client.refusedOf(scopes ?? []);
    if (refused.length > 0) throw scopeRefused(refused);
    const granted = [...new Set(scopes ?? client.scopes)];
    return { ...(await this.signer.forClient(client, granted)), scopes: granted };
  }

  /**
   * From here on the client gets no token, and those that it has are void. Safe to repeat.
   * @param partnerId whose client it must be
   * @throws PlazaError `identity.client-unknown`
   */
  async disable(clientId: string, partnerId?: string): Promise<void> {
    await this.database.transaction(async (tx) => {
      const client = await this.lock(tx, clientId, partnerId);
      if (!client.disable(this.clock.now())) return;
      await tx.save(client);
      this.revocations.spread([clientId], client.disabledAt ?? this.clock.now());
    });
  }

  /**
   * The secret in use stays good for `overlapMs`, so that whoever uses it can change over in peace; every other one ends at once,
   * also one that was told a moment ago and never used, as when the answer was lost.
   * @returns the new secret, which is not kept and cannot be told again
   * @throws PlazaError `identity.client-unknown`, `identity.client-disabled`
   */
  async rotateSecret(clientId: string, partnerId: string, overlapMs: number): Promise<RotatedSecret> {
    const clientSecret = newSecret();
    return this.database.transaction(async (tx) => {
      const client = await this.lock(tx, clientId, partnerId);
      if (client.disabledAt !== null) throw clientDisabled();
      const expiresAt = new Date(this.clock.now().getTime() + overlapMs);
      client.changeSecret(clientSecret, expiresAt, this.clock.now());
      await tx.save(client);
      return { clientId, clientSecret, previousSecret: { expiresAt } };
    });
  }

  /** Once for each secret. */
  private async noteUse({ clientId, secretHash }: Client): Promise<void> {
    await this.database.transaction((tx) =>
      tx.query(
        'UPDATE identity.clients SET secret_used = true WHERE client_id = $1 AND secret_hash = $2 AND NOT secret_used',
        [clientId, secretHash],
      ),
    );
  }

  private async lock(tx: Tx, clientId: string, partnerId?: string): Promise<Client> {
    const client = acceptableId.test(clientId)
      ? await tx.findOne(Client, {
          where: { clientId, ...(partnerId !== undefined && { partnerId }) },
          lock: { mode: 'pessimistic_write' },
        })
      : null;
    if (!client) throw clientUnknown();
    return client;
  }

  private find(clientId: string): Promise<Client | null> {
    return this.database.dataSource.manager.findOne(Client, {
      where: { clientId },
      relations: { partner: true },
    });
  }
}

function check({ clientId, secret, name, scopes }: NewClient): void {
  const faults = [
    {
      pointer: '/clientId',
      good: acceptableId.test(clientId),
      detail: 'must be 3 to 100 letters, digits, dots, dashes or underscores',
    },
    {
      pointer: '/secret',
      good: secret.length >= secretCharactersMin,
      detail: `must have at least ${secretCharactersMin} characters`,
    },
    { pointer: '/name', good: name.trim() !== '', detail: 'must say something' },
    {
      pointer: '/scopes',
      good: scopes.every((scope) => acceptableScope.test(scope)),
      detail: 'must be scopes as RFC 6749 writes them',
    },
  ].filter(({ good }) => !good);
  if (faults.length > 0) throw new InvalidInput(faults.map(({ pointer, detail }) => ({ pointer, detail })));
}
