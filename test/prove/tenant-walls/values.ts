import { createECDH, randomUUID } from 'node:crypto';
import {
  type GraphQLArgument,
  type GraphQLInputField,
  type GraphQLInputType,
  getNamedType,
  isEnumType,
  isInputObjectType,
  isListType,
  isNonNullType,
  isRequiredArgument,
  isRequiredInputField,
} from 'graphql';
import { type Ids, kindOf } from './ids.js';

/** How the arguments of a call are made. */
export interface Filling {
  field: string;
  /** The id for an argument; `at` is its way, such as `input.lines.offerId`. */
  idFor(kind: string, at: string): string;
  /** Optional arguments too. */
  optional: boolean;
  /** Which of several ways to name a thing. */
  way: number;
  /** Told of every argument and input field that is given (`Owner.name`), and of those nobody can fill. */
  seen(what: string): void;
  unknown(at: string): void;
}

/** Inputs that name one thing in several ways, of which one may be used: by the number of the way. */
const ways: Readonly<Record<string, Readonly<Record<string, number>>>> = {
  AddContentInput: { fileId: 0, link: 1 },
  AgreementItemInput: { offerId: 0, supplierPart: 1 },
  AogSourcingInput: { partId: 0, number: 1, manufacturer: 1 },
  AssertLinkInput: { toPartId: 0, members: 1 },
  AvailabilityLineInput: { offerId: 0, partId: 1, number: 2, manufacturer: 2 },
  ChargeRuleInput: { below: 0, category: 1 },
  DraftTenderInput: { csv: 0, basketId: 1, fromTenderId: 2 },
  InboundLineInput: { offerId: 0, supplierPart: 1 },
  LotInput: { offerId: 0, supplierPart: 1 },
  NameManufacturerInput: { code: 0, name: 1 },
  ConfirmOrderInput: { lines: 0, header: 1 },
  SaveGateRuleInput: { document: 0, provider: 0 },
  PlaceOrderInput: { lines: 0, basketId: 1 },
  PromiseCertificatesInput: { offerId: 0, supplierPart: 1 },
  SaveExchangeTermsInput: { offerId: 0, supplierPart: 1 },
  SaveRepairTermsInput: { offerId: 0, supplierPart: 1 },
  PromiseShipToInput: { siteId: 0, country: 1, region: 1 },
  SaveWatchInput: { partId: 0, query: 1, manufacturerId: 1, classification: 1, watchId: 2, expectedVersion: 2 },
  StockCorrectionLineInput: { quantity: 0, delta: 1 },
  StockLineInput: { offerId: 0, supplierPart: 1 },
};

/** In how many ways a call can name its things. */
export function waysOf(args: readonly GraphQLArgument[]): number {
  const met = new Set<string>();
  const most = (type: GraphQLInputType): number => {
    const named = getNamedType(type);
    if (!isInputObjectType(named) || met.has(named.name)) return 1;
    met.add(named.name);
    const own = Math.max(0, ...Object.values(ways[named.name] ?? {})) + 1;
    return Math.max(own, ...Object.values(named.getFields()).map((field) => most(field.type)));
  };
  return Math.max(1, ...args.map(({ type }) => most(type)));
}

/** Arguments of a page: given by the probes of cursors, since only the hub makes cursors. */
export const pageArguments: readonly string[] = ['last', 'before', 'after'];

/** A point of the curve that nobody has registered. */
const publicKey = (): string => createECDH('prime256v1').generateKeys().toString('base64url');

