import { readFile, writeFile } from 'node:fs/promises';
import { Command, Option } from 'commander';
import type { Described, FoundDocument, Problem } from '#libs/documents';
import { Ended, exits } from './exits.js';

const formats = ['ubl', 'cii', 'cxml', 'x12', 'edifact', 'ocds', 'oci', 'opentrans', 'json'] as const;

interface ConvertOptions {
  to: (typeof formats)[number];
  release?: string;
  out?: string;
  production?: boolean;
}

/** `entrepot documents ...`: what is in a file of trade, the same in another format, and which format can say what. Needs no hub. */
export const documentsCommand = (): Command =>
  new Command('documents')
    .description('Documents of trade in UBL, CII, cXML, X12, EDIFACT, openTRANS, OCDS and OCI. Nothing is sent anywhere.')
    .addCommand(
      new Command('check')
        .description(
          'Says what is in each file and every problem with its place; invoices by the rules of EN 16931 and Peppol they name. Exit code 1 when one of them has an error.',
        )
        .argument('<files...>', 'the files; their format is told by their content')
        .option('--json', 'one JSON object per file: file, format, documents, ok, problems')
        .action(check),
    )
    .addCommand(
      new Command('convert')
        .description(
          'Writes the documents of a file in another format. What that cannot say is named; with an error nothing is written.',
        )
        .argument('<file>', 'the file')
        .addOption(new Option('--to <format>', 'the format to write').choices(formats).makeOptionMandatory())
        .option('--release <release>', 'of X12 (004010, 005010) or EDIFACT (D.96A, D.01B)')
        .option('--out <file>', 'where to write; default: standard output')
        .option('--production', 'marks what is written as no test')
        .action(convert),
    )
    .addCommand(
      new Command('describe')
        .description(
          'Says what the documents of each file are: format, version, parties, lines, and how many problems they have.',
        )
        .argument('<files...>', 'the files')
        .option('--json', 'one JSON object per file: file, format, documents')
        .action(describe),
    )
    .addCommand(
      new Command('diff')
        .description(
          'Compares what two files say, whatever their formats: lines by their numbers, amounts by their worth. Exit code 1 when they differ.',
        )
        .argument('<left>', 'a file')
        .argument('<right>', 'another file')
        .option('--json', 'a JSON list of differences: document, at, left, right')
        .action(diff),
    )
    .addCommand(
      new Command('kinds').description('Which format has which kind of document.').option('--json', 'as JSON').action(kinds),
    );

async function bytesOf(file: string): Promise<Uint8Array> {
  return readFile(file).catch(() => {
    throw new Ended(exits.failed, `The file ${file} cannot be read.`);
  });
}

const sentence = ({ severity, code, at, line, message }: Problem): string =>
  `${severity} ${code} ${at}${line === undefined ? '' : ` (line ${line})`}: ${message}`;

async function check(files: readonly string[], options: { json?: boolean }): Promise<void> {
  const { hasError, readDocuments } = await import('#libs/documents');
  let bad = 0;
  for (const file of files) {
    const { format, documents, problems } = readDocuments(await bytesOf(file), { rules: true });
    const ok = documents.length > 0 && ![problems, ...documents.map((one) => one.problems)].some(hasError);
    if (!ok) bad += 1;
    if (options.json) {
      const told = documents.map(({ document: _content, ...about }) => about);
      console.log(JSON.stringify({ file, format, documents: told, ok, problems }));
      continue;
    }
    console.log(`${file}: ${format}, ${documents.length} documents, ${ok ? 'ok' : 'with errors'}`);
    for (const problem of problems) console.log(`  ${sentence(problem)}`);
    for (const document of documents) tell(document);
  }
  if (bad > 0) throw new Ended(exits.findings, `${bad} of ${files.length} files have errors.`);
}

function tell({ message, kind, document, problems }: FoundDocument): void {
  const { number } = (document ?? {}) as { number?: string };
  console.log(`  ${message}${kind === undefined ? '' : ` (${kind})`}${number === undefined ? '' : ` ${number}`}`);
  for (const problem of problems) console.log(`    ${sentence(problem)}`);
}

async function describe(files: readonly string[], options: { json?: boolean }): Promise<void> {
  const { describeDocument, readDocuments } = await import('#libs/documents');
  let unread = 0;
  for (const file of files) {
    const { format, documents, problems } = readDocuments(await bytesOf(file));
    const told = documents.map(describeDocument);
    if (told.length === 0) unread += 1;
    if (options.json) {
      console.log(JSON.stringify({ file, format, documents: told, problems }));
      continue;
    }
    console.log(`${file}: ${format}, ${told.length} documents`);
    for (const problem of problems) console.log(`  ${sentence(problem)}`);
    for (const one of told) console.log(inWords(one));
  }
  if (unread > 0) throw new Ended(exits.findings, `${unread} of ${files.length} files hold no document.`);
}

