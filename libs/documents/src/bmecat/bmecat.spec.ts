import { describe, expect, it } from '@jest/globals';
import { codesOf, readAll } from '../tabular/testing.js';

const HEADER =
  '<HEADER><CATALOG><LANGUAGE>deu</LANGUAGE><CATALOG_ID>C</CATALOG_ID><CATALOG_VERSION>1.0</CATALOG_VERSION><CURRENCY>EUR</CURRENCY></CATALOG><SUPPLIER><SUPPLIER_NAME>S</SUPPLIER_NAME></SUPPLIER></HEADER>';
const catalogue = (body: string, transaction = 'T_NEW_CATALOG', header = HEADER) =>
  `<BMECAT version="1.2">${header}<${transaction}>${body}</${transaction.split(' ')[0]}></BMECAT>`;
const ORDER = '<ARTICLE_ORDER_DETAILS><ORDER_UNIT>C62</ORDER_UNIT></ARTICLE_ORDER_DETAILS>';
const price = (inner: string, type = 'net_customer') => `<ARTICLE_PRICE price_type="${type}">${inner}</ARTICLE_PRICE>`;
const article = (inner: string, part = 'A') =>
  `<ARTICLE mode="new"><SUPPLIER_AID>${part}</SUPPLIER_AID><ARTICLE_DETAILS><DESCRIPTION_SHORT>n</DESCRIPTION_SHORT></ARTICLE_DETAILS>${inner}</ARTICLE>`;
const priced = (amount: string, rest = '') =>
  article(`${ORDER}<ARTICLE_PRICE_DETAILS>${price(`<PRICE_AMOUNT>${amount}</PRICE_AMOUNT>${rest}`)}</ARTICLE_PRICE_DETAILS>`);

