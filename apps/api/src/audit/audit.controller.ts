/** The audit log in the hands of staff: who changed what, who read what, a row's whole history, and whether all of it still stands. */
import { Body, Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { ApiBearerAuth, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import {
  LogQueries,
  SealsQueries,
  VerificationService,
  type SealView,
  type Verification,
} from '@plaza/audit';
import { ForRoles, type Page } from '@plaza/platform';
import { PageQuery } from '../http/fields';
import { ActorNames, type NamedEntry } from './actor-names';
import { LogPageAnswer, SealPageAnswer, VerificationAnswer } from './audit.answers';
import { LogQuery, RowParams, SealQuery, VerifyDto } from './audit.dto';

@ApiTags('audit')
@ApiBearerAuth()
@ForRoles('staff')
@Controller('audit')
export class AuditController {
  constructor(
    private readonly log: LogQueries,
    private readonly seals: SealsQueries,
    private readonly verification: VerificationService,
    private readonly names: ActorNames,
  ) {}

  @Get()
  @ApiOperation({ summary: 'Search the audit log', description: 'Newest first.' })
  @ApiOkResponse({ type: LogPageAnswer })
  async list(@Query() filter: LogQuery): Promise<Page<NamedEntry>> {
    return this.names.on(await this.log.list(filter));
  }

  @Get('rows/:schema/:table/:rowId')
  @ApiOperation({ summary: 'See the history of a row', description: 'Newest first.' })
  @ApiOkResponse({ type: LogPageAnswer })
  async ofRow(@Param() row: RowParams, @Query() page: PageQuery): Promise<Page<NamedEntry>> {
    return this.names.on(await this.log.ofRow(row, page));
  }

  @Get('seals')
  @ApiOperation({ summary: 'List the seals of the audit log', description: 'Newest first.' })
  @ApiOkResponse({ type: SealPageAnswer })
  listSeals(@Query() filter: SealQuery): Promise<Page<SealView>> {
    return this.seals.list(filter);
  }

  @Post('verify')
  @ApiOperation({
    summary: 'Verify the audit log against its seals',
    description: 'A part at a time: `next` tells where to go on. Nothing is changed.',
  })
  @HttpCode(200)
  @ApiOkResponse({ type: VerificationAnswer })
  verify(@Body() wish: VerifyDto): Promise<Verification> {
    return this.verification.verify(wish);
  }
}
