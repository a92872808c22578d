import type { FreshDatabase } from '../../support/fresh-database.js';
import type { Column, Table } from './fill-tables.js';
import type { Trade } from './trade.js';

/** In every planted text; no real text has it. */
const marker = 'kestrelcanary';
/** In every planted number: digits that nothing else here has in a row. */
const digits = '7391427';

/**
 * Columns that hold codes, keys and references, not what somebody wrote: a canary would not fit and a leak of the row shows in the others.
 * Everything else that can hold a text or a number gets a canary, or the programme fails.
 */
const codes =
  /(^|_)(id|ids|hash|sha256|digest|key|keys|status|state|states|kind|kinds|base|role|roles|currency|unit|country|locale|direction|format|transport|channel|side|severity|action|change|outcome|scope|scopes|permissions|source|rule|mode|spec|version|year|seq|position|language|collation|operation|condition|acknowledged|raw_status|suppliers|rank|factor_num|factor_den|lead_kind|approval_basis|country_of_origin|clock|mark|per|applies|price_type|incoterm|lead_from|time_zone|sequence|pricing_date|load_mode|prefix|gln|coordinate|trace|provider|releaser|result|speaks_for|procedure|confidentiality|shown|envelope|makes|once|delivery|flags|checklist|media_type)$/;

/** Columns that a CHECK ties to others which this trade leaves empty; each is planted elsewhere or is a code. */
const tied = new Set([
  'procurement.order_line.exact_amount',
  'procurement.order_line.exact_quantity',
  'procurement.rotable.disposition',
  'procurement.schedule_line.price_amount',
  'procurement.schedule_line.price_basis',
  'supply.agreement_price.category',
  'supply.agreement_price.discount_percent',
  'supply.asking_call.cause',
  'supply.catalogue.maker_code',
  'supply.exchange_terms.billed_at',
  'supply.repair_terms.pricing',
  'supply.stock_hold.consumed_by',
  'supply.record_block.digests',
  'supply.lot.quantity',
  'procurement.gate_check.release_reason',
  'procurement.gate_rule.document',
  'organizations.one_time_token.purpose',
  'catalog.interchange_link.code',
  'catalog.interchange_link.class',
  'catalog.interchange_link.meaning',
  'catalog.interchange_link.effect',
  'catalog.interchange_link.asserted_as',
  'catalog.interchange_link.visibility',
  'catalog.interchange_member.visibility',
  'procurement.alternates_consent.level',
  'procurement.basket_line.alternates_consent',
  'tendering.tender.single_reason',
  'tendering.tender.shares',
  // What the evaluation reckons with; the words and prices around it carry the canaries.
  'tendering.tender.formula',
  'tendering.tender.criteria',
  'tendering.tender.tie_break',
  'tendering.tender.low_bid',
  'tendering.tender.rates',
  // Only of sealed bids, instead of a text.
  'tendering.bid_content.sealed',
  'tendering.bid_version.sealed',
  // Computed from keys, or none of an envelope that opens.
  'tendering.half_part.part',
  'tendering.hub_secret.sealed',
  'tendering.sealing.envelopes',
  'tendering.envelope_opening.reason',
  'tendering.envelope_opening.verdict',
  'tendering.award.cancel_reason',
  'tendering.invitation.decline_reason',
  // Numbers and times of an auction as they were announced.
  'tendering.tender.auction',
  'tendering.tender.rule_pack',
  'tendering.challenge.decision',
  'tendering.auction.terms',
  'tendering.auction.void_reason',
  'tendering.auction_bidder.label',
  // A chain of hashes that every reading checks: a canary would break it. No session reads these two; what the function gives is asked for with foreign ids.
  'tendering.auction_head.opening',
  'tendering.auction_head.closes',
  'tendering.auction_act.by',
  'tendering.auction_act.act',
  'tendering.auction_act.label',
]);

const numeric = /^(numeric|double precision|real)$/;
const textual = /^(text|character varying|text\[\]|jsonb|bytea|citext)$/;

export interface Planting {
  /** By its text: where it stands. Numbers share one. */
  canaries: ReadonlyMap<string, string>;
  /** Columns that hold one, of those that should. */
  planted: number;
  unplanted: string[];
}

/** Two victims with a canary in every confidential field, and two strangers with a trade of their own. */
export interface World {
  victim: Trade;
  stranger: Trade;
  tables: readonly Table[];
  planting: Planting;
}