describe('a BMEcat catalogue', () => {
  it('gives every field of a 2005 product, also in the wrong order of elements', async () => {
    const xml = `<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE BMECAT SYSTEM "bmecat_2005_tnc.dtd">
<b:BMECAT xmlns:b="http://www.bmecat.org/bmecat/2005fd" version="2005"><b:HEADER><b:CATALOG><b:LANGUAGE>eng</b:LANGUAGE><b:LANGUAGE default="true">deu</b:LANGUAGE><b:CATALOG_ID>K7</b:CATALOG_ID>
<b:CATALOG_VERSION>2.1</b:CATALOG_VERSION><b:CATALOG_NAME>Normteile</b:CATALOG_NAME><b:DATETIME type="generation_date"><b:DATE>2026-01-02</b:DATE><b:TIME>10:00:00</b:TIME><b:TIMEZONE>+01:00</b:TIMEZONE></b:DATETIME><b:TERRITORY>DE</b:TERRITORY><b:CURRENCY>EUR</b:CURRENCY><b:MIME_ROOT>/img</b:MIME_ROOT></b:CATALOG>
<b:SUPPLIER_IDREF>S1</b:SUPPLIER_IDREF><b:PARTIES><b:PARTY><b:PARTY_ID type="duns">316662592</b:PARTY_ID><b:PARTY_ID type="own">S1</b:PARTY_ID><b:ADDRESS><b:NAME>Schrauben AG</b:NAME></b:ADDRESS></b:PARTY></b:PARTIES></b:HEADER>
<b:T_NEW_CATALOG><b:PRODUCT>
<b:PRODUCT_PRICE_DETAILS><b:VALID_START_DATE>2026-01-01T00:00:00</b:VALID_START_DATE><b:PRODUCT_PRICE price_type="net_list"><b:PRICE_AMOUNT>12.00</b:PRICE_AMOUNT><b:PRICE_CURRENCY>EUR</b:PRICE_CURRENCY><b:TAX>0.19</b:TAX><b:LOWER_BOUND>1</b:LOWER_BOUND><b:TERRITORY>DE</b:TERRITORY><b:PRICE_BASE><b:PRICE_UNIT>C62</b:PRICE_UNIT><b:PRICE_UNIT_FACTOR>25</b:PRICE_UNIT_FACTOR></b:PRICE_BASE></b:PRODUCT_PRICE></b:PRODUCT_PRICE_DETAILS>
<b:PRODUCT_PRICE_DETAILS><b:DATETIME type="valid_start_date"><b:DATE>2026-07-01</b:DATE></b:DATETIME><b:DATETIME type="valid_end_date"><b:DATE>2026-12-31</b:DATE></b:DATETIME><b:PRODUCT_PRICE price_type="net_list"><b:PRICE_AMOUNT>13.00</b:PRICE_AMOUNT><b:LOWER_BOUND>10</b:LOWER_BOUND><b:PRICE_BASE><b:PRICE_UNIT>C62</b:PRICE_UNIT><b:PRICE_UNIT_FACTOR>25</b:PRICE_UNIT_FACTOR></b:PRICE_BASE></b:PRODUCT_PRICE></b:PRODUCT_PRICE_DETAILS>
<b:PRODUCT_ORDER_DETAILS><b:PRICE_QUANTITY>100</b:PRICE_QUANTITY><b:ORDER_UNIT>BX</b:ORDER_UNIT><b:CONTENT_UNIT>C62</b:CONTENT_UNIT><b:NO_CU_PER_OU>25</b:NO_CU_PER_OU><b:QUANTITY_MIN>2</b:QUANTITY_MIN><b:QUANTITY_INTERVAL>2</b:QUANTITY_INTERVAL></b:PRODUCT_ORDER_DETAILS>
<b:PRODUCT_FEATURES><b:REFERENCE_FEATURE_SYSTEM_NAME>UNSPSC-11.2</b:REFERENCE_FEATURE_SYSTEM_NAME><b:REFERENCE_FEATURE_GROUP_ID>31161504</b:REFERENCE_FEATURE_GROUP_ID><b:FEATURE><b:FNAME>Gewinde</b:FNAME><b:FVALUE>M8</b:FVALUE><b:FVALUE>M10</b:FVALUE><b:FUNIT>MMT</b:FUNIT></b:FEATURE><b:FEATURE><b:FTEMPLATE><b:FT_NAME>Norm</b:FT_NAME></b:FTEMPLATE><b:VALUE_IDREF>0173</b:VALUE_IDREF><b:FVALUE_DETAILS>DIN 933</b:FVALUE_DETAILS></b:FEATURE></b:PRODUCT_FEATURES>
<b:USER_DEFINED_EXTENSIONS><b:UDX.X.A>1</b:UDX.X.A><b:UDX.X.B><b:UDX.X.C>2</b:UDX.X.C></b:UDX.X.B></b:USER_DEFINED_EXTENSIONS>
<b:PRODUCT_LOGISTIC_DETAILS><b:COUNTRY_OF_ORIGIN>DE-NW</b:COUNTRY_OF_ORIGIN></b:PRODUCT_LOGISTIC_DETAILS>
<b:MIME_INFO><b:MIME><b:MIME_SOURCE>a.jpg</b:MIME_SOURCE><b:MIME_PURPOSE>normal</b:MIME_PURPOSE></b:MIME></b:MIME_INFO>
<b:PRODUCT_DETAILS><b:DESCRIPTION_SHORT lang="deu">Sechskantschraube &amp; Mutter</b:DESCRIPTION_SHORT><b:DESCRIPTION_SHORT lang="eng"><![CDATA[Bolt <M8>]]></b:DESCRIPTION_SHORT><b:DESCRIPTION_LONG>Lang&#x20AC;</b:DESCRIPTION_LONG><b:INTERNATIONAL_PID type="gtin">4006209796856</b:INTERNATIONAL_PID><b:MANUFACTURER_PID>M-1</b:MANUFACTURER_PID><b:MANUFACTURER_NAME>Acme</b:MANUFACTURER_NAME><b:DELIVERY_TIME>3.0</b:DELIVERY_TIME><b:SPECIAL_TREATMENT_CLASS type="GGVS">1201</b:SPECIAL_TREATMENT_CLASS><b:KEYWORD>Schraube</b:KEYWORD><b:KEYWORD>Schraube</b:KEYWORD><b:REMARKS>neu</b:REMARKS></b:PRODUCT_DETAILS>
<b:SUPPLIER_PID>007</b:SUPPLIER_PID></b:PRODUCT></b:T_NEW_CATALOG></b:BMECAT>`;
    const { header, rows, end, problems } = await readAll(xml);
    expect(header).toEqual({
      format: 'bmecat',
      version: '2005',
      transaction: 'T_NEW_CATALOG',
      mode: 'full',
      catalogueId: 'K7',
      catalogueName: 'Normteile',
      catalogueVersion: '2.1',
      currency: 'EUR',
      supplierName: 'Schrauben AG',
      supplierIds: [
        { scheme: 'duns', value: '316662592' },
        { scheme: 'own', value: 'S1' },
      ],
      generatedAt: '2026-01-02T10:00:00+01:00',
      mediaRoot: '/img',
      language: 'de',
      territory: ['DE'],
      charset: 'utf-8',
    });
    expect(rows).toEqual([
      {
        line: 6,
        action: 'put',
        supplierPart: '007',
        manufacturer: 'Acme',
        manufacturerPart: 'M-1',
        gtin: '4006209796856',
        names: { de: 'Sechskantschraube & Mutter', en: 'Bolt <M8>' },
        descriptions: { de: 'Lang€' },
        orderUnit: 'XBX',
        rawOrderUnit: 'BX',
        contentUnit: 'C62',
        contentPerOrderUnit: '25',
        priceUnit: 'C62',
        priceFactor: { numerator: '25', denominator: '1' },
        prices: [
          {
            type: 'net_list',
            amount: '12.00',
            currency: 'EUR',
            basis: '100',
            fromQuantity: '1',
            validFrom: '2026-01-01',
            territory: ['DE'],
            taxRate: '0.19',
          },
          {
            type: 'net_list',
            amount: '13.00',
            currency: 'EUR',
            basis: '100',
            fromQuantity: '10',
            validFrom: '2026-07-01',
            validTo: '2026-12-31',
          },
        ],
        customerPriceType: 'net_list',
        minimum: '2',
        multiple: '2',
        leadDays: 3,
        leadKind: 'working',
        classifications: [{ system: 'UNSPSC', code: '31161504' }],
        stock: [],
        hazmat: 'GGVS 1201',
        countryOfOrigin: 'DE',
        keywords: ['Schraube'],
        media: [{ kind: 'normal', source: 'a.jpg' }],
        features: [
          { name: 'Gewinde', values: ['M8', 'M10'], unit: 'MMT' },
          { name: 'Norm', values: ['DIN 933'] },
        ],
        extensions: [
          { path: 'REMARKS', value: 'neu' },
          { path: 'UDX.X.A', value: '1' },
          { path: 'UDX.X.B/UDX.X.C', value: '2' },
        ],
      },
    ]);
    expect(codesOf(problems)).toEqual(['UNIT_TRANSLATED 6 ORDER_DETAILS/ORDER_UNIT']);
    expect(end).toEqual({ complete: true, rows: 1, refused: 0, errors: 0, warnings: 0 });
  });

  it('maps transaction and mode to actions, and leaves the published basis to a price update', async () => {
    const body = '<ARTICLE mode="M"><SUPPLIER_AID>A</SUPPLIER_AID></ARTICLE>';
    const action = async (transaction: string, mode: string) => {
      const { rows, problems, header } = await readAll(
        catalogue(body.replace('mode="M"', mode === '' ? '' : `mode="${mode}"`), `${transaction} prev_version="4"`),
      );
      expect(header).toMatchObject({ prevVersion: '4', mode: transaction === 'T_NEW_CATALOG' ? 'full' : 'delta' });
      return rows[0]?.action ?? problems[0]?.code;
    };
    expect(await Promise.all(['new', 'update', 'delete', '', 'burn'].map((mode) => action('T_UPDATE_PRODUCTS', mode)))).toEqual([
      'add',
      'change',
      'delete',
      'put',
      'ACTION_NOT_HERE',
    ]);
    expect(await Promise.all(['new', 'delete', ''].map((mode) => action('T_NEW_CATALOG', mode)))).toEqual([
      'put',
      'delete',
      'put',
    ]);
    expect(await Promise.all(['', 'update', 'delete'].map((mode) => action('T_UPDATE_PRICES', mode)))).toEqual([
      'price',
      'price',
      'ACTION_NOT_HERE',
    ]);
    const { rows } = await readAll(
      catalogue(
        `<ARTICLE><SUPPLIER_AID>A</SUPPLIER_AID><ARTICLE_PRICE_DETAILS>${price('<PRICE_AMOUNT>4.20</PRICE_AMOUNT>')}</ARTICLE_PRICE_DETAILS></ARTICLE>`,
        'T_UPDATE_PRICES prev_version="4"',
      ),
    );
    expect(rows[0]?.prices).toEqual([{ type: 'net_customer', amount: '4.20', currency: 'EUR', fromQuantity: '1' }]);
  });

  it('warns of an update that does not say what it builds on', async () => {
    expect(codesOf((await readAll(catalogue('', 'T_UPDATE_PRICES'))).problems)).toEqual([
      'PREV_VERSION_MISSING 1 T_UPDATE_PRICES',
    ]);
  });

  it('hands groups and the map at the end on as events', async () => {
    const groups =
      '<CATALOG_GROUP_SYSTEM><GROUP_SYSTEM_ID>1</GROUP_SYSTEM_ID><CATALOG_STRUCTURE type="root"><GROUP_ID>1</GROUP_ID><GROUP_NAME>Alles</GROUP_NAME><PARENT_ID>0</PARENT_ID></CATALOG_STRUCTURE></CATALOG_GROUP_SYSTEM>';
    const map =
      '<ARTICLE_TO_CATALOGGROUP_MAP><ART_ID>A</ART_ID><CATALOG_GROUP_ID>1</CATALOG_GROUP_ID></ARTICLE_TO_CATALOGGROUP_MAP><ARTICLE_TO_CATALOGGROUP_MAP><ART_ID>A</ART_ID></ARTICLE_TO_CATALOGGROUP_MAP>';
    const read = await readAll(catalogue(groups + priced('1') + map));
    expect(read.groups).toEqual([{ line: 1, id: '1', parentId: '0', type: 'root', names: { de: 'Alles' } }]);
    expect(read.map).toEqual([{ line: 1, supplierPart: 'A', groupId: '1', action: 'add' }]);
    expect(codesOf(read.problems)).toEqual(['GROUP_MAP_INCOMPLETE 1 ARTICLE_TO_CATALOGGROUP_MAP']);
  });

  it.each([
    ['17,23', '17.23', ['DECIMAL_COMMA']],
    ['1.234,5', '1234.5', ['DECIMAL_COMMA']],
    ['17.2300', '17.2300', []],
    ['1,234', undefined, ['NUMBER_AMBIGUOUS']],
    ['-1', undefined, ['PRICE_NEGATIVE']],
    ['auf Anfrage', undefined, ['NUMBER_INVALID']],
  ])('reads the price %s as %s', async (written, amount, codes) => {
    const { rows, problems } = await readAll(catalogue(priced(written)));
    expect(rows[0]?.prices[0]?.amount).toBe(amount);
    expect(problems.map((problem) => problem.code)).toEqual(codes);
  });

  it('multiplies by PRICE_FACTOR exactly and reads TAX 16 as a percentage', async () => {
    const { rows, problems } = await readAll(catalogue(priced('10.10', '<PRICE_FACTOR>,8</PRICE_FACTOR><TAX>16</TAX>')));
    expect(rows[0]?.prices[0]).toMatchObject({ amount: '8.080', taxRate: '0.16' });
    expect(problems.map((problem) => problem.code)).toEqual(['DECIMAL_COMMA', 'PRICE_FACTOR_APPLIED', 'TAX_PERCENT']);
  });

  it.each([
    [['gros_list', 'net_list', 'net_customer'], 'net_customer', []],
    [['nrp', 'net_list'], 'net_list', []],
    [['EK_ohne_MWST', 'UVP'], 'EK_ohne_MWST', []],
    [['udp_dummy', 'nrp'], 'udp_dummy', ['PRICE_TYPE_ASSUMED']],
    [['gros_list', 'nrp'], undefined, ['PRICE_TYPE_UNKNOWN']],
    [['udp_a', 'udp_b'], undefined, ['PRICE_TYPE_UNKNOWN']],
  ])('of the price types %j chooses %s', async (types, chosen, codes) => {
    const prices = types.map((type, i) => price(`<PRICE_AMOUNT>${i + 1}</PRICE_AMOUNT>`, type)).join('');
    const { rows, problems } = await readAll(
      catalogue(article(`${ORDER}<ARTICLE_PRICE_DETAILS>${prices}</ARTICLE_PRICE_DETAILS>`)),
    );
    expect(rows[0]?.prices.map((entry) => entry.type)).toEqual(types);
    expect(rows[0]?.customerPriceType).toBe(chosen);
    expect(problems.map((problem) => problem.code)).toEqual(codes);
  });

  it('keeps a repeated price once and refuses two that contradict each other', async () => {
    const same =
      price('<PRICE_AMOUNT>1.0</PRICE_AMOUNT>') + price('<PRICE_AMOUNT>1.00</PRICE_AMOUNT><LOWER_BOUND>1.0</LOWER_BOUND>');
    const kept = await readAll(catalogue(article(`${ORDER}<ARTICLE_PRICE_DETAILS>${same}</ARTICLE_PRICE_DETAILS>`)));
    expect(kept.rows[0]?.prices.map((entry) => entry.amount)).toEqual(['1.0']);
    const two = price('<PRICE_AMOUNT>1</PRICE_AMOUNT>') + price('<PRICE_AMOUNT>2</PRICE_AMOUNT>');
    const refused = await readAll(catalogue(article(`${ORDER}<ARTICLE_PRICE_DETAILS>${two}</ARTICLE_PRICE_DETAILS>`)));
    expect(refused.problems.map((problem) => problem.code)).toEqual(['PRICE_DUPLICATE']);
    expect(refused.refused).toEqual([{ line: 1, action: 'put', supplierPart: 'A' }]);
  });

  describe('PRICE_BASE holds for its own price', () => {
    const order =
      '<ARTICLE_ORDER_DETAILS><ORDER_UNIT>XBX</ORDER_UNIT><CONTENT_UNIT>C62</CONTENT_UNIT><NO_CU_PER_OU>100</NO_CU_PER_OU></ARTICLE_ORDER_DETAILS>';
    const per = (amount: string, type: string, factor?: string) =>
      price(
        `<PRICE_AMOUNT>${amount}</PRICE_AMOUNT>${factor === undefined ? '' : `<PRICE_BASE><PRICE_UNIT>C62</PRICE_UNIT><PRICE_UNIT_FACTOR>${factor}</PRICE_UNIT_FACTOR></PRICE_BASE>`}`,
        type,
      );
    const read = (...prices: string[]) =>
      readAll(catalogue(article(`${order}<ARTICLE_PRICE_DETAILS>${prices.join('')}</ARTICLE_PRICE_DETAILS>`)));
    const factor = { numerator: '100', denominator: '1' };

    it.each<[string, string[], unknown, string[]]>([
      [
        'a customer price per box beside a list price per piece stays per box',
        [per('0.12', 'net_list', '100'), per('10.00', 'net_customer')],
        { type: 'net_customer', unit: undefined, factor: undefined, amounts: ['10.00'] },
        ['PRICE_BASE_LEFT_OUT'],
      ],
      [
        'a customer price per piece beside a list price per box stays per piece',
        [per('12.00', 'net_list'), per('0.10', 'net_customer', '100')],
        { type: 'net_customer', unit: 'C62', factor, amounts: ['0.10'] },
        ['PRICE_BASE_LEFT_OUT'],
      ],
      [
        'prices per the same unit are all kept',
        [per('0.12', 'net_list', '100'), per('0.10', 'net_customer', '100.0')],
        { type: 'net_customer', unit: 'C62', factor: { numerator: '100.0', denominator: '1' }, amounts: ['0.12', '0.10'] },
        [],
      ],
    ])('%s', async (_name, prices, expected, codes) => {
      const { rows, problems } = await read(...prices);
      const [row] = rows;
      expect({
        type: row?.customerPriceType,
        unit: row?.priceUnit,
        factor: row?.priceFactor,
        amounts: row?.prices.map(({ amount }) => amount),
      }).toEqual(expected);
      expect(problems.map((problem) => problem.code)).toEqual(codes);
    });

    it('refuses a row whose customer prices are per different units', async () => {
      const second = per('0.09', 'net_customer', '100').replace(
        '</ARTICLE_PRICE>',
        '<LOWER_BOUND>10</LOWER_BOUND></ARTICLE_PRICE>',
      );
      const { rows, refused, problems } = await read(per('10.00', 'net_customer'), second);
      expect([rows, refused]).toEqual([[], [{ line: 1, action: 'put', supplierPart: 'A' }]]);
      expect(problems.map(({ code, column }) => [code, column])).toEqual([['PRICE_BASE_DIFFERS', 'PRICE/PRICE_BASE/PRICE_UNIT']]);
    });
  });

  it('refuses a price factor that contradicts the content', async () => {
    const order =
      '<ARTICLE_ORDER_DETAILS><ORDER_UNIT>BX</ORDER_UNIT><CONTENT_UNIT>C62</CONTENT_UNIT><NO_CU_PER_OU>25</NO_CU_PER_OU></ARTICLE_ORDER_DETAILS>';
    const inverse = price(
      '<PRICE_AMOUNT>1</PRICE_AMOUNT><PRICE_BASE><PRICE_UNIT>C62</PRICE_UNIT><PRICE_UNIT_FACTOR>0.04</PRICE_UNIT_FACTOR></PRICE_BASE>',
    );
    const { problems, rows } = await readAll(
      catalogue(article(`${order}<ARTICLE_PRICE_DETAILS>${inverse}</ARTICLE_PRICE_DETAILS>`)),
    );
    expect(rows).toEqual([]);
    expect(problems.at(-1)).toMatchObject({ code: 'FACTOR_CONTRADICTS', column: 'PRICE/PRICE_BASE/PRICE_UNIT_FACTOR' });
  });

  it('reads ISO-8859-1, windows-1252 and UTF-16 by their declaration or mark', async () => {
    const xml = (encoding: string) =>
      `<?xml version="1.0" encoding="${encoding}"?>${catalogue(article(ORDER).replace('>n<', '>Größe – Ø<'))}`;
    const latin = Buffer.from(xml('ISO-8859-1').replace('–', '-'), 'latin1');
    expect((await readAll(latin)).rows[0]?.names).toEqual({ de: 'Größe - Ø' });
    const windows = Buffer.from(xml('windows-1252').replace('–', '\u0096'), 'latin1');
    expect((await readAll(windows)).rows[0]?.names).toEqual({ de: 'Größe – Ø' });
    const utf16 = Buffer.from(`\ufeff${xml('UTF-16')}`, 'utf16le');
    expect((await readAll(utf16)).rows[0]?.names).toEqual({ de: 'Größe – Ø' });
    const lying = await readAll(Buffer.from(xml('UTF-8'), 'latin1'));
    expect(lying.problems.at(-1)).toMatchObject({ code: 'CHARSET_WRONG', fatal: true });
    const mislabelled = await readAll(Buffer.from(xml('UTF-16')));
    expect(mislabelled.rows[0]?.names).toEqual({ de: 'Größe – Ø' });
    expect(mislabelled.problems.map((problem) => problem.code)).toEqual(['PRICE_MISSING', 'CHARSET_MISLABELLED']);
  });
});