/** Values that must look like something, by the name of the argument, or by input and name where one name means two things. */
const samples: Readonly<Record<string, () => unknown>> = {
  adminEmail: () => `admin-${randomUUID()}@probe.test`,
  'AttachLotCertificateInput.kind': () => 'COFC',
  cage: () => '1ABC5',
  'CertificateNeedInput.kind': () => 'COFC',
  certificates: () => 'COFC',
  class: () => 'II',
  'AssertLinkInput.code': () => '1',
  'ChargeRuleInput.applies': () => 'ORDER_BELOW',
  'ChargeRuleInput.per': () => 'ORDER',
  closes: () => '24:00',
  code: () => `P${randomUUID().slice(0, 6)}`,
  conditions: () => 'NE',
  requiredCertificates: () => 'COFC',
  'SaveWatchInput.onOffer': () => true,
  'ShownToInput.to': () => 'GROUP',
  'SaveGateRuleInput.code': () => 'PROBE-1',
  'SaveGateRuleInput.conditions': () => '{"unknown":true}',
  'SaveGateRuleInput.outcome': () => 'DOCUMENT',
  document: () => 'COFC',
  'EndGateRuleInput.code': () => 'BUYER-1',
  'LotInput.condition': () => 'OH',
  link: () => 'https://content.example.test/a.pdf',
  language: () => 'en',
  'SchedulePublicationInput.time': () => '12:00',
  'CriterionOptionInput.name': () => 'probe',
  'TenderCriterionInput.id': () => 'probe',
  criterionId: () => 'probe',
  country: () => 'DE',
  cutOff: () => '12:00',
  'DeliveryTermsInput.code': () => 'DAP',
  duns: () => '150483782',
  edition: () => 2020,
  email: () => `probe-${randomUUID()}@probe.test`,
  endpoint: () => 'https://erp.example.test/in',
  escalatePercents: () => 150,
  'ExchangeRateInput.to': () => 'USD',
  gln: () => '4012345000009',
  header: () => 'X-Key',
  headersHash: () => '0'.repeat(64),
  'IncotermInput.code': () => 'DAP',
  lineNumber: () => '10',
  locale: () => 'en',
  adminLocale: () => 'en',
  mapping: () => '{"columns":{}}',
  mappingJson: () => '{"columns":{}}',
  method: () => 'GROUND',
  minutes: () => 15,
  namedMinutes: () => 15,
  opens: () => '00:00',
  password: () => 'twelve tired tortoises',
  peppolId: () => '0088:4012345000009',
  permissions: () => 'order:read',
  'PriceLineInput.currency': () => 'EUR',
  priority: () => 'AOG',
  scopes: () => 'order:read',
  settingsJson: () => '{}',
  timeZone: () => 'UTC',
  text: () => 'B-000001 10',
  officersKey: publicKey,
  publicKey,
  url: () => 'https://erp.example.test/stock',
  timeoutMs: () => 500,
  token: () => 'A'.repeat(43),
};

const scalars: Readonly<Record<string, () => unknown>> = {
  Boolean: () => false,
  CountryCode: () => 'DE',
  CurrencyCode: () => 'EUR',
  DateTime: () => new Date(Date.now() + 86_400_000).toISOString(),
  Decimal: () => '1',
  Int: () => 1,
  LocalDate: () => new Date(Date.now() + 30 * 86_400_000).toISOString().slice(0, 10),
  UnitCode: () => 'EA',
};

/** Arguments of a call, by name. */
export function argumentsFor(args: readonly GraphQLArgument[], filling: Filling): Record<string, unknown> {
  const values: Record<string, unknown> = {};
  for (const argument of args) {
    if (!filling.optional && !isRequiredArgument(argument)) continue;
    if (pageArguments.includes(argument.name)) continue;
    filling.seen(`${filling.field}.${argument.name}`);
    values[argument.name] = valueFor(argument.type, { name: argument.name, at: argument.name }, filling);
  }
  return values;
}

interface Place {
  name: string;
  /** The input that has it; of an argument none. */
  owner?: string;
  at: string;
}

function valueFor(type: GraphQLInputType, place: Place, filling: Filling): unknown {
  if (isNonNullType(type)) return valueFor(type.ofType, place, filling);
  if (isListType(type)) return [valueFor(type.ofType, place, filling)];
  if (isInputObjectType(type)) return inputOf(Object.values(type.getFields()), type.name, { place, filling });
  if (type.name === 'ID') {
    const kind = kindOf(place.name, filling.field);
    if (!kind) filling.unknown(`${filling.field}: ${place.at}`);
    return filling.idFor(kind ?? '', place.at);
  }
  const sample = samples[`${place.owner}.${place.name}`] ?? samples[place.name];
  if (isEnumType(type)) {
    const values = type.getValues().map(({ name }) => name);
    return values.find((name) => name === sample?.()) ?? values[0];
  }
  const made = sample ?? scalars[type.name];
  if (made) return made();
  if (type.name !== 'String') filling.unknown(`${filling.field}: ${place.at} (${type.name})`);
  return `probe ${place.name}`.slice(0, 20);
}

function inputOf(
  fields: readonly GraphQLInputField[],
  owner: string,
  { place, filling }: { place: Place; filling: Filling },
): object {
  const value: Record<string, unknown> = {};
  for (const field of fields) {
    if (!isRequiredInputField(field) && !isChosen(owner, field.name, filling)) continue;
    filling.seen(`${owner}.${field.name}`);
    value[field.name] = valueFor(field.type, { owner, name: field.name, at: `${place.at}.${field.name}` }, filling);
  }
  return value;
}

function isChosen(owner: string, field: string, { optional, way }: Filling): boolean {
  const known = ways[owner];
  if (!known) return optional;
  const last = Math.max(...Object.values(known));
  const chosen = known[field];
  return chosen === undefined ? optional : chosen === Math.min(way, last);
}

/** Ids of the attacker's own trade with some taken from another: which argument is foreign is what a probe is about. */
export function mixed(own: Ids, other: Ids, foreign: (at: string) => boolean): (kind: string, at: string) => string {
  return (kind, at) => (foreign(at) ? other : own).get(kind) ?? randomUUID();
}
