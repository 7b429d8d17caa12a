/** Which secrets of a webhook are good: the present one, and for a while those that were before it. Pure. */
import type { Sealed } from '@plaza/platform';
import { tooManySecrets } from '../loyalty.errors';

/** Beside the present one: a delivery is signed with all that are good. */
export const secretsBeforeMax = 5;

export interface SecretsBefore {
  previousSecretSealed: Sealed | null;
  /** Before that one, the newest first. */
  earlierSecretsSealed: readonly Sealed[];
  /** Until when all of these are good. */
  previousSecretUntil: Date | null;
}

/** Those beside the present one that are good then, the newest first. */
export function goodBefore(
  { previousSecretSealed, earlierSecretsSealed, previousSecretUntil }: SecretsBefore,
  at: Date,
): Sealed[] {
  if (!previousSecretSealed || !previousSecretUntil || previousSecretUntil <= at) return [];
  return [previousSecretSealed, ...earlierSecretsSealed];
}

/**
 * With another present one: all that were good stay so for `overlapMs`, because nobody can know which of them the receiver has, when an
 * answer with a new one was lost.
 * @throws PlazaError `loyalty.too-many-secrets`
 */
export function replaced<Kept extends SecretsBefore & { secretSealed: Sealed }>(
  kept: Kept,
  secretSealed: Sealed,
  { at, overlapMs }: { at: Date; overlapMs: number },
) {
  const earlierSecretsSealed = overlapMs === 0 ? [] : goodBefore(kept, at);
  if (earlierSecretsSealed.length >= secretsBeforeMax) throw tooManySecrets(secretsBeforeMax + 1);
  const previousSecretUntil = new Date(at.getTime() + overlapMs);
  return {
    ...kept,
    secretSealed,
    previousSecretSealed: kept.secretSealed,
    earlierSecretsSealed,
    previousSecretUntil,
  };
}
