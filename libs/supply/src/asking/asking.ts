import { z } from 'zod';

const path = z.string().regex(/^[A-Za-z0-9_-]+(\.[A-Za-z0-9_-]+){0,7}$/, 'names parted by points');
const name = z.string().regex(/^[A-Za-z0-9_-]{1,60}$/, 'a plain name');

/**
 * How the hub's words stand in the call of an ERP: docs/asking-stock.md. Every part has a default, so an ERP that speaks as
 * described there needs no mapping.
 */
export const askingMapping = z.strictObject({
  request: z
    .strictObject({
      /** Where the list of lines goes. */
      lines: name.default('lines'),
      part: name.default('part'),
      quantity: name.default('quantity'),
      unit: name.default('unit'),
      location: name.default('location'),
      /** Fields of the call that are always the same, such as a client number. */
      constants: z.record(name, z.union([z.string().max(200), z.number(), z.boolean()])).default({}),
    })
    .prefault({}),
  reply: z
    .strictObject({
      /** The way to the list of figures; empty: the reply is the list. */
      lines: path.or(z.literal('')).default('lines'),
      part: path.default('part'),
      quantity: path.default('quantity'),
      location: path.default('location'),
      asOf: path.default('asOf'),
    })
    .prefault({}),
  /** Places as the ERP calls them, each with the name that buyers see. */
  locations: z.record(z.string().min(1).max(80), z.string().trim().min(1).max(40)).default({}),
  /** The place of figures that name none. */
  defaultLocation: z.string().trim().min(1).max(40).default('MAIN'),
});
export type AskingMapping = z.output<typeof askingMapping>;

/** How the ERP of a supplier is asked for one place, or (`*`) for every place it names. The secret stays sealed until it is sent. */
export interface AskingProfile {
  orgId: string;
  id: string;
  location: string;
  url: string;
  /** Name of the header that carries the secret. */
  header: string | null;
  hasSecret: boolean;
  mapping: AskingMapping;
  /** Milliseconds of one call. */
  timeoutMs: number;
  /** Calls at once. */
  callsMax: number;
  /** Seconds in which nobody asks again. */
  cacheSeconds: number;
  /** Seconds that a figure may be old by the ERP's own word and still count as live. */
  freshSeconds: number;
  /** Minutes after which a figure that could not be renewed no longer counts. */
  keepMinutes: number;
  status: 'ACTIVE' | 'PAUSED';
  version: number;
}

/** Every place. */
export const everyPlace = '*';

/** What came of a call. STATUS: the ERP answered with another status than 2xx; GARBAGE: with what cannot be read. */
export type AskingOutcome = 'ANSWERED' | 'TIMEOUT' | 'UNREACHABLE' | 'REFUSED' | 'STATUS' | 'TOO_LARGE' | 'GARBAGE';

/** An offer as the ERP is asked for it. */
export interface AskedOffer {
  offerId: string;
  partId: string;
  supplierPart: string;
  unit: string;
  /** What the buyer wants, in order units. */
  quantity: string;
}

/** What the ERP says is on the shelf, in order units. */
export interface AskedFigure {
  offerId: string;
  location: string;
  quantity: string;
  /** By the ERP's word, or when its answer came. */
  asOf: Date;
}

/** A value of a reply that was not taken. */
export interface AskingProblem {
  at: string;
  code:
    | 'NOT_JSON'
    | 'LINES_MISSING'
    | 'TOO_MANY_LINES'
    | 'PART_UNKNOWN'
    | 'PART_MISSING'
    | 'QUANTITY_INVALID'
    | 'TIME_INVALID'
    | 'TIME_AHEAD'
    | 'LOCATION_INVALID';
}

/** One call for the log. */
export interface AskingCall {
  profileId: string;
  cause: 'REQUEST' | 'TEST';
  outcome: AskingOutcome;
  status: number | null;
  ms: number;
  lines: number;
  problems: readonly AskingProblem[];
}
