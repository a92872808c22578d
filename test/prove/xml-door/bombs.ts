import type { XmlCase } from './suite.js';

const bomb = (name: string, text: string): XmlCase => ({ name, verdict: 'not-wf', bytes: Buffer.from(text, 'utf8') });

const entities = (levels: number, each: number): string =>
  Array.from({ length: levels }, (_, i) => `<!ENTITY e${i + 1} "${`&e${i};`.repeat(each)}">`).join('');
const attributes = (count: number): string => Array.from({ length: count }, (_, i) => ` a${i}="1"`).join('');

/** Small files that make a parser work: by entities, depth, width and ends that never come. Refused by rule or by a cap. */
export const ownBombs: readonly XmlCase[] = [
  bomb('a billion laughs', `<!DOCTYPE a [<!ENTITY e0 "ha">${entities(9, 10)}]><a>&e9;</a>`),
  bomb('a square of one entity', `<!DOCTYPE a [<!ENTITY e0 "${'x'.repeat(50_000)}">]><a>${'&e0;'.repeat(50_000)}</a>`),
  bomb('parameter entities', `<!DOCTYPE a [<!ENTITY % p "<!ENTITY q 'x'>"> %p; %p; %p;]><a>&q;</a>`),
  bomb('an entity of another host', '<!DOCTYPE a [<!ENTITY e SYSTEM "http://127.0.0.1:9/x">]><a>&e;</a>'),
  bomb('an entity of a file', '<!DOCTYPE a [<!ENTITY e SYSTEM "file:///dev/zero">]><a>&e;</a>'),
  bomb('an entity that is itself', '<!DOCTYPE a [<!ENTITY e "&e;">]><a b="&e;"/>'),
  bomb('a million levels', '<a>'.repeat(1_000_000)),
  bomb('a million attributes', `<a${attributes(300_000)}/>`),
  bomb('a name of a million letters, never ended', `<${'a'.repeat(1_000_000)}`),
  bomb('DOCTYPE after DOCTYPE', '<!DOCTYPE a '.repeat(100_000)),
  bomb('a DOCTYPE without an end', `<!DOCTYPE a [${' <!-- '.repeat(100_000)}`),
  bomb('comments without an end', '<!-- '.repeat(200_000)),
  bomb('nothing but left brackets', '<'.repeat(1_000_000)),
  bomb('a million references', `<a>${'&lt;'.repeat(1_000_000)}</a>`),
  bomb('instructions without number', '<?a?>'.repeat(200_000)),
  bomb('CDATA without an end', `<a>${'<![CDATA['.repeat(100_000)}`),
];

/** Sixty levels with sixty prefixes each, around three thousand elements that declare one more: well-formed, and a square for whoever copies scopes. */
export const prefixes: XmlCase = {
  name: 'prefixes by the thousand',
  verdict: 'wf',
  bytes: Buffer.from(
    `${Array.from({ length: 60 }, (_, i) => `<a${Array.from({ length: 60 }, (_, j) => ` xmlns:p${i}.${j}="u"`).join('')}>`).join('')}${'<b xmlns:c="d"/>'.repeat(3_000)}${'</a>'.repeat(60)}`,
  ),
};
