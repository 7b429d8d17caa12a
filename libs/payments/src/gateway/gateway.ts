/** The third party that approves or refuses online payments. */

export interface GatewayRequest {
  /** Also the key by which the gateway knows a repeated request. */
  paymentId: string;
  accountId: number;
  type: 'online' | 'offline';
  card: string;
  /** Minor units. */
  amount: number;
}

/** Money to be given back of a payment that it approved. */
export interface RefundRequest {
  /** Also the key by which the gateway knows a repeated request. */
  refundId: string;
  paymentId: string;
  /** Minor units. */
  amount: number;
}

/**
 * What came of one asking. `approved` and `refused` are clear words; `unknown` is no word at all: no answer, a cut
 * connection, a fault of the gateway. It may or may not have been done, so it has to be asked about again.
 */
export interface GatewayAnswer {
  outcome: 'approved' | 'refused' | 'unknown';
  /** Null when no status came. */
  httpStatus: number | null;
  /** The beginning of what was answered, or what went wrong; without card numbers. */
  text: string;
}

export abstract class Gateway {
  /** Asks once to take the money of a payment; never throws. */
  abstract ask(request: GatewayRequest): Promise<GatewayAnswer>;

  /** Asks once to give money back; never throws. */
  abstract refund(request: RefundRequest): Promise<GatewayAnswer>;
}
