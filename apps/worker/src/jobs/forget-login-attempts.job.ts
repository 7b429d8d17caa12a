/** Forgets failed sign-ins that no longer count and addresses that are no longer familiar, a bounded number at once. */
import { Injectable } from '@nestjs/common';
import { LoginAttempts } from '@plaza/identity';
import { Loops } from '@plaza/platform';

const everyMs = 10 * 60_000;

@Injectable()
export class ForgetLoginAttemptsJob {
  constructor(loops: Loops, attempts: LoginAttempts) {
    loops.add({ name: 'forget-login-attempts', everyMs, alone: true, work: () => attempts.forgetOld() });
  }
}