/** Puts a canary into every confidential field of the trade: private and shared rows, hidden offers, and the mails to its people. */
export async function plantCanaries(db: FreshDatabase, tables: readonly Table[], trade: Trade): Promise<Planting> {
  const canaries = new Map<string, string>();
  const unplanted: string[] = [];
  let planted = 0;
  for (const table of tables) {
    const rows = rowsOf(table, trade);
    if (!rows) continue;
    const [some] = await db.admin(`select 1 from ${table.name} where ${rows} limit 1`);
    // A private table without a row would hide a leak; what a system table holds depends on what happened.
    if (!some && table.wall !== 'system') unplanted.push(`${table.name} (empty)`);
    for (const column of some ? table.columns.filter((c) => isConfidential(c) && !tied.has(`${table.name}.${c.name}`)) : []) {
      const canary = `${marker}${canaries.size.toString(16).padStart(4, '0')}`;
      if (!(await plant(db, { table, column, rows, canary }))) {
        unplanted.push(`${table.name}.${column.name}`);
        continue;
      }
      canaries.set(canary, `${table.name}.${column.name}`);
      planted += 1;
    }
  }
  if (!(await plantUnopened(db, trade))) unplanted.push(`${unopened} (no timed bid before its close)`);
  return { canaries, planted, unplanted };
}

/** What a timed bid says before its close: its bidder reads it, and nobody else, its buyer neither. */
export const unopened = 'tendering.bid_content.body before the close';
const unopenedText = 'kestrelunopened';
const unopenedDigits = '826415973026';

async function plantUnopened(db: FreshDatabase, { buyer, supplier }: Trade): Promise<boolean> {
  const hit = await db.admin(
    `update tendering.bid_content c set body = regexp_replace(regexp_replace(c.body, '"note":"[^"]*"', '"note":"${unopenedText}"'), '"amount":"[0-9.]+"', '"amount":"${unopenedDigits}.5"', 'g')
     from tendering.lot_round r where r.org_id = $1 and c.org_id = $2 and r.org_id = c.counterparty_id and r.lot_id = c.lot_id and r.round = c.round and r.closed_at is null and r.confidentiality = 'TIMED' returning 1`,
    [buyer.org.id, supplier.org.id],
  );
  return hit.length > 0;
}

function isConfidential({ name, type, key }: Column): boolean {
  return !key && !codes.test(name) && (textual.test(type) || numeric.test(type));
}

/** Which rows of a market table are not for everybody, where an audience does not say so. */
const hidden: Readonly<Record<string, string>> = {
  'catalog.interchange_link': `visibility = 'PRIVATE'`,
  'catalog.interchange_member': `visibility = 'PRIVATE'`,
  'catalog.interchange_approval': `kind = 'BUYER'`,
  'procurement.gate_rule': `speaks_for = 'BUYER'`,
};

/** Market tables that every organisation may read, like the list prices they are about. */
const open: readonly string[] = ['catalog.part_content', 'supply.charge_rule', 'supply.pricing_policy'];

/** The rows of the trade that others may not see, as a condition; undefined for what everybody may read. */
export function rowsOf({ name, wall, columns }: Table, { buyer, supplier }: Trade): string | undefined {
  if (open.includes(name)) return undefined;
  const orgs = `('${buyer.org.id}', '${supplier.org.id}')`;
  if (wall === 'private' || wall === 'two-party') return `org_id in ${orgs}`;
  // A market without audiences shows its rows to partners alone, and a stranger is none.
  const hiding = columns.some((c) => c.name === 'audience') ? 'audience is not null' : 'true';
  if (wall === 'market') return `org_id in ${orgs} and ${hidden[name] ?? hiding}`;
  if (name === 'platform.mail') return `recipient ~ '(@victim-|^${marker})'`;
  if (wall === 'system' && columns.some((c) => c.name === 'org_id')) return `org_id in ${orgs}`;
  return undefined;
}

interface Spot {
  table: Table;
  column: Column;
  rows: string;
  canary: string;
}

