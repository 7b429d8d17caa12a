/** What admins send about staff, field by field. */
import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import {
  acceptableUsername,
  passwordCharactersMax,
  passwordCharactersMin,
  type StaffRole,
} from '@plaza/identity';
import { IsIn, IsOptional, IsString, Matches } from 'class-validator';
import { EmailField, IfGiven, LineField, staffListBy } from '../http/fields';
import { personNameCharactersMax, usernameRule } from './identity.dto';

const staffRoles = ['staff', 'admin'] as const satisfies readonly StaffRole[];

export class NewStaffDto {
  @ApiProperty({ pattern: acceptableUsername.source })
  @Matches(acceptableUsername, usernameRule)
  username!: string;

  @ApiProperty({ format: 'email', maxLength: 254 })
  @EmailField()
  email!: string;

  @ApiProperty({ minLength: passwordCharactersMin, maxLength: passwordCharactersMax })
  @IsString()
  password!: string;

  @ApiProperty({ type: String, enum: staffRoles })
  @IsIn(staffRoles)
  role!: StaffRole;

  @ApiPropertyOptional({ type: String, nullable: true, maxLength: personNameCharactersMax })
  @IsOptional()
  @LineField(personNameCharactersMax)
  fullName?: string | null;
}

export class ChangeStaffDto {
  @ApiPropertyOptional({
    type: String,
    nullable: true,
    maxLength: personNameCharactersMax,
    description: 'null takes the name away',
  })
  @IsOptional()
  @LineField(personNameCharactersMax)
  fullName?: string | null;

  @ApiPropertyOptional({ format: 'email', maxLength: 254 })
  @IfGiven()
  @EmailField()
  email?: string;

  @ApiPropertyOptional({ type: String, enum: staffRoles })
  @IfGiven()
  @IsIn(staffRoles)
  role?: StaffRole;
}

export class StaffListQuery extends staffListBy('createdAt') {}
