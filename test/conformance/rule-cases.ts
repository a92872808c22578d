import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { checkUblInvoice, elementsOf, en16931Rules, peppolBillingRules, readXml, textOf, type XmlElement } from '#libs/documents';
import { corpusFolder } from './corpus-files.js';

/** How the cases of one official set came out. */
export interface RuleCount {
  set: string;
  /** Rules the set has cases for, and those of them that are written here. */
  rules: number;
  implemented: number;
  /** Expectations about written rules that came out as the publisher says, and those that did not. */
  right: number;
  wrong: string[];
}

const known = new Set([...en16931Rules, ...peppolBillingRules].map(({ id }) => id));
/** Kinds of document that rules of this house judge; the others are counted and not judged. */
const judgedRoots = new Set(['Invoice', 'CreditNote']);

/** Runs every official set of unit cases there is. */
export function judgeSets(): RuleCount[] {
  const root = path.join(corpusFolder, 'ubl/testsets');
  if (!existsSync(root)) return [];
  return readdirSync(root)
    .sort()
    .flatMap((publisher) =>
      readdirSync(path.join(root, publisher))
        .sort()
        .map((set) => judgeSet(path.join(root, publisher, set), `${publisher}/${set}`)),
    );
}

function judgeSet(folder: string, set: string): RuleCount {
  const count: RuleCount = { set, rules: 0, implemented: 0, right: 0, wrong: [] };
  const named = new Set<string>();
  for (const file of readdirSync(folder).filter((name) => name.endsWith('.xml'))) {
    const { root } = readXml(readFileSync(path.join(folder, file)));
    for (const [index, test] of (root === undefined ? [] : elementsOf(root, 'test')).entries()) {
      const [assert] = elementsOf(test, 'assert');
      const document = elementsOf(test).find(({ name }) => name !== 'assert');
      if (assert === undefined || document === undefined) continue;
      judgeCase({ assert, document, name: `${file}#${index + 1}` }, { count, named });
    }
  }
  count.rules = named.size;
  count.implemented = [...named].filter((id) => known.has(id)).length;
  return count;
}

interface Case {
  assert: XmlElement;
  document: XmlElement;
  name: string;
}

function judgeCase({ assert, document, name }: Case, { count, named }: { count: RuleCount; named: Set<string> }): void {
  const isJudged = judgedRoots.has(document.name);
  const found = isJudged ? checkUblInvoice(document, { peppol: true }).map(({ code }) => code) : [];
  for (const expected of elementsOf(assert).filter((one) => ['success', 'error', 'warning', 'fatal'].includes(one.name)))
    for (const id of textOf(expected)
      .split(/[\s,]+/)
      .filter((word) => word !== '')) {
      named.add(id);
      if (!known.has(id) || !isJudged) continue;
      const times = found.filter((code) => code === id).length;
      const wanted = Number(expected.attributes.find((one) => one.name === 'number')?.value) || undefined;
      const isRight = expected.name === 'success' ? times === 0 : wanted === undefined ? times > 0 : times === wanted;
      if (isRight) count.right += 1;
      else count.wrong.push(`${name} ${id}`);
    }
}
