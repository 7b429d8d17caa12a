/** Mail, for staff: what became of all of it, and the whole of what was captured because no server is configured. */
import { Controller, Get, Query, StreamableFile } from '@nestjs/common';
import { ApiBearerAuth, ApiOkResponse, ApiOperation, ApiProduces, ApiTags } from '@nestjs/swagger';
import { MailsQueries, type CapturedMail, type MailView } from '@plaza/notifications';
import { ForRoles, type CountedPage } from '@plaza/platform';
import { ApiIdParam, IdParam } from '../http/fields';
import { asDownload, CapturedMailAnswer, MailPageAnswer } from './mail.answers';
import { ApiAttachmentParams, AttachmentParam, MailListQuery } from './mail.dto';

@ApiTags('mail')
@ApiBearerAuth()
@ForRoles('staff')
@Controller('mail')
export class MailController {
  constructor(private readonly mails: MailsQueries) {}

  @Get()
  @ApiOperation({
    summary: 'List mail',
    description: 'To whom it went and what became of it, not what it says.',
  })
  @ApiOkResponse({ type: MailPageAnswer })
  list(@Query() filter: MailListQuery): Promise<CountedPage<MailView>> {
    return this.mails.list(filter);
  }

  @Get(':id')
  @ApiOperation({
    summary: 'Read a captured mail',
    description: 'Mail is captured where no mail server is configured; what was sent cannot be read here.',
  })
  @ApiIdParam()
  @ApiOkResponse({ type: CapturedMailAnswer })
  get(@IdParam() id: string): Promise<CapturedMail> {
    return this.mails.captured(id);
  }

  @Get(':id/attachments/:number')
  @ApiOperation({ summary: 'Get what hangs on a captured mail' })
  @ApiAttachmentParams()
  @ApiProduces('application/octet-stream')
  @ApiOkResponse({ schema: { type: 'string', format: 'binary' } })
  async attachment(@IdParam() id: string, @AttachmentParam() number: number): Promise<StreamableFile> {
    return asDownload(await this.mails.attachment(id, number));
  }
}
