import type { Published } from './catalogue.js';
import type { Erp } from './erp.js';
import { type Account, type Hub } from './hub.js';
import { type Journal, same } from './journal.js';
import { judged, oraclesInstalled } from './oracles.js';
import type { PartnerServer } from './partner-server.js';

export interface World {
  hub: Hub;
  journal: Journal;
  partner: PartnerServer;
  supplier: Account;
  buyer: Account;
  published: Published;
}

// biome-ignore lint/suspicious/noExplicitAny: an offer as it was asked for
export type Available = any;

/** What the buyer finds and what it costs him. */
export async function lookUp(
  { journal, buyer, published }: World,
  label: string,
): Promise<{ box: Available; single: Available }> {
  const find = async (number: string): Promise<string> => {
    const { searchParts } = await buyer.query(
      'query ($q: String!) { searchParts(query: $q, first: 5) { nodes { part { id number } } } }',
      { q: number },
    );
    if (searchParts.nodes.length === 0) throw new Error(`nothing was found for ${number}`);
    return searchParts.nodes[0].part.id;
  };
  const parts = await journal.step(`${label}: buyer searches`, async () => [
    await find('NC8802-4-12'),
    await find(published.bmecatNumber),
  ]);
  return journal.step(
    `${label}: availability`,
    async () => {
      const quantities = ['100', '7'];
      const { availability } = await buyer.query(
        `query ($input: AvailabilityInput!) { availability(input: $input) { lines { problem { code } offers { available earliest price { amount currency basis unit } lineAmount { amount currency }
         offer { id supplierPart name orderUnit priceFactor { numerator denominator } supplierId } } } } }`,
        { input: { lines: parts.map((partId, i) => ({ partId, quantity: quantities[i] })) } },
      );
      const [box, single] = availability.lines.map((line: { offers: Available[] }) =>
        line.offers.find((o: Available) => [published.boxPart, published.bmecatPart].includes(o.offer.supplierPart)),
      );
      if (!box || !single) throw new Error(`no offer: ${JSON.stringify(availability)}`);
      same('100 boxes of 25 at 42.00 per 100', box.lineAmount, { amount: '1050.00', currency: 'EUR' });
      return { box, single };
    },
    ({ box }) => `${box.available} boxes, ${box.price.amount} ${box.price.currency} per ${box.price.basis} ${box.price.unit}`,
  );
}

export interface Connecting {
  account: Account;
  role: 'SUPPLIER' | 'BUYER';
  erp: Erp;
  path: string;
}

/** Sets the connection of an organisation to the local partner, and makes a key for its ERP. */
export async function connect({ journal, partner }: World, { account, role, erp, path }: Connecting): Promise<string> {
  const endpoint = partner.open(path, (body) => erp.took(body));
  return journal.step(`${role.toLowerCase()} connects an ERP over ${erp.format}`, async () => {
    const { partnerProfiles } = await account.query('{ partnerProfiles { role version } }');
    const present = partnerProfiles.find((profile: { role: string }) => profile.role === role);
    await account.mutate(
      'savePartnerProfile',
      {
        role,
        name: `Newcomer ${erp.format}`,
        format: erp.format,
        transport: 'HTTP',
        endpoint,
        settingsJson: JSON.stringify(erp.settings),
        testMode: false,
        expectedVersion: present?.version ?? null,
        ...(erp.format === 'CXML' ? { secret: 'shared-with-the-partner' } : {}),
      },
      'partnerProfile { id }',
    );
    const { me } = await account.query('{ me { permissions } }');
    const scopes = [
      'exchange:send',
      'order:read',
      'price:read',
      'part:read',
      'order:place',
      'order:cancel',
      'order:confirm',
    ].filter((scope) => me.permissions.includes(scope));
    return account.mutate('createApiKey', { name: `Newcomer ${erp.format} ${role}`, scopes }, 'secret');
  });
}

/** The partner goes away: its connections are left in test mode, so that later orders go by mail and not to a closed door. */
export async function disconnect({ journal, supplier, buyer }: World): Promise<void> {
  await journal.step('the partner leaves, both connections are back in test mode', async () => {
    for (const [account, role] of [
      [supplier, 'SUPPLIER'],
      [buyer, 'BUYER'],
    ] as const) {
      const wanted = 'role name format transport endpoint settingsJson version';
      const { partnerProfiles } = await account.query(`{ partnerProfiles { ${wanted} } }`);
      const { version, ...profile } = partnerProfiles.find((found: { role: string }) => found.role === role);
      await account.mutate(
        'savePartnerProfile',
        { ...profile, testMode: true, expectedVersion: version },
        'partnerProfile { id }',
      );
    }
  });
}

export async function orderOf(account: Account, id: string): Promise<Available> {
  const { order } = await account.query(
    'query ($id: ID!) { order(id: $id) { status liveTotal { amount currency } lines { number schedules { status quantity deliverOn } } } }',
    { id },
  );
  return order;
}

export async function delivered(hub: Hub, erp: Erp, delivery: { body: string; headers: Record<string, string> }): Promise<void> {
  const reply = await hub.deliver(delivery);
  if (!erp.isTaken(reply)) throw new Error(`the hub answered ${reply.status} ${reply.body.slice(0, 1500)}`);
}

export async function oracle(journal: Journal, what: string, { name, text }: { name: string; text: string }): Promise<void> {
  if (/openTRANS|OPENTRANS/.test(what)) return journal.skip(`${what} before the oracles`, 'none of them knows openTRANS');
  if (!oraclesInstalled) return journal.skip(`${what} before the oracles`, 'they are not installed (npm run oracles)');
  await journal.step(`${what} is accepted by the oracles`, async () => same('their findings', await judged(name, text), []));
}
