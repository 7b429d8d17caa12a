/** Messages one by one, and taking them again. Replaying is never twice in effect, so no route needs a key. */
import { Body, Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { ApiBearerAuth, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import {
  MessageStories,
  Replays,
  type MessageStory,
  type ReplayAnswer,
  type ReplayedMessage,
} from '@plaza/payments';
import { ForRoles, InvalidInput, type Actor } from '@plaza/platform';
import { CurrentActor } from '../http/current-actor';
import { MayBeRepeated } from '../http/idempotency.interceptor';
import { MessageStoryAnswer, ReplayedAnswer, ReplayedMessageAnswer } from './replay.answers';
import { ApiPlaceParams, OffsetParam, PartitionParam, ReplayDto, ReplayOneQuery } from './replay.dto';

@ApiTags('payments')
@ApiBearerAuth()
@ForRoles('staff')
@MayBeRepeated()
@Controller('payments')
export class ReplayController {
  constructor(
    private readonly stories: MessageStories,
    private readonly replays: Replays,
  ) {}

  @Get('messages/:topic/:partition/:offset')
  @ApiOperation({
    summary: 'See the whole story of a message',
    description: 'What became of it, the payment it speaks of, what the error log was told, who replayed it.',
  })
  @ApiPlaceParams()
  @ApiOkResponse({ type: MessageStoryAnswer })
  message(
    @Param('topic') topic: string,
    @PartitionParam() partition: number,
    @OffsetParam() offset: number,
    @CurrentActor() actor: Actor,
  ): Promise<MessageStory> {
    return this.stories.get({ topic, partition, offset }, actor);
  }

  @Post('messages/:topic/:partition/:offset/replay')
  @ApiOperation({
    summary: 'Replay a message',
    description: 'Takes it again as if it came now; doing so twice has one effect.',
  })
  @HttpCode(200)
  @ApiPlaceParams()
  @ApiOkResponse({ type: ReplayedMessageAnswer })
  replayOne(
    @Param('topic') topic: string,
    @PartitionParam() partition: number,
    @OffsetParam() offset: number,
    @Query() options: ReplayOneQuery,
  ): Promise<ReplayedMessage> {
    return this.replays.replayOne({ topic, partition, offset }, options);
  }

  @Post('replay')
  @ApiOperation({
    summary: 'Replay messages by payment, or by outcome and time',
    description: 'At most 1,000 at once, in the order in which they came. Doing so twice has one effect.',
  })
  @HttpCode(200)
  @ApiOkResponse({ type: ReplayedAnswer })
  replay(@Body() { dryRun = false, ...filter }: ReplayDto): Promise<ReplayAnswer> {
    return this.replays.replay(narrowed(filter), { dryRun });
  }
}

/** Everything at once is never what somebody means. */
function narrowed(filter: Omit<ReplayDto, 'dryRun'>): Omit<ReplayDto, 'dryRun'> {
  if (filter.outcome !== undefined || filter.paymentId !== undefined) return filter;
  throw new InvalidInput([{ pointer: '/outcome', detail: 'must be given, or paymentId' }]);
}
