import { z } from 'zod';
import { type Fault, fail, ok, type Result } from '#libs/kernel';
import { affected, audit, checkInput, requirePermission, rows, type Work } from '#libs/platform';
import { keepShown } from '../audience/audience.reader.js';
import { permissions } from '../permissions.js';

const input = z
  .strictObject({
    offerId: z.uuid().nullish(),
    /** The supplier's own part number, as in his catalogue. */
    supplierPart: z.string().trim().min(1).max(70).nullish(),
    /** Empty: nothing is promised any more. */
    certificates: z
      .array(z.string().trim().min(1).max(30))
      .max(20)
      .transform((kinds) => [...new Set(kinds)].sort()),
  })
  .refine(({ offerId, supplierPart }) => (offerId == null) !== (supplierPart == null), 'give offerId or supplierPart, not both');

export type PromiseCertificatesInput = z.input<typeof input>;

/**
 * Says which certificates the acting supplier promises with every unit of an offer; orders placed before keep what they were promised.
 * Errors: LotOfferUnknown, LotOfferAmbiguous (the number stands in several catalogues), LotCodeUnknown. Throws Forbidden without stock:write, BadInput.
 */
export async function promiseCertificates(
  work: Work,
  given: PromiseCertificatesInput,
): Promise<Result<string[], Fault<'LotOfferUnknown' | 'LotOfferAmbiguous' | 'LotCodeUnknown'>>> {
  requirePermission(work, permissions.writeStock);
  const { certificates, ...named } = checkInput(input, given);
  await keepShown(work);
  const [offer, other] = await rows<{ id: string }>(
    work,
    'select id from supply.offer where org_id = $1 and (id = $2 or supplier_part = $3) limit 2',
    [work.actor.orgId, named.offerId ?? null, named.supplierPart ?? null],
  );
  const path = [named.offerId ? 'offerId' : 'supplierPart'];
  if (!offer) return fail({ code: 'LotOfferUnknown', path });
  if (other) return fail({ code: 'LotOfferAmbiguous', path });
  const offerId = offer.id;
  const [unknown] = await rows<{ code: string }>(
    work,
    `select w.code from unnest($1::text[]) w (code) where not exists (select from supply.lot_code k
       where k.list = 'CERTIFICATE' and k.code = w.code and coalesce(k.valid_to, current_date) >= current_date) limit 1`,
    [certificates],
  );
  if (unknown) return fail({ code: 'LotCodeUnknown', path: ['certificates'], values: { name: unknown.code } });
  if (certificates.length === 0)
    await affected(work, 'delete from supply.offer_certificates where org_id = $1 and offer_id = $2', [
      work.actor.orgId,
      offerId,
    ]);
  else
    await affected(
      work,
      `insert into supply.offer_certificates (org_id, offer_id, audience, certificates)
       select $1, o.id, o.audience, $3 from supply.offer o where o.org_id = $1 and o.id = $2
       on conflict (org_id, offer_id) do update set certificates = excluded.certificates`,
      [work.actor.orgId, offerId, certificates],
    );
  await audit(work, { action: 'stock:certificates', subject: `offer:${offerId}`, detail: { certificates } });
  return ok(certificates);
}
