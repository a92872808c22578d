import { v7 as uuid } from 'uuid';
import { type Fault, fail, ok, type Result } from '#libs/kernel';
import { one, rows, type Work } from '#libs/platform';
import type { Tender } from './tender.entity.js';
import type { CheckedLine, CheckedTender } from './tender.input.js';
import { memberOf, outcomeOf, versionConflict } from './tender.mover.js';
import { tenderById } from './tender.reader.js';

export type TenderTermFault = Fault<
  'TenderPartUnknown' | 'TenderSiteUnknown' | 'TenderLineUndescribed' | 'TenderLineNumberTaken' | 'TenderLotUnknown'
>;
export type SaveTenderFault = TenderTermFault | Fault<'VersionConflict' | 'TenderNotDraft'>;

/** What saves a draft: a new one without `expectedEdits`. */
interface Saving {
  id: string;
  expectedEdits: number | null;
  input: CheckedTender;
  source?: Record<string, string>;
}

/** Writes a draft whole, in one statement; whatever is wrong with its lines comes back at once. */
export async function saveTender(
  work: Work,
  { id, expectedEdits, input, source }: Saving,
): Promise<Result<Tender, SaveTenderFault>> {
  const known = await referencesOf(work, input);
  const titles = input.lots.length > 0 ? input.lots : [input.title];
  const lots = titles.map((title, i) => ({ id: uuid(), position: i + 1, title }));
  const faults = [...lineFaults(input.lines, known), ...lotFaults(input.lines, lots.length), ...siteFaults(input, known)];
  if (faults.length > 0) return fail(...faults);

  const lines = filledLines(input.lines, known, { shipToSiteId: input.shipToSiteId }).map(({ lot, ...line }) => ({
    ...line,
    lotId: lots[lot - 1]?.id,
  }));
  const outcome = await outcomeOf(work, 'tendering.save_tender($1)', [
    JSON.stringify({
      id,
      expectedEdits,
      number: expectedEdits === null ? await nextNumber(work) : null,
      tender: columnsOf(input),
      private: privateOf(work, { input, source }),
      lots,
      lines,
    }),
  ]);
  if (outcome === 'VERSION_CONFLICT') return fail(versionConflict);
  if (outcome !== 'SAVED') return fail({ code: 'TenderNotDraft', path: ['tenderId'] });
  return ok(await tenderById(work, id));
}

async function nextNumber(work: Work): Promise<string> {
  const made = await one<{ number: string }>(work, `select platform.next_number('T') as number`);
  return String(made?.number);
}

/** Parts and sites that lines may name. */
export interface References {
  parts: Map<string, { number: string; name: string }>;
  sites: Map<string, Record<string, unknown>>;
}

/** Reads the parts and own sites that these lines name; what is unknown is absent. */
export async function referencesOf(
  work: Work,
  {
    lines,
    shipToSiteId,
  }: { lines: readonly Pick<CheckedLine, 'partId' | 'shipToSiteId'>[]; shipToSiteId?: string | null | undefined },
): Promise<References> {
  const parts = await rows<{ id: string; number: string; name: string }>(
    work,
    'select p.id, p.number, p.name from catalog.part p where p.id = any ($1)',
    [[...new Set(lines.flatMap(({ partId }) => partId ?? []))]],
  );
  const wanted = [...new Set([shipToSiteId, ...lines.map((line) => line.shipToSiteId)].flatMap((site) => site ?? []))];
  const sites = await rows<{ id: string; place: Record<string, unknown> }>(
    work,
    `select s.id, jsonb_build_object('code', s.code, 'name', s.name, 'gln', s.gln, 'address', s.address) as place from organizations.site s
     where s.org_id = $1 and s.id = any ($2) and s.status = 'ACTIVE'`,
    [work.actor.orgId, wanted],
  );
  return {
    parts: new Map(parts.map(({ id, ...part }) => [id, part])),
    sites: new Map(sites.map(({ id, place }) => [id, place])),
  };
}

