import { readFileSync } from 'node:fs';
import { type Account, Hub, waitFor } from '../newcomer/hub.js';

/** Whose eyes the pages are looked at with. */
export type Viewer = 'buyer' | 'supplier' | 'operator';

/** A running hub with the three of them; `words` finds parts that the supplier sells and has in stock. */
export interface Stage {
  url: string;
  password: string;
  emails: Readonly<Record<Viewer, string>>;
  words: string;
}

/** One page of the portal: its route, an address of it that shows something, and who goes there. */
export interface Place {
  route: string;
  path: string;
  as: Viewer | undefined;
}

const source = (file: string): string => readFileSync(new URL(`../../apps/portal/src/routes/${file}`, import.meta.url), 'utf8');

/** Every route as the router's sources name it, so that a new page is looked at without being listed here. */
export const routes: readonly { route: string; open: boolean }[] = ['router.tsx', 'sell-routes.tsx'].flatMap((file) =>
  [...source(file).matchAll(/^\s*(open|page)\(\s*'([^']+)'/gm)].map(([, kind, route]) => ({
    route: route!,
    open: kind === 'open',
  })),
);

/** Whose pages begin so; the buyer sees the rest. */
const owners: readonly (readonly [string, Viewer])[] = [
  ['/sell', 'supplier'],
  ['/exchange', 'supplier'],
  ['/operator', 'operator'],
];

/** Every page with something on it: a basket, a placed order, its message, a refused file. */
export async function furnishedPlaces(stage: Stage): Promise<Place[]> {
  const parameters = await furnish(stage);
  return routes.map(({ route, open }) => {
    const filled = route.replace(/\$(\w+)/g, (_, name: string) => {
      const value = parameters[name];
      if (!value) throw new Error(`${route}: nobody made a ${name}; let furnish() make one`);
      return value;
    });
    const path = route === '/search' ? `/search?q=${encodeURIComponent(stage.words)}` : filled;
    return { route, path, as: open ? undefined : (owners.find(([start]) => route.startsWith(start))?.[1] ?? 'buyer') };
  });
}

/** Makes what the pages with a parameter show; gives the parameters by name. */
async function furnish({ url, password, emails, words }: Stage): Promise<Record<string, string>> {
  const hub = new Hub(url);
  const buyer = await hub.signIn(emails.buyer, password);
  const supplier = await hub.signIn(emails.supplier, password);
  const wanted = await offersOf(buyer, supplier.organization.id, words);
  const basketId: string = (await buyer.mutate('createBasket', { name: `Line ${Date.now() % 1000}` }, 'basket { id }')).id;
  const lines = wanted.map(({ offerId, quantity }) => ({ offerId, quantity }));
  await buyer.mutate('addToBasket', { basketId, lines }, 'basket { id }');
  const { sites } = await buyer.query('{ sites(kind: SHIP_TO) { id } }');
  const order = { idempotencyKey: `furnish-${basketId}`, shipToId: sites[0].id };
  const placed = await buyer.mutate(
    'placeOrder',
    { ...order, lines: wanted.map(({ partId: _, ...line }) => line) },
    'orders { id }',
  );
  const { catalogues } = await supplier.query('{ catalogues { id name } }');
  const uploadId = await supplier.upload({
    name: 'washers-wrong.csv',
    catalogue: catalogues[0].name,
    currency: 'EUR',
    bytes: readFileSync(new URL('../samples/portal/washers-wrong.csv', import.meta.url)),
  });
  const message = await waitFor(
    'the message of the order',
    async () => (await supplier.query('{ messages(first: 1) { nodes { id } } }')).messages.nodes[0],
  );
  return {
    partId: wanted[0]!.partId,
    basketId,
    orderId: placed[0].id,
    catalogueId: catalogues[0].id,
    uploadId,
    messageId: message.id,
  };
}

interface Wanted {
  partId: string;
  offerId: string;
  quantity: string;
  priceSeen: object;
}

/** Two offers of one supplier, in a quantity that fits their packs, at the price seen for it. */
async function offersOf(buyer: Account, supplierId: string, words: string): Promise<Wanted[]> {
  const { searchParts } = await buyer.query(
    'query ($words: String!, $suppliers: [ID!]) { searchParts(query: $words, first: 2, filter: { suppliers: $suppliers, inStock: true }) { nodes { part { id } } } }',
    { words, suppliers: [supplierId] },
  );
  const partIds: string[] = searchParts.nodes.map(({ part }: { part: { id: string } }) => part.id);
  const answered = async (quantities: readonly string[]) => {
    const { availability } = await buyer.query(
      'query ($input: AvailabilityInput!) { availability(input: $input) { lines { offers { price { amount currency basis unit } offer { id supplierId minimum multiple } } } } }',
      { input: { lines: partIds.map((partId, i) => ({ partId, quantity: quantities[i] })) } },
    );
    // biome-ignore lint/suspicious/noExplicitAny: an answer whose shape stands in the query above
    return availability.lines.map(({ offers }: any) => offers.find((one: any) => one.offer.supplierId === supplierId));
  };
  const packs: Array<{ offer: { minimum: string; multiple: string } }> = await answered(partIds.map(() => '10'));
  const quantities = packs.map(({ offer: { minimum, multiple } }) =>
    String(Math.ceil(Math.max(Number(minimum), 10) / Number(multiple)) * Number(multiple)),
  );
  const priced = await answered(quantities);
  return partIds.map((partId, i) => ({
    partId,
    offerId: priced[i].offer.id,
    quantity: quantities[i]!,
    priceSeen: priced[i].price,
  }));
}
