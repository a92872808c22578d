import { describe, expect, it } from '@jest/globals';
import { attributeOf, elementsOf, findElement, textOf } from './element.js';
import { readXml } from './read-xml.js';

const bytes = (text: string) => new TextEncoder().encode(text);
const codes = (input: Uint8Array | string) =>
  readXml(typeof input === 'string' ? bytes(input) : input).problems.map((problem) => problem.code);

describe('what is in the document comes out unchanged', () => {
  it('decodes references, CDATA, line ends and attribute values as XML says', () => {
    const { root, problems } = readXml(
      bytes('<a t=" x\r\ny&#10;&quot;&#x20AC;">1.10 &amp; &#8364;&#x1F529;\r\n<![CDATA[<&amp;>]]><!-- c -->007<?pi x?></a>'),
    );
    expect(problems).toEqual([]);
    expect(textOf(root!)).toBe('1.10 & €🔩\n<&amp;>007');
    expect(attributeOf(root!, 't')).toBe(' x y\n"€');
  });

  it('keeps order, mixed content and empty elements', () => {
    const { root } = readXml(bytes('<a>x<b/>y<c> </c>z</a>'));
    expect(root!.children.map((child) => (typeof child === 'string' ? child : child.name))).toEqual(['x', 'b', 'y', 'c', 'z']);
    expect(findElement(root!, 'c')?.children).toEqual([' ']);
  });

  it('resolves namespaces by their name, not by their prefix', () => {
    const text =
      '<o:Order xmlns:o="urn:o" xmlns="urn:d" xmlns:x="urn:x" a="1" x:b="2"><ID/><x:ID xmlns:x="urn:y"/><n xmlns=""/></o:Order>';
    const { root } = readXml(bytes(text));
    expect([root!.namespace, root!.name]).toEqual(['urn:o', 'Order']);
    expect(elementsOf(root!).map((child) => [child.namespace, child.name])).toEqual([
      ['urn:d', 'ID'],
      ['urn:y', 'ID'],
      ['', 'n'],
    ]);
    expect(root!.attributes).toEqual([
      { name: 'a', namespace: '', value: '1' },
      { name: 'b', namespace: 'urn:x', value: '2' },
    ]);
  });

  it('a quotation mark in a processing instruction begins nothing', () => {
    const { root, problems } = readXml(bytes(`<?p '?><a><?p "?>1<![CDATA[<?p '?>]]>2</a><?p "?>`));
    expect(problems).toEqual([]);
    expect(textOf(root!)).toBe(`1<?p '?>2`);
  });

  it('prefixes by the thousand are looked up, not copied from element to element', () => {
    const outer = Array.from({ length: 60 }, (_, i) =>
      Array.from({ length: 60 }, (_, j) => ` xmlns:p${i}.${j}="urn:${i}"`).join(''),
    );
    const text = `${outer.map((declared) => `<a${declared}>`).join('')}${'<p7.3:b xmlns:c="d"/>'.repeat(20_000)}${'</a>'.repeat(60)}`;
    const { root } = readXml(bytes(text));
    let at = root!;
    while (elementsOf(at)[0]?.name === 'a') at = elementsOf(at)[0]!;
    expect(new Set(elementsOf(at).map(({ namespace }) => namespace))).toEqual(new Set(['urn:7']));
  });

  it('knows the line of every element, in the document as sent', () => {
    const { root } = readXml(
      bytes(
        '<?xml version="1.0"?>\r\n<!DOCTYPE cXML SYSTEM "http://xml.cXML.org/schemas/cXML/1.2.050/cXML.dtd">\r\n<a>\r\n<b/>\r\n\r\n<c/></a>',
      ),
    );
    expect([root!.line, ...elementsOf(root!).map((child) => child.line)]).toEqual([3, 4, 6]);
  });

  it('element and attribute names of the language are names like others', () => {
    const { root, problems } = readXml(bytes('<valueOf toString="1"><hasOwnProperty/></valueOf>'));
    expect(problems).toEqual([]);
    expect([root!.name, attributeOf(root!, 'toString'), ...elementsOf(root!).map((child) => child.name)]).toEqual([
      'valueOf',
      '1',
      'hasOwnProperty',
    ]);
    for (const text of ['<a><__proto__/></a>', '<constructor/>', '<prototype/>'])
      expect(codes(text)).toEqual(['XML_NAME_REFUSED']);
  });
});

