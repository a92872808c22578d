import type { Ids } from './ids.js';
import { type Coverage, call, type Operation, pages, variablesFor } from './operations.js';
import { mixed, waysOf } from './values.js';
import { type Got, shapeOf, type Visitor } from './visitor.js';

/** Ids to fill arguments with: one's own, somebody else's, and of nothing. */
export interface IdSets {
  own: Ids;
  foreign: Ids;
  random: Ids;
}

/** What a walk found. */
export interface Findings {
  /** A foreign id was answered otherwise than an id of nothing. */
  told: string[];
  /** A gate that should have been shut was open, or shut that should have been open. */
  gates: string[];
  /** Operations whose arguments were refused by form and what was said, and those that took all of them: what was never taken was not really tried. */
  refused: { name: string; said: string }[];
  taken: string[];
  /** Pairs of replies compared. */
  compared: number;
}

export const nothingFound = (): Findings => ({ told: [], gates: [], refused: [], taken: [], compared: 0 });

/**
 * What everybody may know: that an organisation, a part or a manufacturer exists. An argument that names one of them may be answered
 * otherwise than a name of nothing; each line was reviewed.
 */
const knownToAll = new Set([
  'addContent: input.partId',
  'saveCertificateNeeds: input.needs.supplierId',
  'amendTender: input.addLines.partId',
  'changeTender: input.tender.lines.partId',
  'draftTender: input.tender.lines.partId',
  'inviteSuppliers: input.supplierIds',
  'organization: id',
  'part: id',
  'proposePartnership: input.partnerId',
  'savePartnerIdentities: input.organizationId',
  'savePartAliases: input.lines.partId',
  'availability: input.lines.partId',
  'promise: input.lines.partId',
  'partPriceHistory: partId',
  'saveWatch: input.partId',
  'saveWatch: input.manufacturerId',
  'stockMap: partId',
  'assertLink: input.fromPartId',
  'assertLink: input.toPartId',
  'assertLink: input.members.partId',
]);

const malformed = /"code":"(GRAPHQL_VALIDATION_FAILED|GRAPHQL_PARSE_FAILED)"/;
const refusedByForm = /"code":"BAD_USER_INPUT"/;
const refusedByGate = /"code":"(FORBIDDEN|UNAUTHENTICATED)"/;

/** Calls every operation as a stranger: with his own ids, with all ids foreign, and with one foreign id among his own; each beside ids of nothing. */
export async function walkAsStranger(
  visitor: Visitor,
  operations: readonly Operation[],
  { coverage, ids }: { coverage: Coverage; ids: IdSets },
): Promise<Findings> {
  const findings = nothingFound();
  for (const operation of operations.filter(({ kind }) => kind !== 'subscription')) {
    const [document = '', ...more] = operation.documents;
    for (let way = 0; way < waysOf(operation.field.args); way++) {
      const leaves = new Map<string, string>();
      for (const optional of [true, false]) {
        const idFor = noting(leaves, ids.own);
        const got = await call(visitor, { operation, document }, variablesFor(operation, coverage, { idFor, optional, way }));
        note(coverage, operation, got);
        if (refusedByForm.test(got.body)) findings.refused.push({ name: operation.field.name, said: brief(got) });
        // With everything given: so are the calls that are compared.
        else if (optional && !refusedByGate.test(got.body)) findings.taken.push(operation.field.name);
        if (operation.field.args.length === 0) break;
      }
      if (operation.field.args.length === 0) break;
      const given = { visitor, operation, document, coverage, findings, way };
      if ([...leaves.values()].some((kind) => !known.includes(kind)))
        await compare(() => true, 'all', { ...given, ids: { ...ids, random: withKnown(ids) } });
      for (const leaf of leaves.keys()) await compare((at) => at === leaf, leaf, { ...given, ids });
    }
    for (const other of more) {
      const idFor = mixed(ids.own, ids.foreign, () => true);
      note(
        coverage,
        operation,
        await call(visitor, { operation, document: other }, variablesFor(operation, coverage, { idFor, optional: true, way: 0 })),
      );
    }
  }
  return findings;
}

const known: readonly string[] = ['buyer', 'supplier', 'catalog.part', 'another part', 'catalog.manufacturer'];

/** Ids of nothing, but of parties and parts that everybody may know: those are asked about one by one. */
function withKnown({ foreign, random }: IdSets): Ids {
  return new Map([...random, ...known.map((kind) => [kind, foreign.get(kind) ?? ''] as const)]);
}

interface Comparison {
  visitor: Visitor;
  operation: Operation;
  document: string;
  coverage: Coverage;
  ids: IdSets;
  findings: Findings;
  way: number;
}

async function compare(foreign: (at: string) => boolean, what: string, { findings, ...given }: Comparison): Promise<void> {
  const { visitor, operation, document, coverage, ids, way } = given;
  const ask = async (other: Ids): Promise<Got> => {
    const variables = variablesFor(operation, coverage, { idFor: mixed(ids.own, other, foreign), optional: true, way });
    return call(visitor, { operation, document }, variables);
  };
  const named = `${operation.field.name}: ${what}`;
  const [theirs, nobodys] = [await ask(ids.foreign), await ask(ids.random)];
  findings.compared += 1;
  if (shapeOf(theirs) === shapeOf(nobodys) || knownToAll.has(named)) return;
  findings.told.push(`${visitor.name} ${named}: ${difference(shapeOf(theirs), shapeOf(nobodys))}`);
}

