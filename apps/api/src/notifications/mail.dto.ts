/** What mail is asked, field by field. */
import { Param } from '@nestjs/common';
import { ApiParam, ApiPropertyOptional } from '@nestjs/swagger';
import { mailStatuses, type MailFilter, type MailStatus } from '@plaza/notifications';
import { IsIn } from 'class-validator';
import { ApiIdParam, IfGiven, NumberPipe, staffListBy } from '../http/fields';

const numberMax = 32_767;

export const AttachmentParam = () => Param('number', new NumberPipe('number', numberMax));

/** Describes the place of an attachment in the path. */
export function ApiAttachmentParams(): MethodDecorator {
  return (target, name, descriptor) => {
    ApiIdParam()(target, name, descriptor);
    ApiParam({ name: 'number', schema: { type: 'integer', minimum: 1 } })(target, name, descriptor);
  };
}

export class MailListQuery extends staffListBy('createdAt') implements MailFilter {
  @ApiPropertyOptional({ enum: mailStatuses })
  @IfGiven()
  @IsIn(mailStatuses)
  status?: MailStatus;
}