describe('a DOCTYPE is at most a label', () => {
  it.each([
    '<!DOCTYPE cXML SYSTEM "http://xml.cxml.org/schemas/cXML/1.2.014/cXML.dtd"><cXML/>',
    "<!DOCTYPE cXML SYSTEM 'cXML.dtd'><cXML/>",
    '<!DOCTYPE BMECAT SYSTEM "bmecat_new_catalog.dtd"><BMECAT/>',
    '<!DOCTYPE Order><Order/>',
  ])('%s is read', (text) => expect(codes(text)).toEqual([]));

  it.each([
    '<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>',
    '<!DOCTYPE a SYSTEM "http://xml.cxml.org/schemas/cXML/1.2.014/cXML.dtd" [<!ENTITY % p SYSTEM "http://x/">]><a/>',
    '<!DOCTYPE a PUBLIC "-//W3C//DTD XHTML 1.0//EN" "http://www.w3.org/TR/xhtml1.dtd"><a/>',
    '<!DOCTYPE a SYSTEM "file:///etc/passwd"><a/>',
    '<!DOCTYPE a SYSTEM "http://evil.example/cxml.org/x"><a/>',
  ])('%s is refused', (text) => {
    const { root, problems } = readXml(bytes(text));
    expect(root).toBeUndefined();
    expect(problems.map((problem) => [problem.code, problem.line])).toEqual([['XML_DOCTYPE_REFUSED', 1]]);
    expect(problems[0]!.message).toContain('without');
  });
});

describe('a hostile or broken document is one clear problem', () => {
  const laughs = `<?xml version="1.0"?>\n<!DOCTYPE lolz [\n<!ENTITY lol "lol">\n${Array.from({ length: 9 }, (_, i) => `<!ENTITY lol${i + 1} "${`&lol${i || ''};`.repeat(10)}">`).join('\n')}]>\n<lolz>&lol9;</lolz>`;
  it.each<[string, string | Uint8Array, string, number]>([
    ['a billion laughs', laughs, 'XML_DOCTYPE_REFUSED', 2],
    ['200,000 levels', `${'<a>'.repeat(200_000)}${'</a>'.repeat(200_000)}`, 'XML_TOO_LARGE', 1],
    ['200,000 levels never closed', '<a>\n'.repeat(200_000), 'XML_TOO_LARGE', 65],
    ['too many attributes', `<a ${Array.from({ length: 65 }, (_, i) => `a${i}="1"`).join(' ')}/>`, 'XML_TOO_LARGE', 1],
    ['too many references', `<a>${'&amp;'.repeat(200_001)}</a>`, 'XML_TOO_LARGE', 1],
    ['too many elements', `<a>${'<b/>'.repeat(400_000)}</a>`, 'XML_TOO_LARGE', 1],
    ['more than 8 MiB', `<a>${'x'.repeat(8 * 1024 * 1024)}</a>`, 'XML_TOO_LARGE', 1],
    ['a file cut in the middle', '<Order>\n<Line>\n<Qty>1', 'XML_NOT_WELL_FORMED', 3],
    ['a tag cut in the middle', '<Order>\n<Line a="x', 'XML_NOT_WELL_FORMED', 2],
    ['an endless comment', '<a><!-- x', 'XML_NOT_WELL_FORMED', 1],
    ['tags that cross', '<a>\n<b></a></b>', 'XML_NOT_WELL_FORMED', 2],
    ['two roots', '<a/>\n<b/>', 'XML_NOT_WELL_FORMED', 2],
    ['a bare ampersand', '<a>x & y</a>', 'XML_NOT_WELL_FORMED', 1],
    ['an unknown entity', '<a>&nbsp;</a>', 'XML_NOT_WELL_FORMED', 1],
    ['an illegal character', '<a>\u0001</a>', 'XML_NOT_WELL_FORMED', 1],
    ['a reference to an illegal character', '<a>&#0;</a>', 'XML_NOT_WELL_FORMED', 1],
    ['an attribute twice', '<a b="1" b="2"/>', 'XML_NOT_WELL_FORMED', 1],
    ['an undeclared prefix', '<a>\n<x:b/></a>', 'XML_NOT_WELL_FORMED', 2],
    ['two DOCTYPE lines', '<!DOCTYPE a>\n<!DOCTYPE a><a/>', 'XML_NOT_WELL_FORMED', 2],
    ['too many processing instructions', `<a/>${'<?b?>'.repeat(10_001)}`, 'XML_TOO_LARGE', 1],
    ['a raw control character in XML 1.1', '<?xml version="1.1"?><a>\u0080</a>', 'XML_NOT_WELL_FORMED', 1],
    ['nothing', '', 'XML_EMPTY', 1],
    ['text', 'ISA*00*', 'XML_NOT_WELL_FORMED', 1],
  ])('%s', (_name, input, code, line) => {
    const { problems } = readXml(typeof input === 'string' ? bytes(input) : input);
    expect(problems.map((problem) => [problem.code, problem.line, problem.severity])).toEqual([[code, line, 'error']]);
  });

  // A square of a million would take longer than any test may.
  it('an endless run of one character costs no more than its length', () => {
    for (const text of ['<', '<a ', '<!--', '&', '<![CDATA[', '<?', '<!DOCTYPE ', "<a b='"]) {
      expect(readXml(bytes(text.repeat(Math.floor(1_000_000 / text.length)))).problems.length).toBe(1);
    }
  });
});

