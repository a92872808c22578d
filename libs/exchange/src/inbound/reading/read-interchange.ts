import {
  type Decoded,
  decodeEdifact,
  decodeSet,
  interchangeAcknowledgementTa1,
  messages,
  readEdifact,
  readInterchangeAcknowledgements,
  readInterchanges,
  type X12Interchange,
  x12TableOf,
} from '#libs/documents';
import type { Tables } from '../../translate/tables.js';
import type { Read, Reading } from './read-document.js';
import { type BusinessDocument, isTaken, numberOf } from './taken-document.js';

/** What a table made of a document, under its coordinate. */
export function readAs(coordinate: string, { document, problems }: Decoded<BusinessDocument>): Read {
  const number = document && numberOf(document);
  return { coordinate, problems, ...(document ? { document } : {}), ...(number === undefined ? {} : { businessNumber: number }) };
}

/** Every set of the interchanges in a file of X12, and the acknowledgements that stand in one instead of sets. */
export function readX12(bytes: Buffer, tables: Tables): Reading {
  const { interchanges, problems } = readInterchanges(bytes);
  return {
    documents: interchanges.flatMap((interchange) => [...readTa1(interchange), ...readSets(interchange, tables)]),
    problems: [...problems, ...interchanges.flatMap((interchange) => interchange.problems)],
    interchanges,
  };
}

const readTa1 = (interchange: X12Interchange): Read[] =>
  readInterchangeAcknowledgements(interchange).map((decoded) => readAs(interchangeAcknowledgementTa1.coordinate, decoded));

function readSets({ groups }: X12Interchange, tables: Tables): Read[] {
  return groups
    .flatMap(({ sets }) => sets)
    .map((set) => {
      const coordinate = `x12:${set.release || '004010'}:${set.type}`;
      const table = x12TableOf(set);
      if (isTaken(table)) return { ...readAs(coordinate, decodeSet(tables(table), set)), set };
      const message = `The hub does not take the transaction set ${set.type} yet.`;
      return { coordinate, set, problems: [{ at: 'ST01', code: 'X12_SET_UNKNOWN', message, severity: 'error' }] };
    });
}

/** Every message of the interchanges in a file of EDIFACT, by the table of its own directory. */
export function readEdifactFile(bytes: Buffer, tables: Tables): Reading {
  const { interchanges, problems } = readEdifact(bytes);
  const all = interchanges.flatMap(({ groups }) => groups.flatMap((group) => group.messages));
  return {
    documents: all.map((edifact) => {
      const coordinate = `edifact:${edifact.release}:${edifact.type}`;
      const table = messages.get(coordinate);
      if (isTaken(table)) return { ...readAs(coordinate, decodeEdifact(tables(table), edifact)), edifact };
      const message = `The hub does not take the message ${edifact.type.slice(0, 20)} yet.`;
      return { coordinate, edifact, problems: [{ at: 'UNH02', code: 'EDIFACT_MESSAGE_UNKNOWN', message, severity: 'error' }] };
    }),
    problems: [...problems, ...interchanges.flatMap((interchange) => interchange.problems)],
    edifact: interchanges,
  };
}
