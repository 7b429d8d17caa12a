import { ForwardMigration } from '@plaza/platform';

export class SandboxClients1764500000060 extends ForwardMigration {
  protected readonly sql = `
    -- Which programme of its partner a client works in.
    ALTER TABLE identity.clients
      ADD mode text NOT NULL DEFAULT 'live',
      ADD CONSTRAINT clients_mode_known CHECK (mode IN ('live', 'sandbox')),
      ADD CONSTRAINT clients_sandbox_of_partner CHECK (mode = 'live' OR partner_id IS NOT NULL);
  `;
}
