import { randomBytes, randomUUID } from 'node:crypto';
import {
  describeArrival,
  type ExchangeFormat,
  type ProfileRole,
  type Received,
  receiveMessage,
  savePartnerProfile,
} from '#libs/exchange';
import { type Actor, systemActor } from '#libs/platform';
import { orderById, type WholeOrder } from '#libs/procurement';
import { type PlantedOffer, plantOffer, success, type TradeWorld, tradeWorld } from '../factories/order.factory.js';
import type { Erp, WantedLine, WantedOrder } from '../newcomer/erp.js';
import { cxmlErp } from '../newcomer/erp-cxml.js';
import { edifactErp } from '../newcomer/erp-edifact.js';
import { openTransErp } from '../newcomer/erp-opentrans.js';
import { ublErp } from '../newcomer/erp-ubl.js';
import { x12Erp } from '../newcomer/erp-x12.js';
import type { FreshDatabase } from '../support/fresh-database.js';

export const erps: readonly Erp[] = [ublErp, cxmlErp, x12Erp, edifactErp, openTransErp];

export interface Card {
  name: string;
  gln: string;
  duns: string;
}

/** Two partners with cards that documents can name, and a part priced per 100 that is sold in boxes of 25. */
export interface ExchangeWorld extends TradeWorld {
  cards: { buyer: Card; supplier: Card };
  /** 42.00 per 100 EA, sold by XBX of 25. */
  boxes: PlantedOffer;
  buyerSystem: Actor;
  supplierSystem: Actor;
}

export async function exchangeWorld(db: FreshDatabase): Promise<ExchangeWorld> {
  const world = await tradeWorld(db);
  const cards = {
    buyer: { name: 'Nordic Air', gln: '7300010000001', duns: '081466849' },
    supplier: { name: 'Fasteners Ltd', gln: '4006381333931', duns: '150483782' },
  };
  for (const [id, card] of [
    [world.buyer.orgId, cards.buyer],
    [world.supplier.orgId, cards.supplier],
  ] as const)
    await db.admin('update organizations.organization set name = $2, gln = $3, duns = $4 where id = $1', [
      id,
      card.name,
      card.gln,
      card.duns,
    ]);
  const boxes = await plantOffer(db, world.supplier.orgId, {
    price: '42.00',
    basis: '100',
    orderUnit: 'XBX',
    priceUnit: 'EA',
    factor: ['25', '1'],
    stock: '1000',
  });
  return {
    ...world,
    cards,
    boxes,
    buyerSystem: systemActor(world.buyer.orgId),
    supplierSystem: systemActor(world.supplier.orgId),
  };
}

/** A line of `quantity` boxes, as an ERP writes it. */
export function boxLine(world: ExchangeWorld, override: Partial<WantedLine> = {}): WantedLine {
  return {
    number: '00010',
    buyerPart: 'AUR-4711',
    supplierPart: world.boxes.supplierPart,
    description: 'Screw, box of 25',
    quantity: '100',
    unit: 'XBX',
    priceUnit: 'EA',
    perOrderUnit: '25',
    amount: '42.00',
    basis: '100',
    ...override,
  };
}

/** An order of 100 boxes under a number of its own. */
export function wantedOrder(world: ExchangeWorld, override: Partial<WantedOrder> = {}): WantedOrder {
  return {
    number: `E-${randomBytes(5).toString('hex')}`,
    currency: 'USD',
    ...world.cards,
    shipTo: { code: 'EVT', name: 'Hangar', street: '1 Hangar Road', city: 'Everett', postalCode: '98203', country: 'US' },
    lines: [boxLine(world)],
    ...override,
  };
}

/** Delivers bytes as an ERP of the actor's organisation does; gives what it is answered. */
export async function delivered(
  db: FreshDatabase,
  actor: Actor,
  body: string | Buffer,
  messageId: string = randomUUID(),
): Promise<Received> {
  const { arrival } = describeArrival(Buffer.from(body), { transport: 'HTTP', messageId });
  return success(await receiveMessage(db.unitOfWork, actor, arrival));
}

export const settingsFor: Readonly<Record<ExchangeFormat, object>> = {
  UBL: {},
  CXML: { cxml: { own: { domain: 'NetworkId', identity: 'AN01' } } },
  X12: { x12: { own: { qualifier: 'ZZ', id: 'PARTNER' } } },
  EDIFACT: { edifact: { own: { id: 'PARTNER', qualifier: 'ZZ' } } },
  OPENTRANS: {},
};

/** A live connection of the actor's organisation over a folder, unless said otherwise; it replaces the one in that role. */
export async function connection(
  db: FreshDatabase,
  actor: Actor,
  given: {
    role: ProfileRole;
    format: ExchangeFormat;
    endpoint?: string;
    testMode?: boolean;
    settings?: object;
    sealedSecret?: string | null;
  },
): Promise<string> {
  const [present] = await db.admin<{ version: number }>(
    'select version from exchange.partner_profile where org_id = $1 and role = $2',
    [actor.orgId, given.role],
  );
  const saved = await db.unitOfWork.run(systemActor(actor.orgId), (work) =>
    savePartnerProfile(work, {
      role: given.role,
      name: 'ERP',
      format: given.format,
      transport: given.endpoint ? 'HTTP' : 'FOLDER',
      endpoint: given.endpoint ?? null,
      settingsJson: JSON.stringify({ ...settingsFor[given.format], ...given.settings }),
      testMode: given.testMode ?? false,
      expectedVersion: present?.version ?? null,
      ...(given.sealedSecret === undefined ? {} : { sealedSecret: given.sealedSecret }),
    }),
  );
  return success(saved).id;
}

/** The order under a number, as its buyer sees it. */
export async function orderNumbered(db: FreshDatabase, world: ExchangeWorld, number: string): Promise<WholeOrder | undefined> {
  const [row] = await db.admin<{ id: string }>('select id from procurement.purchase_order where number = $1', [number]);
  return row && db.unitOfWork.read(world.buyerSystem, (work) => orderById(work, row.id));
}

export const orderCount = async (db: FreshDatabase): Promise<number> =>
  (await db.admin<{ n: number }>('select count(*)::int as n from procurement.purchase_order'))[0]!.n;

interface LoggedMessage {
  id: string;
  direction: string;
  format: string;
  state: string;
  coordinate: string | null;
  documentState: string | null;
  codes: string[];
  raw: string;
}

/** The exchange log of an organisation, oldest first, with the codes of all findings. */
export async function logOf(db: FreshDatabase, actor: Actor): Promise<LoggedMessage[]> {
  const found = await db.admin<Omit<LoggedMessage, 'raw'> & { raw: Buffer }>(
    `select m.id, m.direction, m.format, m.state, d.coordinate, d.state as "documentState", b.raw,
       (select coalesce(array_agg(p ->> 'code'), '{}') from jsonb_array_elements(m.problems || coalesce(d.problems, '[]')) p) as codes
     from exchange.message m join exchange.message_body b on b.org_id = m.org_id and b.message_id = m.id
     left join exchange.document d on d.org_id = m.org_id and d.message_id = m.id where m.org_id = $1 order by m.created_at, d.position`,
    [actor.orgId],
  );
  return found.map((message) => ({ ...message, raw: message.raw.toString('utf8') }));
}
