/** Totals over time: what may be asked, and what is told. */
import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { totalIntervals, type TotalInterval, type TotalsWish, type TotalView } from '@plaza/loyalty';
import { IsIn } from 'class-validator';
import { IfGiven, InstantField } from '../http/fields';
import { PartnerIdField } from './partner-programmes';

const intervals = Object.keys(totalIntervals);
const intervalDefault: TotalInterval = '5m';

export class TotalsQuery implements TotalsWish {
  @ApiPropertyOptional({
    format: 'date-time',
    description: 'From this instant on; a day before `to` unless told',
  })
  @IfGiven()
  @InstantField()
  from?: Date;

  @ApiPropertyOptional({ format: 'date-time', description: 'Before this instant; now unless told' })
  @IfGiven()
  @InstantField()
  to?: Date;

  @ApiPropertyOptional({ enum: intervals, default: intervalDefault })
  @IsIn(intervals)
  interval: TotalInterval = intervalDefault;
}

export class PartnerTotalsQuery extends TotalsQuery {
  @PartnerIdField()
  partnerId?: string;
}

class TotalAnswer implements TotalView {
  @ApiProperty({ description: 'A multiple of the interval, in UTC' })
  at!: Date;

  @ApiProperty({
    type: 'integer',
    nullable: true,
    description:
      'All that members had at that instant: available, pending and held. Null where it is not known: before the programme was opened, and until it was written, half a minute later or when ClickHouse is back',
  })
  outstanding!: number | null;
}

export class TotalsAnswer {
  @ApiProperty({ type: [TotalAnswer] })
  points!: TotalAnswer[];
}
