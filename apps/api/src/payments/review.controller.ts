/** Reviews: payments that nobody but staff can decide about, and what the screening service said of them. */
import { Body, Controller, Get, HttpCode, Post, Query } from '@nestjs/common';
import { ApiBearerAuth, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import {
  PaymentsQueries,
  Reviews,
  ReviewsQueries,
  ScreeningsQueries,
  type PaymentView,
  type ReviewView,
  type ScreeningView,
} from '@plaza/payments';
import { ForRoles, type Actor, type CountedPage } from '@plaza/platform';
import { CurrentActor } from '../http/current-actor';
import { ApiIdParam, IdParam } from '../http/fields';
import { PaymentAnswer } from './payments.answers';
import { ReviewPageAnswer, ScreeningAnswer } from './review.answers';
import { ReviewDto, ReviewListQuery } from './review.dto';

@ApiTags('payments')
@ApiBearerAuth()
@ForRoles('staff')
@Controller('payments')
export class ReviewController {
  constructor(
    private readonly reviews: Reviews,
    private readonly queries: ReviewsQueries,
    private readonly payments: PaymentsQueries,
    private readonly screenings: ScreeningsQueries,
  ) {}

  @Get('reviews')
  @ApiOperation({ summary: 'List reviews, newest first' })
  @ApiOkResponse({ type: ReviewPageAnswer })
  list(@Query() filter: ReviewListQuery): Promise<CountedPage<ReviewView>> {
    return this.queries.list(filter);
  }

  @Get(':id/screening')
  @ApiOperation({ summary: 'See what the screening service said about a payment, whole' })
  @ApiIdParam()
  @ApiOkResponse({ type: ScreeningAnswer })
  screening(@IdParam() id: string): Promise<ScreeningView> {
    return this.screenings.get(id);
  }

  @Post(':id/review')
  @ApiOperation({
    summary: 'Decide about a payment in review',
    description:
      'The first decision counts. Approved, the gateway is asked, and its word counts. Declined, it is never asked again: about one that it gave no answer to, look there first, for it may have taken the money.',
  })
  @HttpCode(200)
  @ApiIdParam()
  @ApiOkResponse({ type: PaymentAnswer })
  async decide(
    @IdParam() paymentId: string,
    @Body() { decision, note }: ReviewDto,
    @CurrentActor() actor: Actor,
  ): Promise<PaymentView> {
    await this.reviews.decide({ paymentId, decision, note: note ?? null, actor });
    return this.payments.get(paymentId, actor);
  }
}
