import { v7 as uuid } from 'uuid';
import { affected, type Work } from '#libs/platform';
import { askedLot, claimLots } from '#libs/supply';
import type { CertificateSource } from '../certificate/certificate.entity.js';
import { knownKinds } from '../certificate/save-certificate-needs.js';
import type { GateRule } from '../gate/gate.entity.js';
import { bindingRules, gateFacts } from '../gate/gate.reader.js';
import { type GateDecision, type GateFacts, judge } from '../gate/gate.rules.js';
import type { OrderDraft } from './order-draft.js';
import type { PlacingContext } from './placing.reader.js';
import type { PlacingFault } from './placing.rules.js';

type DraftLine = OrderDraft['lines'][number];
type Placed = { order: OrderDraft; line: DraftLine };
type Judged = Placed & { rule: GateRule; facts: GateFacts; decision: GateDecision };
interface Wanted {
  id: string;
  orderId: string;
  lineId: string;
  supplierId: string;
  offerId: string;
  kind: string;
  source: CertificateSource;
  provider: 'SUPPLIER' | 'BUYER';
  dualRelease: boolean;
}

/**
 * What follows for the lines of orders that were just written: units are taken from lots that are as they want them, the gate judges
 * each line and every decision is stored, and the certificates that line, agreement, buyer and gate require are noted as required or promised.
 * Gives what stands against it; then the caller rolls back.
 */
export async function keepRequirements(
  work: Work,
  drafts: readonly OrderDraft[],
  context: PlacingContext,
): Promise<PlacingFault[]> {
  const placed = drafts.flatMap((order) => order.lines.map((line) => ({ order, line })));
  const faults = [...(await shortLots(work, placed)), ...(await unknownKinds(work, placed))];
  if (faults.length > 0) return faults;
  const judged = context.gated ? await judgeLines(work, placed) : [];
  const refused = judged.filter(({ decision }) => decision.result === 'REFUSE');
  if (refused.length > 0) return refused.map(refusal);
  const certificates = wantedCertificates(placed, { context, judged });
  if (certificates.length > 0) await writeCertificates(work, certificates);
  if (judged.length > 0) await writeChecks(work, judged, certificates);
  return [];
}

async function shortLots(work: Work, placed: readonly Placed[]): Promise<PlacingFault[]> {
  const claims = placed.flatMap(({ order, line }) => {
    const want = askedLot(line.requires?.lots, line.needBy);
    return want ? [{ line: line.id, supplier: order.supplierId, offer: line.offerId, quantity: line.quantity, want }] : [];
  });
  const short = await claimLots(
    work,
    claims.flatMap((claim) => (claim.offer === null ? [] : [{ ...claim, offer: claim.offer }])),
  );
  return short.map(({ line: id, fitting }) => {
    const line = placed.find((one) => one.line.id === id)?.line;
    return {
      code: 'LotMissing',
      path: ['lines', String(line?.index ?? 0), 'requires'],
      values: { fitting, unit: line?.orderUnit ?? null },
    };
  });
}

/** What a line requires by its own word. */
const saidKinds = ({ requires }: DraftLine): string[] => [
  ...new Set([...(requires?.certificates ?? []), ...(requires?.lots?.certificates ?? [])]),
];

async function unknownKinds(work: Work, placed: readonly Placed[]): Promise<PlacingFault[]> {
  const said = placed.flatMap(({ line }) => saidKinds(line));
  if (said.length === 0) return [];
  const known = await knownKinds(work, said);
  return placed.flatMap(({ line }) =>
    saidKinds(line)
      .filter((kind) => !known.has(kind))
      .map((kind) => ({
        code: 'CertificateUnknown' as const,
        path: ['lines', String(line.index), 'requires'],
        values: { kind },
      })),
  );
}

async function judgeLines(work: Work, placed: readonly Placed[]): Promise<Judged[]> {
  const rules = await bindingRules(work, [...new Set(placed.map(({ order }) => order.supplierId))]);
  const facts = await gateFacts(
    work,
    placed.map(({ order, line }) => ({
      line: line.id,
      supplier: order.supplierId,
      offer: line.offerId ?? '',
      part: line.partId,
      deliverOn: line.needBy ?? line.earliest,
      shipTo: countryOf(order),
    })),
  );
  return placed.flatMap(({ order, line }) =>
    rules.flatMap((rule): Judged[] => {
      const known = facts.get(line.id);
      if (!known || (rule.speaksFor === 'SUPPLIER' && rule.orgId !== order.supplierId)) return [];
      const decision = judge(rule, known);
      return decision ? [{ order, line, rule, facts: known, decision }] : [];
    }),
  );
}

function countryOf({ shipTo }: OrderDraft): string | null {
  const { country } = shipTo.address;
  return typeof country === 'string' && /^[A-Z]{2}$/.test(country) ? country : null;
}

