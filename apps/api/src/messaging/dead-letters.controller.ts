/** Events that a consumer could not take, for staff to see and, once the cause is mended, to send again. */
import { Body, Controller, Get, HttpCode, Post, Query } from '@nestjs/common';
import { ApiBearerAuth, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { DeadLetters, type DeadLetter } from '@plaza/messaging';
import { ForRoles, type CountedPage } from '@plaza/platform';
import { DeadLetterPageAnswer, SentAgainAnswer } from './dead-letters.answers';
import { DeadLetterListQuery, SendAgainDto } from './dead-letters.dto';

@ApiTags('running')
@ApiBearerAuth()
@ForRoles('staff')
@Controller('dead-letters')
export class DeadLettersController {
  constructor(private readonly deadLetters: DeadLetters) {}

  @Get()
  @ApiOperation({
    summary: 'List events that a consumer could not take',
    description:
      'The latest first. Each was tried several times and is kept with the reason, while everything after it went on.',
  })
  @ApiOkResponse({ type: DeadLetterPageAnswer })
  list(@Query() filter: DeadLetterListQuery): Promise<CountedPage<DeadLetter>> {
    return this.deadLetters.list(filter);
  }

  @Post('replay')
  @ApiOperation({
    summary: 'Send events to the consumer that could not take them again',
    description:
      'The one named, or all that wait, the oldest first and at most 500 at a time. One that was sent again already is not sent twice; it comes back with its reason when it cannot be taken this time either.',
  })
  @HttpCode(200)
  @ApiOkResponse({ type: SentAgainAnswer })
  async replay(@Body() wish: SendAgainDto): Promise<SentAgainAnswer> {
    return { replayed: await this.deadLetters.replay(wish) };
  }
}
