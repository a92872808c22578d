import { isDecimal, isNegative } from '#libs/kernel';
import type { AskedFigure, AskedOffer, AskingMapping, AskingProblem } from './asking.js';

/** Figures of one reply at most: every offer at fifty places. */
const figuresMax = 200 * 50;
/** Clocks of ERPs may run ahead by this much, as those of reports. */
const clockSkewMs = 5 * 60_000;
const problemsMax = 20;

/** What a reply says and what of it was not taken. Figures that could not be read are left out, never guessed. */
export interface ReadReply {
  figures: AskedFigure[];
  problems: AskingProblem[];
  /** Whether the reply could be read at all. */
  readable: boolean;
}

/** The body of the call: `{ lines: [{ part, quantity, unit, location? }] }` in the words of the ERP. */
export function writeRequest(mapping: AskingMapping, offers: readonly AskedOffer[], location: string | undefined): Buffer {
  const { request, locations } = mapping;
  const theirs =
    location === undefined ? undefined : (Object.entries(locations).find(([, ours]) => ours === location)?.[0] ?? location);
  const lines = offers.map((offer) => ({
    [request.part]: offer.supplierPart,
    [request.quantity]: offer.quantity,
    [request.unit]: offer.unit,
    ...(theirs === undefined ? {} : { [request.location]: theirs }),
  }));
  return Buffer.from(JSON.stringify({ ...request.constants, [request.lines]: lines }));
}

/**
 * Reads a reply against what was asked. Of one offer at one place the last figure holds. A time that lies ahead is no time to trust:
 * the figure is left out. A reply whose list cannot be found, or that has no good figure among faulty ones, is not readable.
 */
export function readReply(
  mapping: AskingMapping,
  body: Buffer,
  asked: { offers: readonly AskedOffer[]; location: string | undefined; now: Date },
): ReadReply {
  const problems: AskingProblem[] = [];
  const note = (at: string, code: AskingProblem['code']): undefined => {
    if (problems.length < problemsMax) problems.push({ at, code });
  };
  const lines = linesOf(mapping, body);
  if (typeof lines === 'string') return { figures: [], problems: [{ at: mapping.reply.lines, code: lines }], readable: false };
  const byPart = new Map<string, AskedOffer[]>();
  for (const offer of asked.offers) byPart.set(offer.supplierPart, [...(byPart.get(offer.supplierPart) ?? []), offer]);
  const figures = new Map<string, AskedFigure>();
  lines.forEach((line, n) => {
    for (const figure of figuresOf(line, {
      mapping,
      byPart,
      ...asked,
      note: (field, code) => note(`${mapping.reply.lines}[${n}].${field}`, code),
    }))
      figures.set(`${figure.offerId} ${figure.location}`, figure);
  });
  const answered = new Set([...figures.values()].map(({ offerId }) => offerId));
  for (const offer of asked.offers) if (!answered.has(offer.offerId)) note(offer.supplierPart, 'PART_MISSING');
  return { figures: [...figures.values()], problems, readable: figures.size > 0 || lines.length === 0 };
}

function linesOf({ reply }: AskingMapping, body: Buffer): unknown[] | 'NOT_JSON' | 'LINES_MISSING' | 'TOO_MANY_LINES' {
  let json: unknown;
  try {
    json = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(body));
  } catch {
    return 'NOT_JSON';
  }
  const lines = reply.lines === '' ? json : at(json, reply.lines);
  if (!Array.isArray(lines)) return 'LINES_MISSING';
  return lines.length > figuresMax ? 'TOO_MANY_LINES' : lines;
}

interface Reading {
  mapping: AskingMapping;
  byPart: ReadonlyMap<string, readonly AskedOffer[]>;
  location: string | undefined;
  now: Date;
  note: (field: string, code: AskingProblem['code']) => undefined;
}

function figuresOf(line: unknown, { mapping: { reply, ...mapping }, byPart, location, now, note }: Reading): AskedFigure[] {
  const offers = byPart.get(textOf(at(line, reply.part))?.trim() ?? '');
  if (!offers) return note(reply.part, 'PART_UNKNOWN') ?? [];
  const quantity = quantityOf(at(line, reply.quantity));
  if (quantity === undefined) return note(reply.quantity, 'QUANTITY_INVALID') ?? [];
  const place = placeOf(at(line, reply.location), mapping);
  if (place === undefined || (location !== undefined && place !== location))
    return note(reply.location, 'LOCATION_INVALID') ?? [];
  const said = at(line, reply.asOf);
  const asOf = said === undefined || said === null ? now : timeOf(said);
  if (asOf === undefined) return note(reply.asOf, 'TIME_INVALID') ?? [];
  if (asOf.getTime() > now.getTime() + clockSkewMs) return note(reply.asOf, 'TIME_AHEAD') ?? [];
  const counted = asOf > now ? now : asOf;
  return offers.map(({ offerId }) => ({ offerId, location: place, quantity, asOf: counted }));
}

function placeOf(
  said: unknown,
  { locations, defaultLocation }: Pick<AskingMapping, 'locations' | 'defaultLocation'>,
): string | undefined {
  if (said === undefined || said === null || said === '') return defaultLocation;
  const text = textOf(said)?.trim();
  if (text === undefined) return undefined;
  const place = Object.hasOwn(locations, text) ? locations[text] : text;
  // The database takes neither NUL nor half a surrogate pair, and nobody can read other controls.
  return place && place.length <= 40 && !/[\p{Cc}\p{Cs}]/u.test(place) ? place : undefined;
}

/** A decimal as text; a JSON number too when it is one without an exponent. Below zero is what some ERPs say for "sold beyond": that is none. */
function quantityOf(said: unknown): string | undefined {
  const text = typeof said === 'number' ? String(said) : typeof said === 'string' ? said.trim() : undefined;
  if (text === undefined || !isDecimal(text)) return undefined;
  return isNegative(text) ? '0' : text;
}

/** RFC 3339 with a zone, or milliseconds since 1970. A time without a zone could be any of a day's. */
function timeOf(said: unknown): Date | undefined {
  const text =
    typeof said === 'string' && /^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d(\.\d{1,9})?)?(Z|[+-]\d\d:?\d\d)$/.test(said) ? said : undefined;
  const date = typeof said === 'number' ? new Date(said) : text ? new Date(text) : undefined;
  return date && !Number.isNaN(date.getTime()) && date.getTime() >= 0 ? date : undefined;
}

function textOf(said: unknown): string | undefined {
  if (typeof said === 'string') return said;
  return typeof said === 'number' ? String(said) : undefined;
}

/** The value at a way of names. Own properties only: a reply must not reach what every object has. */
function at(value: unknown, way: string): unknown {
  return way
    .split('.')
    .reduce<unknown>(
      (from, step) =>
        typeof from === 'object' && from !== null && Object.hasOwn(from, step)
          ? (from as Record<string, unknown>)[step]
          : undefined,
      value,
    );
}
