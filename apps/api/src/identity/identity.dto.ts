/** What people send to identity, field by field. The rules of a password stand in the lib that hashes it. */
import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import {
  acceptableUsername,
  passwordCharactersMax,
  passwordCharactersMin,
  type Profile,
  type SessionTokens,
  type UserRole,
} from '@plaza/identity';
import { IsOptional, IsString, Matches, MaxLength } from 'class-validator';
import { EmailField, IfGiven, LineField } from '../http/fields';

export const usernameRule = {
  message:
    'username must be 3 to 64 letters, digits, dots, dashes or underscores, and begin with a letter or digit',
};
export const personNameCharactersMax = 200;
const claimCodeCharactersMax = 40;
export const documentNumber = /^[A-Za-z0-9][A-Za-z0-9.-]{2,39}$/;
export const documentNumberRule = {
  message: 'documentNumber must be 3 to 40 letters, digits, dots or dashes',
};

export class RegisterDto {
  @ApiProperty({ pattern: acceptableUsername.source })
  @Matches(acceptableUsername, usernameRule)
  username!: string;

  @ApiProperty({ format: 'email', maxLength: 254 })
  @EmailField()
  email!: string;

  @ApiProperty({
    minLength: passwordCharactersMin,
    maxLength: passwordCharactersMax,
    description: 'Not one of the passwords that are tried first',
  })
  @IsString()
  password!: string;

  @ApiPropertyOptional({ type: String, nullable: true, maxLength: personNameCharactersMax })
  @IsOptional()
  @LineField(personNameCharactersMax)
  fullName?: string | null;

  @ApiPropertyOptional({ type: String, nullable: true, pattern: documentNumber.source })
  @IsOptional()
  @Matches(documentNumber, documentNumberRule)
  documentNumber?: string | null;

  @ApiPropertyOptional({
    type: String,
    nullable: true,
    maxLength: claimCodeCharactersMax,
    description: 'What staff gave the customer who has this document number and no login yet',
  })
  @IsOptional()
  @LineField(claimCodeCharactersMax)
  claimCode?: string | null;
}

export class LogInDto {
  @ApiProperty()
  @IsString()
  @MaxLength(254)
  username!: string;

  @ApiProperty()
  @IsString()
  password!: string;
}

export class RefreshDto {
  @ApiProperty()
  @IsString()
  @MaxLength(200)
  refreshToken!: string;
}

export class ChangeProfileDto {
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
}

export class ChangePasswordDto {
  @ApiProperty()
  @IsString()
  currentPassword!: string;

  @ApiProperty({ minLength: passwordCharactersMin, maxLength: passwordCharactersMax })
  @IsString()
  newPassword!: string;
}

/** A user as the answers tell them. */
export class ProfileDto implements Profile {
  @ApiProperty({ format: 'uuid' })
  id!: string;

  @ApiProperty({ type: String, nullable: true, description: 'null for a customer without a login' })
  username!: string | null;

  @ApiProperty({ type: String, format: 'email', nullable: true })
  email!: string | null;

  @ApiProperty({ type: String, nullable: true })
  fullName!: string | null;

  @ApiProperty({ type: String, nullable: true })
  documentNumber!: string | null;

  @ApiProperty({ type: String, enum: ['customer', 'staff', 'admin'] })
  role!: UserRole;

  @ApiProperty()
  createdAt!: Date;
}

export class SessionTokensDto implements SessionTokens {
  @ApiProperty()
  accessToken!: string;

  @ApiProperty({ description: 'Good for one use' })
  refreshToken!: string;

  @ApiProperty({ type: String, enum: ['Bearer'] })
  tokenType!: 'Bearer';

  @ApiProperty({ description: 'Seconds until the access token expires' })
  expiresIn!: number;
}
