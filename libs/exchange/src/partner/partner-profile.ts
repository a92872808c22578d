import { z } from 'zod';

/** The formats an ERP may speak with the hub for orders and their answers. */
export const formats = ['UBL', 'CXML', 'X12', 'EDIFACT', 'OPENTRANS'] as const;
export type ExchangeFormat = (typeof formats)[number];

/** As SUPPLIER an organisation receives orders and sends answers; as BUYER it sends orders and receives answers. */
export const profileRoles = ['SUPPLIER', 'BUYER'] as const;
export type ProfileRole = (typeof profileRoles)[number];

export const transports = ['HTTP', 'FOLDER'] as const;
export type Transport = (typeof transports)[number];

const identifier = z.strictObject({ scheme: z.string().min(1).max(40), value: z.string().min(1).max(100) });

/** X12 ISA and GS fields are of fixed width: qualifier 2, id up to 15 (ASC X12 004010, ISA05-ISA08). */
const x12Address = z.strictObject({
  qualifier: z.string().regex(/^[0-9A-Z]{2}$/),
  id: z.string().regex(/^[\x21-\x7e][\x20-\x7e]{0,14}$/),
  /** GS02 or GS03 when it differs from the interchange's. */
  application: z.string().min(2).max(15).optional(),
});

/** Sender and recipient of UNB: identification, its qualifier (14 GLN, 1 D-U-N-S, ZZ agreed), address for routing (ISO 9735, S002 and S003). */
const edifactAddress = z.strictObject({
  id: z.string().regex(/^[\x21-\x7e][\x20-\x7e]{0,34}$/),
  qualifier: z
    .string()
    .regex(/^[0-9A-Z]{1,4}$/)
    .optional(),
  address: z
    .string()
    .regex(/^[\x20-\x7e]{1,14}$/)
    .optional(),
});

/** How the ERP names itself and the hub, and its habits. Absent parts take the hub's defaults. */
export const profileSettings = z.strictObject({
  /** Identifiers of the organisation that its documents carry, beside those of its public card. */
  identifiers: z.array(identifier).max(20).default([]),
  x12: z
    .strictObject({
      own: x12Address,
      hub: x12Address.default({ qualifier: 'ZZ', id: 'ENTREPOT' }),
      /** The partner's own. Absent: for each document some that do not occur in it, `*`, `>` and `~` where they are free. */
      separators: z
        .strictObject({ element: z.string().length(1), component: z.string().length(1), segment: z.string().min(1).max(2) })
        .optional(),
    })
    .optional(),
  cxml: z
    .strictObject({
      own: z.strictObject({ domain: z.string().min(1).max(40), identity: z.string().min(1).max(100) }),
      hub: z
        .strictObject({ domain: z.string().min(1).max(40), identity: z.string().min(1).max(100) })
        .default({ domain: 'NetworkId', identity: 'ENTREPOT' }),
    })
    .optional(),
  edifact: z
    .strictObject({
      own: edifactAddress,
      hub: edifactAddress.default({ id: 'ENTREPOT' }),
      /** The directory of what the hub sends; what it gets is read by the directory each message names. */
      release: z.enum(['D.96A', 'D.01B']).default('D.96A'),
      /** Code of the guide in UNH (0057), such as EAN008. */
      association: z
        .string()
        .regex(/^[0-9A-Z]{1,6}$/)
        .optional(),
      /** Character set level the ERP reads. Absent: UNOC, or UNOY for a text that needs more. */
      syntax: z
        .string()
        .regex(/^UNO[A-FY]$/)
        .optional(),
    })
    .optional(),
  ubl: z.strictObject({ endpoint: identifier }).optional(),
  /** Habits of the ERP as data over a message's table, by coordinate: `x12:004010:850`. */
  adjustments: z
    .record(
      z.string().max(60),
      z.strictObject({
        /** Places that may be empty though the standard wants them filled. */
        relax: z.array(z.string().max(200)).max(200).optional(),
        /** What is read where the ERP sends nothing. */
        default: z.record(z.string().max(200), z.string().max(500)).optional(),
        /** The ERP's codes, each with the standard's. */
        rename: z.record(z.string().max(200), z.record(z.string().max(80), z.string().max(80))).optional(),
      }),
    )
    .default({}),
  /** Name and value of one more header of each HTTP delivery; the value stands in the profile's secret. */
  authorizationHeader: z
    .string()
    .regex(/^[A-Za-z][A-Za-z0-9-]{0,60}$/)
    .optional(),
});
export type ProfileSettings = z.output<typeof profileSettings>;

/** One ERP connection, as stored. `secret` never leaves the room unsealed. */
export interface PartnerProfile {
  orgId: string;
  id: string;
  role: ProfileRole;
  name: string;
  format: ExchangeFormat;
  transport: Transport;
  /** URL of HTTP deliveries; null for a folder. */
  endpoint: string | null;
  settings: ProfileSettings;
  hasSecret: boolean;
  /** Documents are marked as tests, and real orders are not sent while it is on. */
  testMode: boolean;
  status: 'ACTIVE' | 'PAUSED';
  version: number;
}
