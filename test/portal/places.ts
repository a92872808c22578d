import { readFileSync } from 'node:fs';
import { type Account, Hub, waitFor } from '../newcomer/hub.js';

/** Whose eyes the pages are looked at with. */
export type Viewer = 'buyer' | 'supplier' | 'operator';

/** A running hub with the three of them; `words` finds parts that the supplier sells and has in stock. */
export interface Stage {
  url: string;
  password: string;
  emails: Readonly<Record<Viewer, string>>;
  /** Another supplier, who bids against the first. */
  rival: string;
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
async function furnish({ url, password, emails, rival, words }: Stage): Promise<Record<string, string>> {
  const hub = new Hub(url);
  const buyer = await hub.signIn(emails.buyer, password);
  const supplier = await hub.signIn(emails.supplier, password);
  const wanted = await offersOf(buyer, supplier.organization.id, words);
  const basketId: string = (await buyer.mutate('createBasket', { name: `Line ${Date.now()}` }, 'basket { id }')).id;
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
    tenderId: await tenderWithBid(buyer, supplier, wanted),
    auctionId: await auctionToCome(buyer, [supplier, await hub.signIn(rival, password)]),
    ocid: await publicTender(buyer),
    partId: wanted[0]!.partId,
    basketId,
    orderId: placed[0].id,
    catalogueId: catalogues[0].id,
    uploadId,
    messageId: message.id,
  };
}

/** A tender whose bids are read as they arrive, with an answered question and a bid of the supplier on both of its lines. */
async function tenderWithBid(buyer: Account, supplier: Account, wanted: readonly Wanted[]): Promise<string> {
  const lines = [
    ...wanted.map(({ partId, quantity }) => ({ partId, quantity })),
    { description: 'Hex nut M8, A2', quantity: '500' },
  ];
  const closesAt = new Date(Date.now() + 9 * 86_400_000).toISOString();
  const terms = { title: 'Fasteners of the next C-check', currency: 'EUR', confidentiality: 'OPEN', awardMode: 'LINE', closesAt };
  const { id } = await buyer.mutate('draftTender', { tender: { ...terms, lines } }, 'tender { id }');
  const step = { tenderId: id };
  const { edits } = await buyer.mutate(
    'inviteSuppliers',
    { ...step, supplierIds: [supplier.organization.id] },
    'tender { edits }',
  );
  const { lots } = await buyer.mutate('publishTender', { ...step, expectedVersion: edits }, 'tender { lots { id } }');
  const asked = await supplier.mutate('askQuestion', { ...step, text: 'Which finish is wanted?' }, 'question { id }');
  await buyer.mutate('answerQuestion', { questionId: asked.id, answer: 'Cadmium plated.' }, 'question { id }');
  const { tender } = await supplier.query('query ($id: ID!) { tender(id: $id) { lines { id quantity { unit } } } }', { id });
  const prices = tender.lines.map((line: { id: string; quantity: { unit: string } }, i: number) => ({
    lineId: line.id,
    price: { amount: ['0.85', '4.20', '0.12'][i] ?? '1', unit: line.quantity.unit },
    leadDays: 12,
    addends: i === 0 ? [{ kind: 'FREIGHT', amount: '25' }] : [],
  }));
  const bid = { currency: 'EUR', deliveryTerm: 'DAP', paymentDays: 30, lines: prices, answers: [] };
  await supplier.mutate(
    'submitBid',
    { ...step, lotId: lots[0].id, expectedVersion: 0, tenderVersion: 1, bid },
    'receipt { seq }',
  );
  return id;
}

/** An auction that opens in an hour, among two bids on a tender whose deadline is over in some seconds: in more of them where two bids take longer. */
async function auctionToCome(buyer: Account, bidders: readonly Account[], seconds = 6): Promise<string> {
  const auction = { kind: 'ENGLISH', durationSeconds: 600, ownStep: { by: 'AMOUNT', value: '1' } };
  const terms = { title: 'Tyres by auction', currency: 'EUR', confidentiality: 'TIMED', awardMode: 'LOT', auction };
  const closesAt = new Date(Date.now() + seconds * 1000).toISOString();
  const lines = [{ description: 'Main wheel tyre', quantity: '4', unit: 'EA' }];
  const { id } = await buyer.mutate('draftTender', { tender: { ...terms, closesAt, lines } }, 'tender { id }');
  const supplierIds = bidders.map(({ organization }) => organization.id);
  const { edits } = await buyer.mutate('inviteSuppliers', { tenderId: id, supplierIds }, 'tender { edits }');
  const step = { tenderId: id, expectedVersion: edits };
  const { lots } = await buyer.mutate('publishTender', step, 'tender { lots { id } }');
  for (const [i, bidder] of bidders.entries()) {
    const { tender } = await bidder.query('query ($id: ID!) { tender(id: $id) { lines { id } } }', { id });
    const own = [{ lineId: tender.lines[0].id, price: { amount: String(900 + 10 * i), unit: 'EA' } }];
    const bid = { currency: 'EUR', deliveryTerm: 'DAP', paymentDays: 30, lines: own, answers: [] };
    const given = { tenderId: id, lotId: lots[0].id, expectedVersion: 0, tenderVersion: 1, bid };
    const late = await bidder.mutate('submitBid', given, 'receipt { seq }').then(
      () => undefined,
      (error: Error) => error,
    );
    if (late && seconds < 200 && Date.now() > Date.parse(closesAt)) return auctionToCome(buyer, bidders, seconds * 3);
    if (late) throw late;
  }
  const opened = await waitFor(
    'the bids to be open',
    () => buyer.mutate('openBids', { tenderId: id }, 'tender { edits }').catch(() => undefined),
    3 * seconds + 60,
  );
  const start = { tenderId: id, lotId: lots[0].id, expectedVersion: opened.edits };
  const opensAt = new Date(Date.now() + 3_600_000).toISOString();
  return (await buyer.mutate('startAuction', { ...start, opensAt }, 'auction { id }')).id;
}

/** A tender of two lots that everybody reads about; gives its open contracting id when its first release is there. */
async function publicTender(buyer: Account): Promise<string> {
  const lines = [
    { description: 'Hydraulic hose, 3000 psi', quantity: '40', needBy: '2099-05-01' },
    { description: 'Sealing ring', quantity: '200', lot: 2, alternatesAllowed: true },
  ];
  const closesAt = new Date(Date.now() + 9 * 86_400_000).toISOString();
  const terms = { title: `Hoses for all ${Date.now()}`, currency: 'EUR', procedure: 'OPEN', isPublic: true, closesAt };
  const tender = { ...terms, lots: ['Hoses', 'Rings'], lines };
  const { id, edits } = await buyer.mutate('draftTender', { tender }, 'tender { id edits }');
  await buyer.mutate('publishTender', { tenderId: id, expectedVersion: edits }, 'tender { id }');
  const released = await waitFor('the first release of the tender', async () => {
    const { publicTenders } = await buyer.query(
      'query ($search: String) { publicTenders(search: $search) { nodes { ocid id } } }',
      { search: terms.title },
    );
    return publicTenders.nodes[0] as { ocid: string } | undefined;
  });
  return released.ocid;
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
