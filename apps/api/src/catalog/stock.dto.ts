/** What is told and asked about stock, field by field, and what it answers. */
import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import {
  movementCauses,
  type MovementCause,
  type MovementFilter,
  type MovementView,
  type StockAdjustment,
  type StockTransfer,
  type TransferView,
} from '@plaza/catalog';
import { IsIn, IsInt, Max, Min, NotEquals } from 'class-validator';
import { IdField, IfGiven, InstantField, LineField, staffListBy } from '../http/fields';
import { BranchStockAnswer } from './catalog.answers';

const movedAtOnceMax = 1_000_000;
const reasonCharactersMax = 200;

export class StockAdjustmentDto implements StockAdjustment {
  @ApiProperty({ format: 'uuid' })
  @IdField()
  productId!: string;

  @ApiProperty({ format: 'uuid' })
  @IdField()
  branchId!: string;

  @ApiProperty({ type: 'integer', description: 'Added to what is on hand; negative takes off' })
  @IsInt()
  @NotEquals(0)
  @Min(-movedAtOnceMax)
  @Max(movedAtOnceMax)
  delta!: number;

  @ApiProperty({ maxLength: reasonCharactersMax })
  @LineField(reasonCharactersMax)
  reason!: string;
}

export class StockTransferDto implements StockTransfer {
  @ApiProperty({ format: 'uuid' })
  @IdField()
  productId!: string;

  @ApiProperty({ format: 'uuid' })
  @IdField()
  fromBranchId!: string;

  @ApiProperty({ format: 'uuid', description: 'Another branch than it comes from' })
  @IdField()
  toBranchId!: string;

  @ApiProperty({ type: 'integer' })
  @IsInt()
  @Min(1)
  @Max(movedAtOnceMax)
  quantity!: number;

  @ApiProperty({ maxLength: reasonCharactersMax })
  @LineField(reasonCharactersMax)
  reason!: string;
}

export class StockTransferAnswer implements TransferView {
  @ApiProperty({ format: 'uuid', description: 'The reference of both movements' })
  id!: string;

  @ApiProperty({ type: BranchStockAnswer })
  from!: BranchStockAnswer;

  @ApiProperty({ type: BranchStockAnswer })
  to!: BranchStockAnswer;
}

export class MovementListQuery extends staffListBy('at') implements MovementFilter {
  @ApiPropertyOptional({ format: 'uuid' })
  @IfGiven()
  @IdField()
  productId?: string;

  @ApiPropertyOptional({ format: 'uuid' })
  @IfGiven()
  @IdField()
  branchId?: string;

  @ApiPropertyOptional({ enum: movementCauses })
  @IfGiven()
  @IsIn(movementCauses)
  cause?: MovementCause;

  @ApiPropertyOptional({ format: 'date-time', description: 'Moved at this instant or later' })
  @IfGiven()
  @InstantField()
  from?: Date;

  @ApiPropertyOptional({ format: 'date-time', description: 'Moved before this instant' })
  @IfGiven()
  @InstantField()
  to?: Date;
}

class MovementActor {
  @ApiProperty()
  kind!: string;

  @ApiProperty()
  id!: string;
}

export class MovementAnswer implements MovementView {
  @ApiProperty({ description: 'Rises with every movement' })
  id!: string;

  @ApiProperty({ format: 'uuid' })
  productId!: string;

  @ApiProperty({ format: 'uuid' })
  branchId!: string;

  @ApiProperty({ type: 'integer', description: 'Added to what was on hand' })
  delta!: number;

  @ApiProperty({ enum: movementCauses })
  cause!: MovementCause;

  @ApiProperty({
    ...{ type: String, format: 'uuid', nullable: true },
    description: 'The order that was sold, or the transfer',
  })
  reference!: string | null;

  @ApiProperty({ type: String, nullable: true })
  reason!: string | null;

  @ApiProperty({ type: MovementActor, nullable: true })
  actor!: MovementActor | null;

  @ApiProperty({ format: 'date-time' })
  at!: Date;
}

export class MovementPageAnswer {
  @ApiProperty({ type: [MovementAnswer] })
  items!: MovementAnswer[];

  @ApiProperty({ type: String, nullable: true })
  next!: string | null;

  @ApiPropertyOptional({ type: 'integer', description: 'With `total=true`' })
  total?: number;
}
