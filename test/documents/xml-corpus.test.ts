import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { SaxesParser } from 'saxes';
import { readXml, type XmlElement } from '#libs/documents';

const corpus = new URL('../../../shared/corpus', import.meta.url).pathname;
const present = existsSync(corpus);
if (!present) console.warn('skipped: the shared corpus is not here, so XML is not compared file by file');

const filesBelow = (folder: string): string[] =>
  readdirSync(folder, { withFileTypes: true }).flatMap((entry) =>
    entry.isDirectory() ? filesBelow(join(folder, entry.name)) : [join(folder, entry.name)],
  );

type Event = string;

/** The document as saxes sees it: elements, attributes sorted, runs of text, in order. */
function bySaxes(text: string): Event[] {
  const events: Event[] = [];
  const parser = new SaxesParser({ xmlns: true });
  let run = '';
  const flush = () => {
    if (run !== '') events.push(`text ${run}`);
    run = '';
  };
  parser.on('error', (error) => {
    throw error;
  });
  parser.on('opentag', (tag) => {
    flush();
    const attributes = Object.values(tag.attributes)
      .filter((attribute) => attribute.prefix !== 'xmlns' && attribute.name !== 'xmlns')
      .map((attribute) => `{${attribute.uri}}${attribute.local}=${attribute.value}`);
    events.push(`open {${tag.uri}}${tag.local} ${attributes.sort().join(' ')}`);
  });
  parser.on('text', (value) => {
    run += value;
  });
  parser.on('cdata', (value) => {
    run += value;
  });
  parser.on('closetag', () => {
    flush();
    events.push('close');
  });
  parser.write(text).close();
  return events.filter((event, index) => !(event.startsWith('text') && index === 0));
}

function byUs(element: XmlElement): Event[] {
  const attributes = element.attributes.map((attribute) => `{${attribute.namespace}}${attribute.name}=${attribute.value}`);
  const inner = element.children.flatMap((child) => (typeof child === 'string' ? [`text ${child}`] : byUs(child)));
  return [`open {${element.namespace}}${element.name} ${attributes.sort().join(' ')}`, ...inner, 'close'];
}

(present ? describe : describe.skip)('every XML file of the corpus', () => {
  const files = present
    ? ['ubl/samples', 'ubl/testsets', 'cxml/samples', 'bmecat/samples', 'xml/attacks'].flatMap((folder) =>
        filesBelow(join(corpus, folder)),
      )
    : [];
  const xml = files.filter((file) => statSync(file).size <= 8 * 1024 * 1024 && !/\.(json|txt|csv|md|zip|dtd)$/i.test(file));

  it('is read or refused, never thrown', () => {
    const silent = xml.filter((file) => {
      const { root, problems } = readXml(readFileSync(file));
      return root === undefined && problems.length === 0;
    });
    expect(silent).toEqual([]);
  });

  it('what is read has the elements, attributes and texts that saxes sees', () => {
    const different: string[] = [];
    let compared = 0;
    for (const file of xml) {
      const bytes = readFileSync(file);
      const { root, charset, doctype } = readXml(bytes);
      if (root === undefined || charset !== 'utf-8' || doctype !== undefined) continue;
      compared++;
      const text = new TextDecoder('utf-8').decode(bytes);
      let expected: Event[];
      try {
        expected = bySaxes(text);
      } catch (error) {
        different.push(`${file}: ${String(error)}`);
        continue;
      }
      const ours = byUs(root);
      const at = ours.findIndex((event, index) => event !== expected[index]);
      if (at >= 0 || ours.length !== expected.length) different.push(`${file}: ${ours[at]} / ${expected[at]}`);
    }
    expect(different).toEqual([]);
    console.info(`${compared} of ${xml.length} corpus files compared with saxes`);
  });
});