function refusal({ line, rule, decision }: Judged): PlacingFault {
  return {
    code: 'GateRefused',
    path: ['lines', String(line.index)],
    values: { rule: rule.code, version: rule.version, sentence: rule.sentence, reason: decision.reason },
  };
}

/** One of a kind and provider for a line; the nearest word counts as its source, and both release blocks when anybody wants both. */
function wantedCertificates(
  placed: readonly Placed[],
  { context, judged }: { context: PlacingContext; judged: readonly Judged[] },
): Wanted[] {
  return placed.flatMap(({ order, line }) => {
    const wanted = new Map<string, Wanted>();
    const add = (kind: string, by: Pick<Wanted, 'source'> & Partial<Pick<Wanted, 'provider' | 'dualRelease'>>) => {
      const { source, provider = 'SUPPLIER', dualRelease = false } = by;
      const known = wanted.get(`${kind} ${provider}`);
      if (known) known.dualRelease ||= dualRelease;
      else {
        const at = { orderId: order.id, lineId: line.id, supplierId: order.supplierId, offerId: line.offerId ?? '' };
        wanted.set(`${kind} ${provider}`, { id: uuid(), ...at, kind, source, provider, dualRelease });
      }
    };
    for (const kind of saidKinds(line)) add(kind, { source: 'LINE', dualRelease: line.requires?.dualRelease ?? false });
    const agreement = context.agreements.find(({ id }) => id === order.agreementId);
    for (const kind of agreement?.certificates ?? []) add(kind, { source: 'AGREEMENT' });
    for (const { kind, supplierId, dualRelease } of context.needs)
      if (supplierId === null || supplierId === order.supplierId) add(kind, { source: 'BUYER', dualRelease });
    for (const { line: other, rule, decision } of judged)
      if (other.id === line.id && decision.result === 'DOCUMENT' && rule.document && rule.provider)
        add(rule.document, { source: 'GATE', provider: rule.provider });
    return [...wanted.values()];
  });
}

/** Promised is what comes with every unit that the line has taken, or with every unit of the offer. */
async function writeCertificates(work: Work, wanted: readonly Wanted[]): Promise<void> {
  await affected(
    work,
    `insert into procurement.line_certificate (org_id, order_id, line_id, id, counterparty_id, kind, source, provider, dual_release, status)
     select $1, w."orderId", w."lineId", w.id, w."supplierId", w.kind, w.source, w.provider, w."dualRelease",
       case when w.provider = 'SUPPLIER' and (exists (select from supply.offer_certificates c where c.org_id = w."supplierId" and c.offer_id = w."offerId" and w.kind = any (c.certificates))
           or (select bool_and(w.kind = any (k.certificates)) from supply.lot_claim k where k.org_id = w."supplierId" and k.counterparty_id = $1 and k.reference = w."lineId"::text))
         then 'PROMISED' else 'REQUIRED' end
     from jsonb_to_recordset($2) as w (id uuid, "orderId" uuid, "lineId" uuid, "supplierId" uuid, "offerId" uuid, kind text, source text, provider text, "dualRelease" boolean)`,
    [work.actor.orgId, JSON.stringify(wanted)],
  );
}

async function writeChecks(work: Work, judged: readonly Judged[], certificates: readonly Wanted[]): Promise<void> {
  const checks = judged.map(({ order, line, rule, facts, decision }) => ({
    orderId: order.id,
    lineId: line.id,
    supplierId: order.supplierId,
    ruleOrg: rule.orgId,
    ruleId: rule.id,
    code: rule.code,
    version: rule.version,
    kind: rule.kind,
    result: decision.result,
    reason: decision.reason,
    facts,
    sentence: rule.sentence,
    releaser: rule.releaser,
    certificateId:
      decision.result === 'DOCUMENT'
        ? certificates.find((c) => c.lineId === line.id && c.kind === rule.document && c.provider === rule.provider)?.id
        : undefined,
  }));
  await affected(
    work,
    `insert into procurement.gate_check (org_id, order_id, line_id, rule_org, rule_id, counterparty_id, code, version, kind, result, reason, facts, sentence, releaser, certificate_id, status)
     select $1, g."orderId", g."lineId", g."ruleOrg", g."ruleId", g."supplierId", g.code, g.version, g.kind, g.result, g.reason, g.facts, g.sentence, g.releaser, g."certificateId",
       case g.result when 'PASS' then 'PASSED' else 'OPEN' end
     from jsonb_to_recordset($2) as g ("orderId" uuid, "lineId" uuid, "supplierId" uuid, "ruleOrg" uuid, "ruleId" uuid, code text, version integer, kind text, result text, reason text, facts jsonb,
       sentence text, releaser text, "certificateId" uuid)`,
    [work.actor.orgId, JSON.stringify(checks)],
  );
}