/** Tries forms until one passes the checks of the column. Triggers and foreign keys sleep meanwhile. */
async function plant(db: FreshDatabase, { table, column, rows, canary }: Spot): Promise<boolean> {
  await db.admin(`select set_config('session_replication_role', 'replica', false)`);
  try {
    // Where it cannot stand in every row, then in those that have something in its place.
    const places = [rows, `${rows} and "${column.name}" is not null`];
    const within = inside[`${table.name}.${column.name}`]?.(canary);
    const forms = within ? [within] : formsFor(column, canary);
    for (const [form, place] of places.flatMap((where) => forms.map((made) => [made, where] as const))) {
      const done = await db
        .admin<{ n: string }>(
          `with hit as (update ${table.name} set "${column.name}" = ${form} where ${place} returning 1) select count(*) as n from hit`,
        )
        .then(
          ([row]) => Number(row?.n),
          () => 0,
        );
      if (done > 0) return true;
    }
    return false;
  } finally {
    await db.admin(`select set_config('session_replication_role', 'origin', false)`);
  }
}

/** Texts that machines read: the canary stands in what a person wrote there, or what he asked for. */
const inside: Readonly<Record<string, (canary: string) => string>> = {
  'tendering.bid_content.body': (canary) =>
    `regexp_replace(regexp_replace(body, '"note":"[^"]*"', '"note":"${canary}"'), '"amount":"[0-9.]+"', '"amount":"${digits}.5"', 'g')`,
  'tendering.envelope_opening.body': (canary) =>
    `regexp_replace(regexp_replace(body, '"note":"[^"]*"', '"note":"${canary}"'), '"amount":"[0-9.]+"', '"amount":"${digits}.5"', 'g')`,
  'tendering.auction_file.body': (canary) => `regexp_replace(body, '"auctionId":"[^"]*"', '"auctionId":"${canary}"')`,
  'tendering.auction_result.body': (canary) => `regexp_replace(body, '"auctionId":"[^"]*"', '"auctionId":"${canary}"')`,
  'tendering.bid_draft.body': (canary) => `regexp_replace(body::text, '"note": "[^"]*"', '"note": "${canary}"')::jsonb`,
};

function formsFor({ name, type }: Column, canary: string): string[] {
  if (numeric.test(type)) return [`${digits}.5`, `73.91427`, `73.9142`, `0.7391427`];
  if (type === 'bytea') return [`convert_to('raw ${canary}', 'UTF8')`];
  if (type === 'text[]') return [`array['${canary}']`];
  if (type === 'jsonb')
    return [
      replaced(name, canary),
      `jsonb_build_array(jsonb_build_object('text', '${canary}'))`,
      `jsonb_build_object('text', '${canary}')`,
    ];
  return [
    `'${canary}'`,
    `'${canary}-' || left(md5(ctid::text), 6)`,
    `'${canary}@x.test'`,
    `upper('${canary}')`,
    `'https://${canary}.example.test/in'`,
  ];
}

/** Every text in the JSON that is no code becomes the canary, so that its readers still understand it. */
function replaced(name: string, canary: string): string {
  return `case when "${name}"::text ~ '[a-z]' and jsonb_typeof("${name}") <> 'string'
    then regexp_replace("${name}"::text, ': "[^"{}]*[a-z][^"{}]*"', ': "${canary}"', 'g')::jsonb else null end`;
}

/** Base64 of the marker at each of its three alignments, and hex: what bytes become on their way. */
const disguises = [0, 1, 2].map((shift) => {
  const text = Buffer.from('x'.repeat(shift) + marker).toString('base64');
  // Whole groups only: the edges depend on the neighbours.
  return text.slice(shift === 0 ? 0 : 4, Math.floor((shift + marker.length) / 3) * 4);
});
const hex = Buffer.from(marker).toString('hex');
const searched = new RegExp(
  [
    `${marker}([0-9a-f]{4})`,
    unopenedText,
    unopenedDigits,
    ...disguises.map((d) => d.replace(/[+/]/g, '\\$&')),
    hex,
    `${digits}|73\\.9142`,
  ].join('|'),
  'gi',
);

/** What of the canaries stands in these bytes: `table.column`, or how it was disguised. */
export function canariesIn(bytes: string, { canaries }: Pick<Planting, 'canaries'>): string[] {
  const found = new Set<string>();
  for (const [hit] of bytes.matchAll(searched)) {
    if (hit.toLowerCase() === unopenedText || hit === unopenedDigits) found.add(unopened);
    else
      found.add(canaries.get(hit.toLowerCase()) ?? (/^\d/.test(hit) && !hit.startsWith(hex) ? 'a number' : 'a disguised text'));
  }
  return [...found];
}
