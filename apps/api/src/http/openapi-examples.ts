/** The examples of every route, which each context tells beside its controllers. */
import { auditAnswers, auditBodies } from '../audit/audit.examples';
import { catalogAnswers, catalogBodies } from '../catalog/catalog.examples';
import { identityAnswers, identityBodies } from '../identity/identity.examples';
import { loyaltyAnswers, loyaltyBodies } from '../loyalty/loyalty.examples';
import { deadLettersAnswers, deadLettersBodies } from '../messaging/dead-letters.examples';
import { mailAnswers } from '../notifications/mail.examples';
import { ordersAnswers, ordersBodies } from '../orders/orders.examples';
import { paymentsAnswers, paymentsBodies } from '../payments/payments.examples';
import { reportAnswers, reportBodies } from '../reporting/reporting.examples';
import { transfersAnswers, transfersBodies } from '../transfers/transfers.examples';
import { operationsAnswers } from './operations.examples';

/** By operation id. */
const bodies: Record<string, unknown> = {
  ...auditBodies,
  ...catalogBodies,
  ...deadLettersBodies,
  ...identityBodies,
  ...loyaltyBodies,
  ...ordersBodies,
  ...paymentsBodies,
  ...reportBodies,
  ...transfersBodies,
};

/** By operation id, or by that and the status. */
const answers: Record<string, unknown> = {
  ...auditAnswers,
  ...catalogAnswers,
  ...deadLettersAnswers,
  ...identityAnswers,
  ...loyaltyAnswers,
  ...mailAnswers,
  ...ordersAnswers,
  ...paymentsAnswers,
  ...reportAnswers,
  ...transfersAnswers,
  ...operationsAnswers,
};

export const exampleOfBody = (operationId: string): unknown => bodies[operationId];
/** One for the status where there is one, else the one for everything that goes well. */
export const exampleOfAnswer = (operationId: string, status: string): unknown =>
  answers[`${operationId} ${status}`] ?? answers[operationId];
/** The operations that have an example, for a test to see that all of them exist. */
export const operationsWithExamples = [...Object.keys(bodies), ...Object.keys(answers)].map(
  (key) => key.split(' ')[0],
);
