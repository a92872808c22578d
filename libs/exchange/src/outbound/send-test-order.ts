import type { Order as OrderDocument } from '#libs/documents';
import { type Fault, fail, type Result } from '#libs/kernel';
import { organizationById } from '#libs/organizations';
import { actorKey, audit, onceByKey, requirePermission, type Work } from '#libs/platform';
import { profileById } from '../partner/partner.reader.js';
import { identitiesOf } from '../partner/partner-identity.reader.js';
import { permissions } from '../permissions.js';
import { partyOf } from '../translate/parties.js';
import { queueDocument } from './queue-document.js';

/**
 * Sends an order marked as a test to a connection: two lines, one of them priced per 100 and sold in boxes of 25. It stands in no order list.
 * Once per idempotency key. Errors: ProfileNotForOrders. Throws Forbidden, NotFound.
 */
export async function sendTestOrder(
  work: Work,
  input: { profileId: string; idempotencyKey: string },
): Promise<Result<string, Fault<'ProfileNotForOrders' | 'IdempotencyMismatch'>>> {
  requirePermission(work, permissions.manageExchange);
  return onceByKey(
    work,
    { operation: 'sendTestOrder', key: input.idempotencyKey, request: { profileId: input.profileId } },
    async () => {
      const profile = await profileById(work, input.profileId);
      if (profile.role !== 'SUPPLIER') return fail({ code: 'ProfileNotForOrders' as const, path: ['profileId'] });
      const own = await organizationById(work, work.actor.orgId);
      const party = partyOf(own, await identitiesOf(work, own.id));
      const queued = await queueDocument(work, {
        profile,
        document: testOrder(party, own.currency, work.now),
        cause: `test:${profile.id}:${actorKey(work.actor)}:${input.idempotencyKey}`,
        test: true,
      });
      if (!queued) throw new Error('a test order was queued under a key that was not used');
      await audit(work, {
        action: permissions.manageExchange,
        subject: `partner-profile:${profile.id}`,
        detail: { testOrder: queued.messageId },
      });
      return { ok: true as const, value: queued.messageId };
    },
  );
}

/** Buyer and supplier are the organisation itself, so that nobody else's name stands in a test. */
function testOrder(party: OrderDocument['buyer'], currency: string, now: Date): OrderDocument {
  const at = now.toISOString();
  const place = {
    ...party,
    name: 'Test receiving',
    address: {
      name: 'Test receiving',
      lines: ['1 Test Street'],
      city: 'Testville',
      postalCode: '00000',
      country: party.address?.country ?? 'DE',
    },
  };
  return {
    kind: 'order',
    purpose: 'original',
    orderType: 'regular',
    number: `TEST-${at.slice(0, 19).replaceAll(/[-:T]/g, '')}`,
    issuedOn: at.slice(0, 10),
    issuedAt: at,
    currency,
    note: ['This is a test. Do not deliver.'],
    buyer: party,
    supplier: party,
    shipTo: place,
    billTo: place,
    charges: [],
    totals: { lines: '31.50', payable: '31.50' },
    lines: [
      {
        number: '00010',
        quantity: { value: '2', unit: 'XBX' },
        price: { amount: '42.00', currency, basis: '100', unit: 'EA', factor: { numerator: '25', denominator: '1' } },
        amount: '21.00',
        item: {
          supplierPart: 'TEST-BOX-25',
          manufacturerPart: 'TEST-BOX-25',
          name: 'Test screw, box of 25',
          classifications: [],
        },
        note: [],
        charges: [],
      },
      {
        number: '00020',
        quantity: { value: '3', unit: 'EA' },
        price: { amount: '3.50', currency, basis: '1', unit: 'EA' },
        amount: '10.50',
        item: { supplierPart: 'TEST-PIECE', manufacturerPart: 'TEST-PIECE', name: 'Test piece', classifications: [] },
        note: [],
        charges: [],
      },
    ],
  };
}
