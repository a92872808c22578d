import { readFileSync } from 'node:fs';
import { type Account, Hub } from '../newcomer/hub.js';
import { hubUrl, password, people, type Who, world } from './support.js';

/** One page of the portal: its route, an address of it that shows something, and who goes there. */
export interface Place {
  route: string;
  path: string;
  as: Who | undefined;
}

const source = (file: string): string => readFileSync(new URL(`../../apps/portal/src/routes/${file}`, import.meta.url), 'utf8');

/** Every route as the router's sources name it, so that a new page is looked at without being listed here. */
export const routes: readonly { route: string; open: boolean }[] = ['router.tsx', 'sell-routes.tsx'].flatMap((file) =>
  [...source(file).matchAll(/^\s*(open|page)\(\s*'([^']+)'/gm)].map(([, kind, route]) => ({ route: route!, open: kind === 'open' })),
);

/** Whose pages begin so; the buyer sees the rest. */
const owners: readonly (readonly [string, Who])[] = [
  ['/sell', 'supplier'],
  ['/exchange', 'supplier'],
  ['/operator', 'operator'],
];

/** Every page with something on it: a basket, a placed order, its message, a refused file. */
export async function furnishedPlaces(): Promise<Place[]> {
  const parameters = await furnish();
  return routes.map(({ route, open }) => {
    const path = route.replace(/\$(\w+)/g, (_, name: string) => {
      const value = parameters[name];
      if (!value) throw new Error(`${route}: the tests know no ${name}; give furnish() one`);
      return value;
    });
    return { route, path, as: open ? undefined : (owners.find(([start]) => route.startsWith(start))?.[1] ?? 'buyer') };
  });
}

/** Makes what the pages with a parameter show; gives the parameters by name. */
async function furnish(): Promise<Record<string, string>> {
  const hub = new Hub(hubUrl);
  const buyer = await hub.signIn(people.buyer.email, password);
  const supplier = await hub.signIn(people.supplier.email, password);
  const offers = await boxedOffers(buyer);
  const basketId = (await buyer.mutate('createBasket', { name: 'Furnished' }, 'basket { id }')).id as string;
  const lines = offers.map(({ offerId, priceSeen }) => ({ offerId, quantity: '100', priceSeen }));
  await buyer.mutate('addToBasket', { basketId, lines: offers.map(({ offerId }) => ({ offerId, quantity: '100' })) }, 'basket { id }');
  const { sites } = await buyer.query('{ sites(kind: SHIP_TO) { id } }');
  const orders = await buyer.mutate('placeOrder', { idempotencyKey: `furnish-${basketId}`, shipToId: sites[0].id, lines }, 'orders { id }');
  const { catalogues } = await supplier.query('{ catalogues { id } }');
  const uploadId = await supplier.upload({
    name: 'washers-wrong.csv',
    catalogue: 'Washers',
    currency: 'EUR',
    bytes: readFileSync(new URL('../samples/portal/washers-wrong.csv', import.meta.url)),
  });
  const { messages } = await supplier.query('{ messages(first: 1) { nodes { id } } }');
  return { partId: world.boltId, basketId, orderId: orders[0].id, catalogueId: catalogues[0].id, uploadId, messageId: messages.nodes[0].id };
}

/** Offers of two parts that the supplier sells in boxes, at the price seen. */
async function boxedOffers(buyer: Account): Promise<{ offerId: string; priceSeen: object }[]> {
  const { searchParts } = await buyer.query('{ searchParts(query: "NAS6204-5", first: 2) { nodes { part { id } } } }');
  const input = { lines: searchParts.nodes.map(({ part }: { part: { id: string } }) => ({ partId: part.id, quantity: '100' })) };
  const { availability } = await buyer.query(
    'query ($input: AvailabilityInput!) { availability(input: $input) { lines { offers { price { amount currency basis unit } offer { id supplierId } } } } }',
    { input },
  );
  // biome-ignore lint/suspicious/noExplicitAny: an answer whose shape stands in the query above
  return availability.lines.map(({ offers }: any) => {
    // biome-ignore lint/suspicious/noExplicitAny: as above
    const { offer, price } = offers.find((one: any) => one.offer.supplierId === world.organizations.supplier);
    return { offerId: offer.id, priceSeen: price };
  });
}
