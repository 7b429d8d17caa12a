/** What refunds are told, field by field. */
import { ApiProperty } from '@nestjs/swagger';
import { IsInt, Max, Min } from 'class-validator';
import { LineField } from '../http/fields';

const reasonCharactersMax = 200;

export class RefundDto {
  @ApiProperty({
    type: 'integer',
    minimum: 1,
    description: 'Minor units; at most what is left of the payment',
  })
  @IsInt()
  @Min(1)
  @Max(Number.MAX_SAFE_INTEGER)
  amount!: number;

  @ApiProperty({ maxLength: reasonCharactersMax })
  @LineField(reasonCharactersMax)
  reason!: string;
}