describe('hostile and broken XML ends the reading at once', () => {
  const laughs = `<!DOCTYPE BMECAT [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;">]>`;
  it.each([
    ['billion laughs', `${laughs}<BMECAT>&b;</BMECAT>`, 'XML_INTERNAL_SUBSET'],
    ['a PUBLIC identifier', `<!DOCTYPE BMECAT PUBLIC "-//x" "http://x/y.dtd">${catalogue('')}`, 'XML_DOCTYPE_REFUSED'],
    ['an entity nobody declared', catalogue(article('&nbsp;')), 'XML_NOT_WELL_FORMED'],
    ['200,000 levels', `<BMECAT>${'<a>'.repeat(200_000)}`, 'XML_TOO_DEEP'],
    ['100,000 attributes', `<BMECAT ${Array.from({ length: 100_000 }, (_, i) => `a${i}="x"`).join(' ')}>`, 'XML_TOO_LARGE'],
    ['a text of 10 MB', catalogue(article(`<REMARKS>${'x'.repeat(10_000_000)}</REMARKS>`)), 'XML_TOO_LARGE'],
    ['an attribute of 10 MB', `<BMECAT version="${'x'.repeat(10_000_000)}">`, 'XML_TOO_LARGE'],
    ['a DOCTYPE of 5 MB', `<!DOCTYPE BMECAT SYSTEM "${'x'.repeat(5_000_000)}"><BMECAT/>`, 'XML_TOO_LARGE'],
    ['an element name of 300 characters', `<BMECAT><${'x'.repeat(300)}/></BMECAT>`, 'XML_TOO_LARGE'],
    ['a product of 200,000 elements', catalogue(article('<FEATURE/>'.repeat(200_000))), 'XML_TOO_LARGE'],
    ['a tag that closes nothing', catalogue('</ARTICLE>'), 'XML_NOT_WELL_FORMED'],
    ['two roots', `${catalogue('')}<BMECAT/>`, 'XML_NOT_WELL_FORMED'],
    ['an attribute twice', '<BMECAT version="1.2" version="1.2"/>', 'XML_NOT_WELL_FORMED'],
    ['a bare ampersand', catalogue(article('').replace('>n<', '>a & b<')), 'XML_NOT_WELL_FORMED'],
    ['a file cut in the middle', catalogue(priced('1') + priced('2')).slice(0, -60), 'FILE_TRUNCATED'],
    ['no transaction', `<BMECAT>${HEADER}</BMECAT>`, 'TRANSACTION_MISSING'],
    ['two transactions', `<BMECAT>${HEADER}<T_NEW_CATALOG/><T_UPDATE_PRICES/></BMECAT>`, 'TRANSACTION_MIXED'],
  ])('%s', async (_, xml, code) => {
    const { problems, end } = await readAll(xml);
    expect(problems.at(-1)).toMatchObject({ code, severity: 'error', fatal: true });
    expect(end.complete).toBe(false);
  });

  it('says where a bare ampersand stands, also when no semicolon follows for long', async () => {
    const xml = catalogue(`\n${article('')}\n${article('').replace('>n<', '>AT&T<')}\n${article('').repeat(50)}\n<x>&amp;</x>`);
    const { problems } = await readAll(xml);
    expect(problems.at(-1)).toMatchObject({
      code: 'XML_NOT_WELL_FORMED',
      line: 3,
      values: { reason: 'an & or an entity that XML does not know; write &amp; for &' },
    });
  });

  it('still hands on what stood before the fault', async () => {
    const { rows, problems, end } = await readAll(catalogue(priced('1.00')).replace('</T_NEW', '<oops'));
    expect(rows.map((row) => row.supplierPart)).toEqual(['A']);
    expect(problems.map((problem) => problem.code)).toEqual(['XML_ELEMENT_UNEXPECTED', 'XML_NOT_WELL_FORMED']);
    expect(end).toEqual({ complete: false, rows: 1, refused: 0, errors: 1, warnings: 1 });
  });
});

