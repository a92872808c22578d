import { v7 } from 'uuid';
import { type DecimalText, divideExact, minorUnits, multiply, subtract } from '#libs/kernel';
import { affected, type Work } from '#libs/platform';
import { calendarsOf, type ExchangeTerms } from '#libs/supply';

/** What a core takes from the order it belongs to. */
export interface ExchangedOrder {
  id: string;
  supplierId: string;
  currency: string;
  lines: readonly {
    id: string;
    offerId: string | null;
    partId: string;
    supplierPart: string;
    manufacturerPart: string | null;
    description: string;
    quantity: DecimalText;
    lineAmount: DecimalText;
  }[];
}

/** One core for each unit of the lines that are bought in exchange, on the terms of now. Gives how many. Part of placing the order. */
export async function openCores(
  work: Work,
  orders: readonly ExchangedOrder[],
  termsOf: (offerId: string) => ExchangeTerms | undefined,
): Promise<number> {
  const exchanged = orders.filter(({ lines }) => lines.some(({ offerId }) => offerId !== null && termsOf(offerId)));
  const calendars = await calendarsOf(
    work,
    exchanged.map(({ supplierId }) => supplierId),
  );
  const cores: object[] = [];
  for (const { id: orderId, supplierId, currency, lines } of exchanged)
    for (const line of lines) {
      const terms = line.offerId === null ? undefined : termsOf(line.offerId);
      if (!terms) continue;
      const { offerId: _, version: __, ...kept } = terms;
      const fees = shares(line.lineAmount, Number(line.quantity), minorUnits(currency));
      const core = {
        orderId,
        supplierId,
        lineId: line.id,
        offerId: line.offerId,
        partId: line.partId,
        supplierPart: line.supplierPart,
      };
      cores.push(
        ...fees.map((fee, i) => ({
          ...core,
          id: v7(),
          unit: i + 1,
          partNumber: line.manufacturerPart ?? line.supplierPart,
          description: line.description,
          terms: { ...kept, calendar: calendars.get(supplierId) ?? null },
          currency: terms.currency,
          fee,
          feeCurrency: currency,
        })),
      );
    }
  if (cores.length > 0) await write(work, cores);
  return cores.length;
}

/** An amount in as many shares as there are units; together they are the amount. */
export function shares(amount: DecimalText, units: number, places: number): DecimalText[] {
  const upTo = (n: number): DecimalText => divideExact(multiply(amount, String(n)), String(units), places);
  return Array.from({ length: units }, (_, i) => subtract(upTo(i + 1), upTo(i)));
}

async function write(work: Work, cores: readonly object[]): Promise<void> {
  const member = work.actor.kind === 'user' ? work.actor.memberId : null;
  await affected(
    work,
    `insert into procurement.rotable (org_id, id, counterparty_id, kind, number, offer_id, part_id, part_number, supplier_part, description, order_id, line_id, unit, terms, currency, fee,
       fee_currency, status, opened_at)
     select $1, c.id, c."supplierId", 'CORE', o.number || '-' || l.number || '-' || c.unit, c."offerId", c."partId", upper(c."partNumber"), c."supplierPart", c.description, c."orderId", c."lineId", c.unit,
       c.terms, c.currency, c.fee, c."feeCurrency", 'AWAITED', $3
     from jsonb_to_recordset($2) as c (id uuid, "supplierId" uuid, "offerId" uuid, "partId" uuid, "partNumber" text, "supplierPart" text, description text, "orderId" uuid, "lineId" uuid,
       unit smallint, terms jsonb, currency text, fee numeric, "feeCurrency" text)
     join procurement.purchase_order o on o.org_id = $1 and o.id = c."orderId"
     join procurement.order_line l on l.org_id = $1 and l.order_id = c."orderId" and l.id = c."lineId"`,
    [work.actor.orgId, JSON.stringify(cores), work.now],
  );
  await affected(
    work,
    `insert into procurement.rotable_event (org_id, rotable_id, seq, counterparty_id, kind, at, actor_org, actor_member)
     select $1, c.id, 1, c."supplierId", 'OPENED', $3, $1, $4 from jsonb_to_recordset($2) as c (id uuid, "supplierId" uuid)`,
    [work.actor.orgId, JSON.stringify(cores), work.now, member],
  );
}
