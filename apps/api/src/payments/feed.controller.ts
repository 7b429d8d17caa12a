/** The feed: payment messages over HTTP where there is no Kafka, one a line, exactly as they would be on the topic. */
import { Body, Controller, HttpCode, Post, Query, UnsupportedMediaTypeException } from '@nestjs/common';
import {
  ApiAcceptedResponse,
  ApiBearerAuth,
  ApiBody,
  ApiConflictResponse,
  ApiConsumes,
  ApiOperation,
  ApiTags,
} from '@nestjs/swagger';
import { MessageFeed, type LocalRange } from '@plaza/payments';
import { ForScope } from '@plaza/platform';
import { MayBeRepeated } from '../http/idempotency.interceptor';
import { ndjson } from './ndjson';
import { FedAnswer } from './payments.answers';
import { FeedQuery } from './payments.dto';

@ApiTags('payments')
@ApiBearerAuth()
@Controller('payments')
export class FeedController {
  constructor(private readonly feed: MessageFeed) {}

  @Post('messages')
  @ApiOperation({
    summary: 'Feed payment messages',
    description:
      'Answers when the messages are durable. Payments have ids of their own, so feeding them again is safe.',
  })
  @HttpCode(202)
  @ForScope('payments:feed')
  @MayBeRepeated()
  @ApiConsumes(ndjson)
  @ApiBody({ schema: { type: 'string', description: 'One message a line' } })
  @ApiAcceptedResponse({ type: FedAnswer })
  @ApiConflictResponse({ description: 'The messages come over Kafka here' })
  async take(@Query() { topic }: FeedQuery, @Body() lines: unknown): Promise<FedAnswer> {
    if (!Buffer.isBuffer(lines)) throw new UnsupportedMediaTypeException(`The feed takes ${ndjson}`);
    return answerOf(await this.feed.take(topic, lines));
  }
}

function answerOf({ firstOffset, lastOffset, ...range }: LocalRange): FedAnswer {
  return { ...range, firstOffset: Number(firstOffset), lastOffset: Number(lastOffset) };
}
