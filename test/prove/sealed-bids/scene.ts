import { existsSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { loadSecretKeys, SecretBox, type UserActor } from '#libs/platform';
import type { SealedBid } from '#libs/sealing';
import type { BidContentInput, Tender, TenderLine } from '#libs/tendering';
import { makeMember, makeOrganization } from '../../factories/organization.factory.js';
import { type Committee, officer, publishedSealed, sealedFor } from '../../factories/sealing.factory.js';
import { inHours, linesSeenBy, type TenderWorld } from '../../factories/tender.factory.js';
import type { FreshDatabase } from '../../support/fresh-database.js';
import { askHub, type GraphqlReply, signInAt } from '../support/graphql.js';
import type { Random } from '../support/random.js';
import { amountDigits } from './search.js';

const password = 'four friendly ferrets';

/** A supplier as his client at the hub. */
export interface Bidder {
  actor: UserActor;
  token: string;
}

export interface Scene {
  db: FreshDatabase;
  url: string;
  committee: Committee;
  world: TenderWorld;
  bidders: Bidder[];
  tender: Tender;
  lines: TenderLine[];
  /** The token of the second officer, who opens. */
  opener: string;
  random: Random;
}

/** A buyer with a committee, suppliers, and a published sealed tender; the hub's keys are those of its process. */
export async function sceneOf(given: {
  db: FreshDatabase;
  url: string;
  dataDir: string;
  random: Random;
  size: { bidders: number; lines: number };
}): Promise<Scene> {
  const { db, url, dataDir, random, size } = given;
  const org = await makeOrganization(db, { roles: ['BUYER'] });
  const people = await Promise.all(
    [0, 1, 2, 3, 4].map((i) => makeMember(db, org, { roles: ['ADMIN'], email: `officer${i}@sealed.test`, password })),
  );
  const seals = new SecretBox(loadSecretKeys(await secretFile(dataDir)));
  const holder = (i: number): Promise<Committee['deputy']> => officer(db, people[i]!, i === 4);
  const officers: Committee['officers'] = [await holder(0), await holder(1), await holder(2)];
  const committee: Committee = { officers, deputy: await holder(3), recovery: await holder(4), seals };
  const bidders: Bidder[] = [];
  for (let i = 0; i < size.bidders; i++) {
    const supplier = await makeOrganization(db, { roles: ['SUPPLIER'] });
    const email = `bidder${i}@sealed.test`;
    const actor = await makeMember(db, supplier, { roles: ['ADMIN'], email, password });
    bidders.push({ actor, token: await signInAt(url, email, password) });
  }
  const world = { buyer: people[0] } as TenderWorld;
  const lines = Array.from({ length: size.lines }, (_, i) => ({ description: `Part ${i + 1}`, quantity: '10', unit: 'EA' }));
  const terms = { closesAt: inHours(24), procedure: 'OPEN' as const, lines };
  const tender = await publishedSealed(db, world, { committee, terms, invited: [] });
  const opener = await signInAt(url, 'officer1@sealed.test', password);
  return { db, url, committee, world, bidders, tender, random, opener, lines: await linesSeenBy(db, bidders[0]!.actor, tender) };
}

async function secretFile(dataDir: string): Promise<string> {
  const file = path.join(dataDir, 'keys', 'secret.json');
  for (let tries = 0; !existsSync(file) && tries < 1_200; tries++) await sleep(50);
  return file;
}

/** A random amount of twelve digits. */
export const amountOf = (random: Random): string =>
  Array.from({ length: amountDigits }, (_, i) => String(i === 0 ? 1 + random.below(9) : random.below(10))).join('');

/** A bid on every line at random amounts. */
export function randomBid({ lines, random }: Pick<Scene, 'lines' | 'random'>): { bid: BidContentInput; amounts: string[] } {
  const amounts = lines.map(() => amountOf(random));
  const offered = lines.map((line, i) => ({ lineId: line.id, price: { amount: amounts[i]!, unit: line.unit } }));
  return { amounts, bid: { currency: 'USD', deliveryTerm: 'DAP', paymentDays: 30, lines: offered } };
}

/** Seals as the bidder's client does and sends it to the hub. */
export async function sends(
  scene: Scene,
  bidder: Bidder,
  { bid, expectedVersion }: { bid: BidContentInput; expectedVersion: number },
): Promise<{ sealed: SealedBid; receipt: { digest: string; signed: string } }> {
  const { db, tender } = scene;
  const sealed = await sealedFor(db, bidder.actor, { tender, bid });
  const input = {
    tenderId: tender.id,
    lotId: tender.lots[0]!.id,
    expectedVersion,
    tenderVersion: tender.version,
    envelopes: sealed.envelopes,
  };
  const { data, errors } = await mutated(scene, bidder.token, {
    name: 'submitSealedBid',
    value: 'receipt { digest signed }',
    input,
  });
  const receipt = data?.submitSealedBid?.receipt;
  if (!receipt) throw new Error(`a sealed bid was not taken: ${JSON.stringify(errors ?? data)}`);
  return { sealed, receipt };
}

/** One mutation over GraphQL. */
export function mutated(
  { url }: Pick<Scene, 'url'>,
  token: string,
  { name, value, input }: { name: string; value: string; input: object },
): Promise<GraphqlReply> {
  const type = `${name.charAt(0).toUpperCase()}${name.slice(1)}Input`;
  const query = `mutation ($input: ${type}!) { ${name}(input: $input) { ${value} errors { ... on UserError { code } } } }`;
  return askHub(url, { query, variables: { input } }, { token });
}

/** The codes with which a mutation was refused. */
export async function codesOf(
  scene: Pick<Scene, 'url'>,
  token: string,
  asked: { name: string; value: string; input: object },
): Promise<string> {
  const { data, errors } = await mutated(scene, token, asked);
  const refused = (data?.[asked.name]?.errors ?? []) as { code: string }[];
  return [...refused.map(({ code }) => code), ...(errors ?? []).map(({ extensions }) => extensions?.code ?? 'ERROR')].join();
}
