import { createWriteStream } from 'node:fs';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { generatedRow } from './catalogue-file.js';

const escaped = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');

function product(part: number): string {
  const {
    supplierPart,
    maker,
    part: number,
    name,
    unit,
    price,
    basis,
    multiple,
    leadDays,
    unspsc,
    breaks,
  } = generatedRow(part, 1);
  const priced = [['1', price] as const, ...breaks].map(
    ([from, amount]) =>
      `<PRODUCT_PRICE price_type="net_list"><PRICE_AMOUNT>${amount}</PRICE_AMOUNT><PRICE_CURRENCY>USD</PRICE_CURRENCY><LOWER_BOUND>${from}</LOWER_BOUND></PRODUCT_PRICE>`,
  );
  return `<PRODUCT mode="new">
<SUPPLIER_PID>${supplierPart}</SUPPLIER_PID>
<PRODUCT_DETAILS><DESCRIPTION_SHORT>${escaped(name)}</DESCRIPTION_SHORT><DESCRIPTION_LONG>${escaped(name)}, delivered with certificate of conformity &amp; batch number</DESCRIPTION_LONG><MANUFACTURER_PID>${number}</MANUFACTURER_PID><MANUFACTURER_NAME>${maker}</MANUFACTURER_NAME><DELIVERY_TIME>${leadDays || '10'}</DELIVERY_TIME></PRODUCT_DETAILS>
<PRODUCT_FEATURES><REFERENCE_FEATURE_SYSTEM_NAME>UNSPSC</REFERENCE_FEATURE_SYSTEM_NAME><REFERENCE_FEATURE_GROUP_ID>${unspsc}</REFERENCE_FEATURE_GROUP_ID></PRODUCT_FEATURES>
<PRODUCT_ORDER_DETAILS><ORDER_UNIT>${unit === 'EA' ? 'C62' : unit}</ORDER_UNIT><PRICE_QUANTITY>${basis}</PRICE_QUANTITY><QUANTITY_MIN>${multiple}</QUANTITY_MIN><QUANTITY_INTERVAL>${multiple}</QUANTITY_INTERVAL></PRODUCT_ORDER_DETAILS>
<PRODUCT_PRICE_DETAILS>${priced.join('')}</PRODUCT_PRICE_DETAILS>
</PRODUCT>
`;
}

function* catalogue(bytes: number): Generator<string> {
  yield '<?xml version="1.0" encoding="UTF-8"?>\n<BMECAT version="2005" xmlns="http://www.bmecat.org/bmecat/2005"><HEADER><CATALOG><LANGUAGE default="true">eng</LANGUAGE><CATALOG_ID>BENCH</CATALOG_ID><CATALOG_VERSION>001.000</CATALOG_VERSION><CATALOG_NAME>Bench</CATALOG_NAME><CURRENCY>USD</CURRENCY></CATALOG><SUPPLIER><SUPPLIER_NAME>Supplier</SUPPLIER_NAME></SUPPLIER></HEADER><T_NEW_CATALOG>\n';
  let [written, part] = [0, 0];
  while (written < bytes) {
    let piece = '';
    while (piece.length < 60_000) piece += product(part++);
    written += piece.length;
    yield piece;
  }
  yield '</T_NEW_CATALOG></BMECAT>\n';
}

/** A BMEcat 2005 of so many bytes, as a stream to a file; gives the file. */
export async function writtenCatalogue(file: string, bytes: number): Promise<string> {
  await pipeline(Readable.from(catalogue(bytes)), createWriteStream(file));
  return file;
}

/** An interchange with the one set of `text` repeated `times` times, each under a number of its own. */
export function manyOrders(text: string, times: number): string {
  const [, head = '', set = '', control = ''] = /^([\s\S]*?)(ST\*850\*[\s\S]*?SE\*\d+\*\d+~\s*)GE\*\d+\*(\d+)~/.exec(text) ?? [];
  const tail = text.slice(text.indexOf('IEA*'));
  const sets = Array.from({ length: times }, (_, i) => {
    const number = String(i + 1).padStart(4, '0');
    return set.replace(/ST\*850\*\d+/, `ST*850*${number}`).replace(/(SE\*\d+\*)\d+/, `$1${number}`);
  });
  return `${head}${sets.join('')}GE*${times}*${control}~\n${tail}`;
}