/** What is wrong with lines by themselves. */
export function lineFaults(lines: readonly CheckedLine[], { parts, sites }: References): TenderTermFault[] {
  const numbers = lines.map(({ number }) => number);
  return lines.flatMap((line, i): TenderTermFault[] => {
    const path = ['lines', String(i)];
    const taken = line.number != null && numbers.indexOf(line.number) < i;
    return [
      ...(line.partId && !parts.has(line.partId) ? [{ code: 'TenderPartUnknown' as const, path: [...path, 'partId'] }] : []),
      ...(line.shipToSiteId && !sites.has(line.shipToSiteId)
        ? [{ code: 'TenderSiteUnknown' as const, path: [...path, 'shipToSiteId'] }]
        : []),
      ...(!line.partId && !line.description && !line.partNumber ? [{ code: 'TenderLineUndescribed' as const, path }] : []),
      ...(taken
        ? [{ code: 'TenderLineNumberTaken' as const, path: [...path, 'number'], values: { number: line.number ?? '' } }]
        : []),
    ];
  });
}

function lotFaults(lines: readonly CheckedLine[], lots: number): TenderTermFault[] {
  return lines.flatMap(({ lot }, i) =>
    lot > lots ? [{ code: 'TenderLotUnknown' as const, path: ['lines', String(i), 'lot'], values: { lot, lots } }] : [],
  );
}

function siteFaults({ shipToSiteId }: CheckedTender, { sites }: References): TenderTermFault[] {
  return shipToSiteId && !sites.has(shipToSiteId) ? [{ code: 'TenderSiteUnknown', path: ['shipToSiteId'] }] : [];
}

/** Lines with ids, numbers (10, 20, 30 ... past those given and the largest of those taken), the names of their parts and their places. */
export function filledLines<L extends Omit<CheckedLine, 'lot'> & { id?: string }>(
  lines: readonly L[],
  { parts, sites }: References,
  { shipToSiteId, taken = [] }: { shipToSiteId?: string | null | undefined; taken?: readonly string[] },
) {
  const given = new Set(lines.map(({ number }) => number));
  let last = Math.max(0, ...taken.map((number) => (/^\d{1,6}$/.test(number) ? Number(number) : 0)));
  const next = (): string => {
    do last += 10;
    while (given.has(String(last)));
    return String(last);
  };
  return lines.map((line, i) => {
    const part = parts.get(line.partId ?? '');
    const site = line.shipToSiteId ?? shipToSiteId;
    return {
      ...line,
      id: line.id ?? uuid(),
      position: i + 1,
      number: line.number ?? next(),
      partId: line.partId ?? null,
      partNumber: part?.number ?? line.partNumber ?? null,
      description: line.description ?? part?.name ?? line.partNumber ?? '',
      shipTo: site ? (sites.get(site) ?? null) : null,
      target: line.target ?? null,
      targetBasis: line.target ? line.targetBasis : null,
    };
  });
}

/** The columns of `tendering.tender` that a draft sets. */
const columnsOf = (input: CheckedTender) => ({
  title: input.title,
  description: input.description ?? null,
  procedure: input.procedure,
  rule_pack: input.rulePack,
  is_public: input.isPublic,
  single_reason: input.procedure === 'SINGLE_SOURCE' ? (input.singleReason ?? null) : null,
  confidentiality: input.confidentiality,
  currency: input.currency,
  rates: input.rates,
  formula: input.formula,
  criteria: input.criteria,
  quality_min: input.qualityMin ?? null,
  tie_break: input.tieBreak,
  low_bid: input.lowBid ?? null,
  delivery_term: input.deliveryTerm,
  payment_days: input.paymentDays,
  yearly_rate: input.yearlyRate ?? null,
  award_mode: input.awardMode,
  shares: input.awardMode === 'SHARES' ? input.shares : [],
  bids_min: input.bidsMin,
  agreement_from: input.agreement?.from ?? null,
  agreement_to: input.agreement?.to ?? null,
  auction: input.auction ?? null,
  questions_close_at: input.questionsCloseAt ?? null,
  closes_at: input.closesAt ?? null,
  stagger_minutes: input.staggerMinutes,
  push_hours: input.pushHours,
});

const privateOf = (work: Work, { input, source }: Pick<Saving, 'input' | 'source'>) => ({
  internalNote: input.internalNote ?? null,
  costReference: input.costReference ?? null,
  budget: input.budget ?? null,
  shipToSite: input.shipToSiteId ?? null,
  source: source ?? {},
  createdBy: memberOf(work),
});
