/** What identity has done in the background: apart, for it needs none of the keys that tokens are signed with. */
import { Module } from '@nestjs/common';
import { LoginAttempts } from '../lockout/login-attempts';
import { PastSessions } from './past-sessions.service';

@Module({ providers: [PastSessions, LoginAttempts], exports: [PastSessions, LoginAttempts] })
export class IdentityUpkeepModule {}
