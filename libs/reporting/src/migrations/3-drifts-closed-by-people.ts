import { ForwardMigration } from '@plaza/platform';

/**
 * A drift is dismissed with a reason where nothing is to be mended. One that was corrected and is there again is open, and keeps when
 * that correction was approved. What was corrected lately is looked at again, whatever its age.
 */
export class DriftsClosedByPeople1764900000775 extends ForwardMigration {
  protected readonly sql = `
    ALTER TABLE reporting.drifts
      ADD COLUMN reason text,
      ADD COLUMN tried_at timestamptz,
      DROP CONSTRAINT drifts_status_known,
      ADD CONSTRAINT drifts_status_known CHECK (status IN ('open', 'corrected', 'dismissed', 'gone')),
      DROP CONSTRAINT drifts_corrected_by_somebody,
      -- A version that does not know of dismissing opens one again without taking out who dismissed it, and why.
      ADD CONSTRAINT drifts_closed_by_somebody CHECK ((status NOT IN ('corrected', 'dismissed') OR actor_kind IS NOT NULL)
        AND (actor_kind IS NULL) = (actor_id IS NULL)),
      ADD CONSTRAINT drifts_dismissed_for_a_reason CHECK (status <> 'dismissed' OR reason IS NOT NULL);
    CREATE INDEX drifts_corrected ON reporting.drifts (closed_at) WHERE status = 'corrected';
  `;
}
