import { z } from 'zod';
import { isLocalDate, type LocalDate } from '#libs/kernel';

const list = (shape: RegExp, what: string) => z.array(z.string().regex(shape, what)).max(200).default([]);
const countries = list(/^[A-Z]{2}$/, 'an ISO 3166 code of two letters');
/** Whether what nobody knows of the part counts as met by the rule. */
const unknown = (usual: boolean) => z.boolean().default(usual);

/** When a rule bites; what a list leaves empty it does not ask. */
export const gateConditions = {
  HAZMAT: z.strictObject({
    hazardClasses: list(/^[1-9](\.[1-6][A-S]?)?$/, 'a class or division'),
    unNumbers: list(/^UN\d{4}$/, 'UN and four digits'),
    destinations: countries,
    unknown: unknown(false),
  }),
  SHELF_LIFE: z
    .strictObject({
      daysMin: z.int().min(0).max(36_500).nullish(),
      percentMin: z.int().min(1).max(100).nullish(),
      unknown: unknown(true),
    })
    .refine(({ daysMin, percentMin }) => daysMin != null || percentMin != null, 'give daysMin or percentMin'),
  EXPORT: z.strictObject({
    /** Beginnings: 9A610 also means 9A610.x. */
    eccns: list(/^[A-Z0-9.]{1,12}$/, 'a beginning of an ECCN'),
    destinations: countries,
    exceptDestinations: countries,
    unknown: unknown(false),
  }),
} as const;

export type GateKind = keyof typeof gateConditions;
export const gateKinds = Object.keys(gateConditions) as GateKind[];
export type GateOutcome = 'HOLD' | 'REFUSE' | 'DOCUMENT';

/** What of a rule decides. */
export interface JudgingRule {
  kind: GateKind;
  outcome: GateOutcome;
  conditions: unknown;
}

/** What of an order line is judged; stored with the decision, so that it can be made again. */
export interface GateFacts {
  /** Whether anything says that the part is dangerous. */
  hazardous: boolean;
  unNumber: string | null;
  hazardClass: string | null;
  eccn: string | null;
  shelfLifeDays: number | null;
  /** The earliest of the units that the line takes, or may be given. */
  shelfLifeOn: LocalDate | null;
  /** The day of need, else the day it can leave, else the day of the order. */
  deliverOn: LocalDate;
  shipFrom: string | null;
  shipTo: string | null;
}

export type GateReason =
  | 'NOT_MET'
  | 'CLASS'
  | 'UN_NUMBER'
  | 'HAZARD_UNKNOWN'
  | 'SHELF_LIFE_SHORT'
  | 'SHELF_LIFE_UNKNOWN'
  | 'ECCN'
  | 'ECCN_UNKNOWN';

export interface GateDecision {
  result: 'PASS' | GateOutcome;
  reason: GateReason;
}

/** What the rule decides of a line; undefined: it is not about such a part. The same rule and facts always decide the same. */
export function judge(rule: JudgingRule, facts: GateFacts): GateDecision | undefined {
  const reason = reasons[rule.kind](rule.conditions, facts);
  if (reason === undefined) return undefined;
  return { result: reason === 'NOT_MET' ? 'PASS' : rule.outcome, reason };
}

const reasons: Record<GateKind, (conditions: unknown, facts: GateFacts) => GateReason | undefined> = {
  HAZMAT(given, facts) {
    const { hazardClasses, unNumbers, destinations, unknown } = gateConditions.HAZMAT.parse(given);
    if (!facts.hazardous) return undefined;
    if (!reaches(destinations, facts.shipTo)) return 'NOT_MET';
    if (hazardClasses.length + unNumbers.length === 0) return 'CLASS';
    if (facts.unNumber !== null && unNumbers.includes(facts.unNumber)) return 'UN_NUMBER';
    if (facts.hazardClass !== null && hazardClasses.some((code) => within(facts.hazardClass ?? '', code))) return 'CLASS';
    const said =
      (hazardClasses.length === 0 || facts.hazardClass !== null) && (unNumbers.length === 0 || facts.unNumber !== null);
    return !said && unknown ? 'HAZARD_UNKNOWN' : 'NOT_MET';
  },
  SHELF_LIFE(given, { shelfLifeDays, shelfLifeOn, deliverOn }) {
    const { daysMin, percentMin, unknown } = gateConditions.SHELF_LIFE.parse(given);
    if (shelfLifeDays === null && shelfLifeOn === null) return undefined;
    if (shelfLifeOn === null) return unknown ? 'SHELF_LIFE_UNKNOWN' : 'NOT_MET';
    const left = daysBetween(deliverOn, shelfLifeOn);
    if (daysMin != null && left < daysMin) return 'SHELF_LIFE_SHORT';
    if (percentMin == null) return 'NOT_MET';
    if (shelfLifeDays === null) return unknown ? 'SHELF_LIFE_UNKNOWN' : 'NOT_MET';
    return left * 100 < percentMin * shelfLifeDays ? 'SHELF_LIFE_SHORT' : 'NOT_MET';
  },
  EXPORT(given, { eccn, shipFrom, shipTo }) {
    const { eccns, destinations, exceptDestinations, unknown } = gateConditions.EXPORT.parse(given);
    if (eccn === null && !unknown) return undefined;
    // Within one country nothing is exported.
    if (shipFrom !== null && shipFrom === shipTo) return 'NOT_MET';
    if (!reaches(destinations, shipTo) || (shipTo !== null && exceptDestinations.includes(shipTo))) return 'NOT_MET';
    if (eccn === null) return 'ECCN_UNKNOWN';
    return eccns.length === 0 || eccns.some((code) => eccn.startsWith(code)) ? 'ECCN' : 'NOT_MET';
  },
};

/** An unknown destination is reached by every rule: nobody has said that it is another. */
function reaches(destinations: readonly string[], shipTo: string | null): boolean {
  return destinations.length === 0 || shipTo === null || destinations.includes(shipTo);
}

/** 1 means all of class 1, 1.4 all of its division, 1.4S that alone. */
function within(hazardClass: string, code: string): boolean {
  return hazardClass === code || hazardClass.startsWith(code.includes('.') ? code : `${code}.`);
}

function daysBetween(from: LocalDate, to: LocalDate): number {
  if (!isLocalDate(from) || !isLocalDate(to)) throw new Error('a fact is no day');
  return Math.round((Date.parse(to) - Date.parse(from)) / 86_400_000);
}