function inWords({
  message,
  standard,
  release,
  kind,
  number,
  issuedOn,
  currency,
  payable,
  parties,
  lines,
  problems,
}: Described): string {
  const facts = [
    number === undefined ? '' : `number ${number}`,
    issuedOn === undefined ? '' : `of ${issuedOn}`,
    lines === undefined ? '' : `${lines} lines`,
    payable === undefined ? '' : `${payable} ${currency ?? ''}`.trim(),
    ...parties.map(({ role, name, identifiers }) => `${role} ${[name, ...identifiers].filter(Boolean).join(' ')}`),
    `${problems.error} errors, ${problems.warning} warnings, ${problems.info} remarks`,
  ];
  const title = [message, standard && `${standard} ${release ?? ''}`.trim(), kind].filter(Boolean).join(', ');
  return [`  ${title}`, ...facts.filter((fact) => fact !== '').map((fact) => `    ${fact}`)].join('\n');
}

async function diff(left: string, right: string, options: { json?: boolean }): Promise<void> {
  const { diffDocuments } = await import('#libs/documents');
  const [ours, theirs] = [await wholeOf(left), await wholeOf(right)];
  if (ours.length !== theirs.length)
    throw new Ended(exits.findings, `${left} holds ${ours.length} documents, ${right} holds ${theirs.length}.`);
  const found = ours.flatMap((document, i) => diffDocuments(document, theirs[i]!).map((one) => ({ document: i + 1, ...one })));
  if (options.json) console.log(JSON.stringify(found, null, 2));
  else for (const one of found) console.log(`${one.document} ${one.at}: ${one.left ?? '-'} | ${one.right ?? '-'}`);
  if (found.length > 0) throw new Ended(exits.findings, `The files differ in ${found.length} values.`);
}

/** The documents of a file that could be read whole; one that could not ends the program. */
async function wholeOf(file: string): Promise<NonNullable<FoundDocument['document']>[]> {
  const { readDocuments } = await import('#libs/documents');
  const { documents, problems } = readDocuments(await bytesOf(file));
  for (const problem of problems) console.error(sentence(problem));
  if (documents.length === 0 || documents.some(({ document }) => document === undefined))
    throw new Ended(exits.findings, `The documents of ${file} could not be read whole.`);
  return documents.flatMap(({ document }) => document ?? []);
}

async function convert(file: string, options: ConvertOptions): Promise<void> {
  const { hasError, readDocuments } = await import('#libs/documents');
  const { documents, problems } = readDocuments(await bytesOf(file));
  for (const problem of [...problems, ...documents.flatMap((one) => one.problems)]) console.error(sentence(problem));
  const read = documents.flatMap(({ document }) => document ?? []);
  if (read.length === 0 || [problems, ...documents.map((one) => one.problems)].some(hasError))
    throw new Ended(exits.findings, 'The file could not be read without error; nothing was written.');
  const texts = await Promise.all(read.map((document) => written(document, options)));
  const text = texts.join('');
  if (options.out === undefined) process.stdout.write(text);
  else
    await writeFile(options.out, text).catch(() =>
      Promise.reject(new Ended(exits.failed, `The file ${options.out} cannot be written.`)),
    );
}

async function written(document: NonNullable<FoundDocument['document']>, options: ConvertOptions): Promise<string> {
  const { cannotSay, hasError, writeDocument } = await import('#libs/documents');
  if (options.to === 'json') return `${JSON.stringify(document, null, 2)}\n`;
  const wishes = { ...(options.release === undefined ? {} : { release: options.release }), test: options.production !== true };
  const { text, problems } = writeDocument(document, options.to, wishes) ?? {
    text: '',
    problems: [cannotSay(document, options.to)],
  };
  for (const problem of problems) console.error(sentence(problem));
  if (hasError(problems)) throw new Ended(exits.findings, `The document cannot be said in ${options.to}; nothing was written.`);
  return text;
}

async function kinds(options: { json?: boolean }): Promise<void> {
  const { documentFormats, documentKinds } = await import('#libs/documents');
  const rows = [...documentKinds()].map(([kind, tables]) => ({
    kind,
    ...Object.fromEntries(
      documentFormats.map((format) => [format, [...new Set(tables[format].map(({ table }) => table.message))]]),
    ),
  }));
  if (options.json) console.log(JSON.stringify(rows, null, 2));
  else
    for (const { kind, ...of } of rows)
      console.log(
        `${kind}: ${Object.entries(of as Record<string, string[]>)
          .filter(([, names]) => names.length > 0)
          .map(([format, names]) => `${format} ${names.join(' ')}`)
          .join('; ')}`,
      );
}
