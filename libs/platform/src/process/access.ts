/**
 * Who may call a route is declared on the route. The api's guard enforces it and refuses to start while a route has no
 * declaration, so that nothing is open by forgetting.
 */
import { SetMetadata } from '@nestjs/common';
import type { Actor } from '../request-context';

export type Role = Exclude<Actor['kind'], 'system'>;

export type Access =
  | { for: 'everyone' }
  | { for: 'roles'; roles: readonly Role[] }
  | { for: 'scope'; scope: string }
  | { for: 'partners'; scope: string };

export const ACCESS = 'plaza:access';

/** Anyone, without a token. */
export const Public = () => SetMetadata(ACCESS, { for: 'everyone' } satisfies Access);

/** Signed-in people who have one of these roles. An `admin` may do all that `staff` may. */
export const ForRoles = (...roles: Role[]) => SetMetadata(ACCESS, { for: 'roles', roles } satisfies Access);

/** Machines whose token carries this scope. */
export const ForScope = (scope: string) => SetMetadata(ACCESS, { for: 'scope', scope } satisfies Access);

/** Machines of partners whose token carries this scope; and staff, who say for which partner. */
export const ForPartners = (scope: string) =>
  SetMetadata(ACCESS, { for: 'partners', scope } satisfies Access);
