/** Wires identity: people, machines, and the tokens by which they are known. */
import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { MessagingModule } from '@plaza/messaging';
import { SETTINGS, type Settings } from '@plaza/platform';
import { Client } from './clients/client.entity';
import { ClientsService } from './clients/clients.service';
import { CustomerImports } from './imports/customer-imports.service';
import { LoginAttempts } from './lockout/login-attempts';
import { Partner } from './partners/partner.entity';
import { PartnersQueries } from './partners/partners.queries';
import { PartnersService } from './partners/partners.service';
import { Argon2 } from './passwords/argon2.client';
import { PasswordHashing } from './passwords/password-hashing';
import { RefreshToken } from './sessions/refresh-token.entity';
import { Session } from './sessions/session.entity';
import { SessionsService } from './sessions/sessions.service';
import { Revocations } from './tokens/revocations';
import { TokenKeys } from './tokens/token-keys';
import { TokenSigner } from './tokens/token-signer';
import { ClaimCode } from './users/claim-code.entity';
import { ClaimCodes } from './users/claim-codes.service';
import { CustomersService } from './users/customers.service';
import { KnownLogins } from './users/known-logins.queries';
import { OwnAccountService } from './users/own-account.service';
import { PeopleQueries } from './users/people.queries';
import { RegistrationService } from './users/registration.service';
import { StaffService } from './users/staff.service';
import { User } from './users/user.entity';
import { UsersQueries } from './users/users.queries';
import { UsersService } from './users/users.service';

@Module({
  imports: [
    MessagingModule,
    TypeOrmModule.forFeature([User, ClaimCode, Session, RefreshToken, Client, Partner]),
  ],
  providers: [
    {
      provide: TokenKeys,
      inject: [SETTINGS],
      useFactory: ({ identity }: Settings) => new TokenKeys(identity.privateKeys),
    },
    { provide: PasswordHashing, useClass: Argon2 },
    Revocations,
    TokenSigner,
    LoginAttempts,
    PartnersService,
    PartnersQueries,
    SessionsService,
    ClientsService,
    ClaimCodes,
    RegistrationService,
    OwnAccountService,
    CustomersService,
    CustomerImports,
    StaffService,
    UsersService,
    UsersQueries,
    KnownLogins,
    PeopleQueries,
  ],
  exports: [
    TokenKeys,
    Revocations,
    LoginAttempts,
    PartnersService,
    PartnersQueries,
    SessionsService,
    ClientsService,
    ClaimCodes,
    RegistrationService,
    OwnAccountService,
    CustomersService,
    CustomerImports,
    StaffService,
    UsersService,
    UsersQueries,
    KnownLogins,
    PeopleQueries,
  ],
})
export class IdentityModule {}