describe('the internal subset that BMEcat 1.01 and 1.2 prescribe for user-defined extensions', () => {
  const declared = '<!ENTITY % USERDEFINES "(UDX.A.NOTE?,(UDX.B|UDX.C)*)">';
  const doctype = (subset: string, head = 'BMECAT SYSTEM "bmecat_new_catalog_1_2.dtd"') => `<!DOCTYPE ${head} [${subset}]>`;

  it.each([
    ['alone', declared],
    ['with its elements', `${declared}\n<!ELEMENT UDX.A.NOTE (#PCDATA)>\n\t<!ELEMENT UDX.B (UDX.C?,UDX.D+)>\n`],
    ['in single quotes', "<!ENTITY % USERDEFINES '(UDX.A.NOTE?)'>"],
  ])('is passed over %s, and the products are read', async (_, subset) => {
    const { rows, end, problems } = await readAll(doctype(subset) + catalogue(priced('1')));
    expect(problems.filter((problem) => problem.fatal)).toEqual([]);
    expect([rows.length, end.complete]).toEqual([1, true]);
  });

  it('expands nothing: its entity cannot be called', async () => {
    const called = catalogue(article('')).replace('>n<', '>&USERDEFINES;<');
    const { problems } = await readAll(doctype(declared) + called);
    expect(problems.at(-1)).toMatchObject({ code: 'XML_NOT_WELL_FORMED', fatal: true });
  });

  it.each([
    ['another parameter entity', '<!ENTITY % OTHER "(UDX.A?)">'],
    ['a second declaration', `${declared}${declared}`],
    ['an external entity', '<!ENTITY % USERDEFINES SYSTEM "http://x/evil.dtd">'],
    ['an external entity in front', `<!ENTITY x SYSTEM "file:///etc/passwd">${declared}`],
    ['a general entity behind', `${declared}<!ENTITY lol "lol">`],
    ['a call of an entity', `${declared}%USERDEFINES;`],
    ['a reference inside of the model', '<!ENTITY % USERDEFINES "(UDX.A?,%x;)">'],
    ['markup inside of the model', '<!ENTITY % USERDEFINES "(UDX.A?)><!ENTITY x 1">'],
    ['an element of the standard', `${declared}<!ELEMENT ARTICLE (#PCDATA)>`],
    ['an element of the standard in a model', `${declared}<!ELEMENT UDX.A (ARTICLE?)>`],
    ['an attribute list', `${declared}<!ATTLIST UDX.A x CDATA "y">`],
    ['any content', `${declared}<!ELEMENT UDX.A ANY>`],
    ['a comment', `${declared}<!-- quiet -->`],
    ['a conditional section', `${declared}<![INCLUDE[<!ENTITY a "b">]]>`],
    ['elements without the declaration', '<!ELEMENT UDX.A (#PCDATA)>'],
  ])('refuses %s', async (_, subset) => {
    const { problems, end } = await readAll(doctype(subset) + catalogue(priced('1')));
    expect(['XML_INTERNAL_SUBSET', 'XML_NOT_WELL_FORMED']).toContain(problems.at(-1)?.code);
    expect([problems.at(-1)?.fatal, end.complete]).toEqual([true, false]);
  });

  it.each([
    ['another root', 'BMECAT2 SYSTEM "x.dtd"'],
    ['a PUBLIC identifier', 'BMECAT PUBLIC "-//x" "x.dtd"'],
    ['no SYSTEM name', 'BMECAT'],
  ])('refuses it under %s', async (_, head) => {
    const { problems } = await readAll(doctype(declared, head) + catalogue(priced('1')));
    expect(problems.at(-1)).toMatchObject({ code: 'XML_INTERNAL_SUBSET', fatal: true });
  });

  it('refuses one of a thousand kilobytes', async () => {
    const huge = `<!ENTITY % USERDEFINES "(${'UDX.A?,'.repeat(150_000)}UDX.B?)">`;
    const { problems } = await readAll(doctype(huge) + catalogue(''));
    expect(problems.at(-1)).toMatchObject({ code: 'XML_DOCTYPE_REFUSED', fatal: true });
  });
});
