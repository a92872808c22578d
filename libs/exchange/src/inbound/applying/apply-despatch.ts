import type { DespatchAdvice } from '#libs/documents';
import type { Work } from '#libs/platform';
import { type Channel, shipOrder } from '#libs/procurement';
import { despatchIntake } from '../../translate/despatch-intake.js';
import type { Outcome } from '../applied-document.js';
import { Refused } from '../refused.js';

/** Ships what a despatch advice says has left, order by order; all of it or nothing. One that only announces goods changes nothing. */
export async function applyDespatch(work: Work, document: DespatchAdvice, channel: Channel): Promise<Outcome> {
  if (document.status === 'planned')
    return {
      state: 'IGNORED',
      problems: [
        {
          at: 'status',
          code: 'DESPATCH_PLANNED',
          message: `Despatch ${document.number} has not left yet: nothing is booked until it has.`,
          severity: 'info',
        },
      ],
    };
  const { inputs, problems } = await despatchIntake(work, document, channel);
  if (problems.length > 0) throw new Refused(problems);
  const orders = [];
  for (const input of inputs) {
    const shipped = await shipOrder(work, input);
    if (!shipped.ok) throw Refused.faults(shipped.errors);
    orders.push(shipped.value);
  }
  const [first] = orders;
  if (!first) throw Refused.by('lines', 'LINES_MISSING', 'The despatch sends nothing of an order.');
  return { state: 'APPLIED', problems: [], orderOrgId: first.orgId, orderId: first.id, counterpartyId: first.orgId };
}
