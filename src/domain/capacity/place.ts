import type { AddressFamily } from '../ip/address.ts';
import type { AddressOrigin } from '../spiderpool/precedence.ts';

/** One NIC and family that gets addresses: each Pod needs one there. */
export interface Place {
  readonly origin: AddressOrigin;
  readonly family: AddressFamily;
}
