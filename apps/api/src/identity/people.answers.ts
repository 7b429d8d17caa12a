/** People as staff see customers, and admins see staff. */
import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import type { PeoplePage, PersonView } from '@plaza/identity';
import { ProfileDto } from './identity.dto';

export class PersonAnswer extends ProfileDto implements PersonView {
  @ApiProperty({ type: Date, nullable: true, description: 'null for somebody who is not disabled' })
  disabledAt!: Date | null;
}

export class PersonPageAnswer implements PeoplePage {
  @ApiProperty({ type: [PersonAnswer] })
  items!: PersonAnswer[];

  @ApiProperty({ type: String, nullable: true })
  next!: string | null;

  @ApiPropertyOptional({ type: 'integer', description: 'With `total=true`' })
  total?: number;
}
