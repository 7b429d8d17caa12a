/** Has the wishes of partners done in their programme, and tells what became of them. */
import { Injectable } from '@nestjs/common';
import { LedgerService, type Command, type Hold, type Posted } from '@plaza/loyalty';
import type { Actor } from '@plaza/platform';
import type { FastifyReply } from 'fastify';
import { PartnerProgrammes, type PartnerQuery } from './partner-programmes';
import type { HoldAnswer, PostedAnswer } from './points.dto';

export interface PartnerRequest {
  actor: Actor;
  query: PartnerQuery;
  /** Where it matters whether it was done just now: 201 then, else 200. */
  reply?: FastifyReply;
}

@Injectable()
export class PartnerPoints {
  constructor(
    private readonly programmes: PartnerProgrammes,
    private readonly ledger: LedgerService,
  ) {}

  async post(command: Command, request: PartnerRequest): Promise<PostedAnswer> {
    return told(await this.done(command, request));
  }

  async hold(command: Hold, request: PartnerRequest): Promise<HoldAnswer> {
    const posted = await this.done(command, request);
    return { ...told(posted), expiresAt: posted.expiresAt ?? posted.at };
  }

  private async done(command: Command, { actor, query, reply }: PartnerRequest): Promise<Posted> {
    const posted = await this.ledger.post(await this.programmes.of(actor, query), command);
    void reply?.status(posted.created ? 201 : 200);
    return posted;
  }
}

function told({ id, points, balance, at }: Posted) {
  return { id, points, balance, at };
}
