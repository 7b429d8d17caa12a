/** Whose programme a request is about: that of the partner whose machine asks, or the one that staff name. */
import { applyDecorators, Injectable, Param, type PipeTransform } from '@nestjs/common';
import { ApiNotFoundResponse, ApiParam, ApiPropertyOptional } from '@nestjs/swagger';
import { PartnersQueries, type PartnerScope } from '@plaza/identity';
import type { ProgrammeName } from '@plaza/loyalty';
import { ForPartners, InvalidInput, PlazaError, type Actor } from '@plaza/platform';
import { Matches } from 'class-validator';
import { IdField, IfGiven } from '../http/fields';

/** Whatever a partner calls its members, without what has a meaning in addresses. */
const externalId = /^[!-.0-~]{1,100}$/;
const externalIdSaid = 'must be 1 to 100 printable ASCII characters without spaces and slashes';

/** Machines of partners with this scope; and staff. */
export const PartnerRoute = (scope: PartnerScope) =>
  applyDecorators(
    ForPartners(scope),
    ApiNotFoundResponse({ description: 'There is nothing like this in the programme, or no such partner' }),
  );

/** In every query of these routes. */
export const PartnerIdField = () =>
  applyDecorators(
    ApiPropertyOptional({ format: 'uuid', description: 'For staff, who must say whose programme they mean' }),
    IfGiven(),
    IdField(),
  );

export class PartnerQuery {
  @PartnerIdField()
  partnerId?: string;
}

/** The partner's own id of a member, in a body. */
export const ExternalIdField = () => Matches(externalId, { message: `$property ${externalIdSaid}` });

class ExternalIdPipe implements PipeTransform<string, string> {
  transform(text: string): string {
    if (externalId.test(text)) return text;
    throw new InvalidInput([{ pointer: '/externalId', detail: externalIdSaid }]);
  }
}

/** The same in the path. */
export const ExternalIdParam = (): ParameterDecorator => Param('externalId', new ExternalIdPipe());
export const ApiExternalIdParam = () =>
  ApiParam({
    name: 'externalId',
    description: "The partner's own id of the member",
    schema: { type: 'string' },
  });

@Injectable()
export class PartnerProgrammes {
  constructor(private readonly partners: PartnersQueries) {}

  /**
   * @throws InvalidInput when staff do not say whose; PlazaError `loyalty.not-your-programme` when a partner means another's,
   *   `identity.partner-unknown`
   */
  async of(actor: Actor, { partnerId }: PartnerQuery): Promise<ProgrammeName> {
    if (actor.kind === 'partner') {
      if (partnerId !== undefined && partnerId !== actor.id) throw notYours();
      return { partnerId: actor.id, mode: actor.sandbox ? 'sandbox' : 'live' };
    }
    if (partnerId === undefined) {
      throw new InvalidInput([{ pointer: '/partnerId', detail: 'must say whose programme is meant' }]);
    }
    return { partnerId: (await this.partners.get(partnerId)).id, mode: 'live' };
  }
}

function notYours(): PlazaError {
  return new PlazaError(
    'forbidden',
    'loyalty.not-your-programme',
    'This is the programme of another partner',
  );
}
