/** What identity refuses, and why. Refusals at the sign-in say as little as possible: they must not tell who exists. */
import { PlazaError, violatedConstraint } from '@plaza/platform';

export const usernameTaken = () =>
  new PlazaError('conflict', 'identity.username-taken', 'This username is taken');

export const emailTaken = () =>
  new PlazaError('conflict', 'identity.email-taken', 'This e-mail address is registered already');

export const documentTaken = () =>
  new PlazaError(
    'conflict',
    'identity.document-taken',
    'This document number is registered already; ask at the counter for a claim code',
  );

/** For staff, who may see whose it is. */
export const documentTakenBy = (customerId: string) =>
  new PlazaError(
    'conflict',
    'identity.document-taken',
    'Another customer is registered with this document number',
    { customerId },
  );

export const nothingToClaim = () =>
  new PlazaError(
    'conflict',
    'identity.nothing-to-claim',
    'No customer has this document number; check it, or register without the code',
  );

export const loginExists = () =>
  new PlazaError('conflict', 'identity.login-exists', 'This customer can sign in already');

export const customerDisabled = () =>
  new PlazaError('conflict', 'identity.customer-disabled', 'This customer is disabled');

export const notYourself = () =>
  new PlazaError('forbidden', 'identity.not-yourself', 'Another admin has to do this to you');

export const lastAdmin = () =>
  new PlazaError('conflict', 'identity.last-admin', 'Nobody else who is active is an admin');

export const noAdminAnyMore = () =>
  new PlazaError('forbidden', 'identity.not-allowed', 'You are no admin any more');

export const userUnknown = () =>
  new PlazaError('not-found', 'identity.user-unknown', 'There is no such user');

export const passwordRefused = (detail: string, pointer: string) =>
  new PlazaError('invalid', 'identity.password-refused', `The password ${detail}`, {
    errors: [{ pointer, detail }],
  });

export const currentPasswordWrong = () =>
  new PlazaError('forbidden', 'identity.current-password-wrong', 'The current password is wrong');

export const credentialsWrong = () =>
  new PlazaError('unauthenticated', 'identity.credentials-wrong', 'Username or password is wrong');

export const refreshTokenInvalid = () =>
  new PlazaError(
    'unauthenticated',
    'identity.refresh-token-invalid',
    'This refresh token cannot be used; please sign in again',
  );

export const tooManyPasswords = () =>
  new PlazaError('unavailable', 'identity.busy', 'Too many people are signing in at the moment', {
    retryAfter: 1,
  });

export const clientInvalid = () =>
  new PlazaError('unauthenticated', 'identity.client-invalid', 'Client id or secret is wrong');

export const clientTaken = () =>
  new PlazaError('conflict', 'identity.client-taken', 'This client id is taken');

export const clientUnknown = () =>
  new PlazaError('not-found', 'identity.client-unknown', 'There is no such client');

export const clientDisabled = () =>
  new PlazaError('conflict', 'identity.client-disabled', 'This client is disabled; it gets no new secret');

export const partnerUnknown = () =>
  new PlazaError('not-found', 'identity.partner-unknown', 'There is no such partner');

export const partnerNameTaken = () =>
  new PlazaError('conflict', 'identity.partner-name-taken', 'Another partner has this name');

/** @param retryAfter seconds */
export const signInLocked = (retryAfter: number) =>
  new PlazaError(
    'limit',
    'identity.sign-in-locked',
    'Signing in failed too often; it is possible again after a while',
    { retryAfter },
  );

export const scopeRefused = (refused: string[]) =>
  new PlazaError(
    'invalid',
    'identity.scope-refused',
    `The client may not have these scopes: ${refused.join(' ')}`,
    { refused },
  );

const refusalByConstraint = new Map([
  ['users_username_unique', usernameTaken],
  ['users_email_unique', emailTaken],
  ['users_document_unique', documentTaken],
  ['clients_pk', clientTaken],
  ['partners_name_unique', partnerNameTaken],
]);

/** What a violated constraint means to the one who asked; every other error is passed on as it is. */
export function asIdentityRefusal(error: unknown): unknown {
  return refusalByConstraint.get(violatedConstraint(error) ?? '')?.() ?? error;
}
