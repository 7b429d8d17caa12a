/** People of the staff who have to be there, whoever was there before: for the command line and the demo. */
import { Injectable } from '@nestjs/common';
import { usernameTaken } from '../identity.errors';
import type { LoginProfile } from './person';
import { StaffService, type NewStaff } from './staff.service';
import { UsersQueries } from './users.queries';

@Injectable()
export class UsersService {
  constructor(
    private readonly users: UsersQueries,
    private readonly staff: StaffService,
  ) {}

  /**
   * Safe to repeat: a user of this name and role stays as it is, with the password it has, and is not `created`.
   * @throws PlazaError `identity.password-refused`, `identity.username-taken` by somebody of another role,
   *   `identity.email-taken`
   */
  async createStaff(details: NewStaff): Promise<{ user: LoginProfile; created: boolean }> {
    const existing = await this.users.byUsername(details.username);
    if (!existing) return { user: await this.staff.create(details), created: true };
    if (existing.role !== details.role) throw usernameTaken();
    return { user: existing, created: false };
  }
}