describe('the charset is what the bytes are', () => {
  const declared = (charset: string, body: readonly number[]) =>
    Uint8Array.from([...bytes(`<?xml version="1.0" encoding="${charset}"?><a>`), ...body, ...bytes('</a>')]);
  const read = (input: Uint8Array) => readXml(input).root?.children;

  it.each<[string, Uint8Array, string]>([
    ['UTF-8', declared('UTF-8', [0xe2, 0x82, 0xac]), '€'],
    ['UTF-8 with mark', Uint8Array.from([0xef, 0xbb, 0xbf, ...declared('utf-8', [0xc3, 0xbc])]), 'ü'],
    ['ISO-8859-1', declared('ISO-8859-1', [0xfc]), 'ü'],
    ['ISO-8859-1 that means windows-1252', declared('iso-8859-1', [0x80]), '€'],
    ['windows-1252', declared('Windows-1252', [0x80]), '€'],
    ['ISO-8859-2', declared('ISO-8859-2', [0xb1]), 'ą'],
    ['ISO-8859-15', declared('ISO-8859-15', [0xa4]), '€'],
  ])('%s', (_name, input, text) => {
    expect(readXml(input).problems).toEqual([]);
    expect(read(input)).toEqual([text]);
  });

  it.each([true, false])('UTF-16, little end first %s, with and without its mark', (little) => {
    for (const mark of ['\uFEFF', '']) {
      const text = `${mark}<?xml version="1.0" encoding="UTF-16"?><a>螺栓</a>`;
      const buffer = Buffer.from(text, 'utf16le');
      expect(read(little ? buffer : buffer.swap16())).toEqual(['螺栓']);
    }
  });

  it('bytes that are not legal in it are an error with their place', () => {
    const { problems } = readXml(Uint8Array.from([...bytes('<a>\nx'), 0xfc, ...bytes('</a>')]));
    expect(problems.map((problem) => [problem.code, problem.line, problem.column])).toEqual([['XML_BAD_BYTES', 2, 2]]);
    expect(codes(declared('windows-1252', [0x81]))).toEqual(['XML_BAD_BYTES']);
    expect(codes(Buffer.from('\uFEFF<a>\uD800</a>', 'utf16le'))).toEqual(['XML_BAD_BYTES']);
  });

  it('a declaration that does not fit its bytes is said, and read as the bytes are', () => {
    expect(codes(declared('UTF-16', [0x78]))).toEqual(['XML_ENCODING_MISMATCH']);
    expect(codes(Uint8Array.from([0xef, 0xbb, 0xbf, ...declared('ISO-8859-1', [0x78])]))).toEqual(['XML_ENCODING_MISMATCH']);
  });

  it.each(['UTF-7', 'EBCDIC-US', 'GB18030', 'constructor', 'UTF-32'])('%s is not accepted', (charset) => {
    expect(codes(declared(charset, [0x78]))).toEqual(['XML_ENCODING_NOT_SUPPORTED']);
  });

  it.each(['<?xml encoding="UTF-8"?><a/>', '<?xml version="1.0" standalone="maybe"?><a/>', ' <?xml version="1.0"?><a/>'])(
    '%s is not a legal first line',
    (text) => {
      expect(codes(text)).toEqual(['XML_NOT_WELL_FORMED']);
    },
  );
});