/**
 * Every id of the victim in every id-taking argument, whatever it is an id of: beside an id of nothing. Thousands of calls, for the full form.
 * Signing in is left out, since tries beyond a few are all answered alike and would shut out whoever signs in next.
 */
export async function walkEveryId(
  visitor: Visitor,
  operations: readonly Operation[],
  { coverage, ids }: { coverage: Coverage; ids: IdSets },
): Promise<Findings> {
  const findings = nothingFound();
  for (const operation of operations.filter(({ kind, field }) => kind !== 'subscription' && !/^signIn/.test(field.name))) {
    const leaves = new Map<string, string>();
    const document = operation.documents[0] ?? '';
    variablesFor(operation, coverage, { idFor: noting(leaves), optional: true, way: 0 });
    for (const leaf of [...leaves.keys()].filter((one) => !knownToAll.has(`${operation.field.name}: ${one}`))) {
      for (const id of new Set(ids.foreign.values())) {
        const foreign = new Map([...ids.foreign.keys()].map((kind) => [kind, id]));
        await compare((at) => at === leaf, leaf, {
          visitor,
          operation,
          document,
          coverage,
          ids: { ...ids, foreign },
          findings,
          way: 0,
        });
      }
    }
  }
  return findings;
}

/** Fills with one's own ids and remembers which arguments take one, and of what. */
function noting(leaves: Map<string, string>, own: Ids = new Map()): (kind: string, at: string) => string {
  return (kind, at) => {
    leaves.set(at, kind);
    return own.get(kind) ?? '';
  };
}

/** Both from a little before the first character that differs. */
function difference(one: string, other: string): string {
  const at = [...one].findIndex((character, i) => character !== other[i]);
  const from = Math.max(0, (at < 0 ? one.length : at) - 60);
  return `…${one.slice(from, from + 160)} against …${other.slice(from, from + 160)}`;
}

const brief = (got: Got): string => got.body.replace(/\s+/g, ' ').slice(0, 300);

function note(coverage: Coverage, operation: Operation, got: Got): void {
  if (malformed.test(got.body)) coverage.refused.add(`${operation.field.name}: ${brief(got)}`);
}

/** Calls every operation as somebody who may not: a guest, or a member of the victim from whom every role was taken. */
export async function walkAsShutOut(
  visitor: Visitor,
  operations: readonly Operation[],
  { coverage, ids, member }: { coverage: Coverage; ids: Ids; member: boolean },
): Promise<Findings> {
  const findings = nothingFound();
  for (const operation of operations) {
    const { gate, field, documents } = operation;
    // Subscriptions go over sockets. What every member may see of his own organisation is no leak, and leaving it is his right.
    if (operation.kind === 'subscription' || (member && gate !== 'permission')) continue;
    for (const document of documents) {
      const got = await call(
        visitor,
        { operation, document },
        variablesFor(operation, coverage, { idFor: (kind) => ids.get(kind) ?? '', optional: true, way: 0 }),
      );
      note(coverage, operation, got);
      const wanted = member ? 'FORBIDDEN' : 'UNAUTHENTICATED';
      const shut = got.body.includes(`"code":"${wanted}"`) && !/"data":\{"\w+":[^n]/.test(got.body);
      if (gate !== 'everybody' && !shut) findings.gates.push(`${field.name} is not shut to ${visitor.name}: ${brief(got)}`);
    }
  }
  return findings;
}

/** Calls every query as the owner of the canaries: what he is shown the search must notice. */
export async function walkAsOwner(
  visitor: Visitor,
  operations: readonly Operation[],
  { coverage, ids }: { coverage: Coverage; ids: Ids },
): Promise<void> {
  for (const operation of operations.filter(({ kind }) => kind === 'query')) {
    for (const document of operation.documents) {
      for (const optional of [true, false]) {
        await call(
          visitor,
          { operation, document },
          variablesFor(operation, coverage, { idFor: (kind) => ids.get(kind) ?? '', optional, way: 0 }),
        );
      }
    }
  }
}

/** Goes on with the owner's own cursors as a stranger, from both ends. */
export async function walkPages(
  owner: Visitor,
  stranger: Visitor,
  { operations, coverage, ids }: { operations: readonly Operation[]; coverage: Coverage; ids: IdSets },
): Promise<void> {
  for (const operation of operations.filter(pages)) {
    const asked = (sets: Ids, more: object): object => ({
      ...variablesFor(operation, coverage, { idFor: (kind) => sets.get(kind) ?? '', optional: false, way: 0 }),
      ...more,
    });
    const document = operation.documents.find((text) => text.includes('Cursor')) ?? operation.documents[0]!;
    const { body } = await call(owner, { operation, document }, asked(ids.foreign, { first: 1 }));
    const cursor = /"endCursor(?:Of\w+)?":"([^"]+)"/.exec(body)?.[1] ?? 'WyJ4Il0';
    for (const sets of [ids.own, ids.foreign]) {
      await call(stranger, { operation, document }, asked(sets, { first: 20, after: cursor }));
      await call(stranger, { operation, document }, asked(sets, { last: 20, before: cursor }));
    }
    for (const name of ['after', 'last', 'before']) coverage.inputs.add(`${operation.field.name}.${name}`);
  }
}
