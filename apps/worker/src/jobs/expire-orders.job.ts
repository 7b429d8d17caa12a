/** Ends orders that nobody paid in time; their stock follows by the event. */
import { Injectable } from '@nestjs/common';
import { OrdersService } from '@plaza/orders';
import { Loops } from '@plaza/platform';

const everyMs = 2_000;
const expiredAtOnceMax = 200;

@Injectable()
export class ExpireOrdersJob {
  constructor(loops: Loops, orders: OrdersService) {
    loops.add({ name: 'expire-orders', everyMs, work: () => orders.expireUnpaid(expiredAtOnceMax) });
  }
}
