import type { Party } from '#libs/documents';
import type { Work } from '#libs/platform';
import { type Order, orderByNumber } from '#libs/procurement';
import { organizationsNamed } from '../../partner/partner-identity.reader.js';
import { supplierProblem } from '../../translate/order-intake.js';
import { Refused } from '../refused.js';

/** The order that the acting buyer placed with the supplier a document names. Throws Refused when there is none. */
export async function ownOrder(work: Work, { supplier }: { supplier: Party }, number: string): Promise<Order> {
  const suppliers = await organizationsNamed(work, supplier);
  const [supplierId] = suppliers;
  if (supplierId === undefined || suppliers.length !== 1) throw new Refused([supplierProblem(supplier, suppliers.length)]);
  const order = await orderByNumber(work, { buyerId: work.actor.orgId, supplierId }, number);
  if (!order) throw Refused.by('order.number', 'ORDER_UNKNOWN', `You have sent no order ${number} to this supplier.`);
  return order;
}
