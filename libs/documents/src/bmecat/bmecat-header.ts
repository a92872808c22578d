import type { CatalogueHeader, ExtensionValue } from '../canonical/catalogue.js';
import { attributeOf, child, children, type Fragment, textOf } from './fragment.js';
import { twoLetterLanguage } from './language.js';

/** What the root and the transaction say, before and after HEADER. */
export interface BmecatStart {
  version: string | undefined;
  transaction: string;
  prevVersion: string | undefined;
  charset: string;
}

/** The header event of a BMEcat file. T_NEW_CATALOG is a full load, the two updates are deltas. */
export function bmecatHeader(header: Fragment | undefined, start: BmecatStart): CatalogueHeader {
  const catalogue = child(header, 'CATALOG');
  const optional = {
    version: start.version,
    prevVersion: start.prevVersion,
    catalogueId: textOf(catalogue, 'CATALOG_ID'),
    catalogueName: textOf(catalogue, 'CATALOG_NAME'),
    catalogueVersion: textOf(catalogue, 'CATALOG_VERSION'),
    currency: textOf(catalogue, 'CURRENCY').toUpperCase(),
    supplierName: supplierName(header),
    buyerName: textOf(child(header, 'BUYER'), 'BUYER_NAME'),
    generatedAt: generatedAt(catalogue),
    mediaRoot: textOf(catalogue, 'MIME_ROOT'),
    language: languageOf(catalogue),
  };
  const result: CatalogueHeader = {
    format: 'bmecat',
    transaction: start.transaction,
    mode: start.transaction === 'T_NEW_CATALOG' ? 'full' : 'delta',
    supplierIds: supplierIds(header),
    charset: start.charset,
  };
  for (const [key, value] of Object.entries(optional))
    if (value !== undefined && value !== '') Object.assign(result, { [key]: value });
  const territory = children(catalogue, 'TERRITORY')
    .map((element) => element.text.trim())
    .filter((text) => text !== '');
  if (territory.length > 0) result.territory = territory;
  const extensions = flatten(child(header, 'USER_DEFINED_EXTENSIONS'));
  if (extensions.length > 0) result.extensions = extensions;
  return result;
}

/** Leaves of user-defined extensions with their element path below USER_DEFINED_EXTENSIONS, in document order. */
export function flatten(extensions: Fragment | undefined): ExtensionValue[] {
  const leaves: ExtensionValue[] = [];
  const walk = (element: Fragment, path: string) => {
    const value = element.text.trim();
    if (value !== '' || element.children.length === 0) leaves.push({ path, value });
    for (const inner of element.children) walk(inner, `${path}/${inner.name}`);
  };
  for (const element of extensions?.children ?? []) walk(element, element.name);
  return leaves;
}

/** The language marked as default, else the first. */
function languageOf(catalogue: Fragment | undefined): string | undefined {
  const languages = children(catalogue, 'LANGUAGE');
  const marked = languages.find((element) => attributeOf(element, 'default')?.toLowerCase() === 'true');
  return twoLetterLanguage((marked ?? languages[0])?.text ?? '');
}

/** 1.2 names the supplier in place; 2005 may only refer to a party by one of its ids. */
function supplierParty(header: Fragment | undefined): Fragment | undefined {
  const reference = textOf(header, 'SUPPLIER_IDREF', 'DOCUMENT_CREATOR_IDREF');
  return children(child(header, 'PARTIES'), 'PARTY').find((party) =>
    children(party, 'PARTY_ID').some((id) => id.text.trim() === reference),
  );
}

function supplierName(header: Fragment | undefined): string {
  return textOf(child(header, 'SUPPLIER'), 'SUPPLIER_NAME') || textOf(child(supplierParty(header), 'ADDRESS'), 'NAME');
}

function supplierIds(header: Fragment | undefined): CatalogueHeader['supplierIds'] {
  const own = children(child(header, 'SUPPLIER'), 'SUPPLIER_ID');
  const ids = own.length > 0 ? own : children(supplierParty(header), 'PARTY_ID');
  const all = ids.length > 0 ? ids : children(header, 'SUPPLIER_IDREF');
  return all.flatMap((element) => {
    const value = element.text.trim();
    const scheme = attributeOf(element, 'type');
    return value === '' ? [] : [{ ...(scheme === undefined ? {} : { scheme }), value }];
  });
}

function generatedAt(catalogue: Fragment | undefined): string {
  const plain = textOf(catalogue, 'GENERATION_DATE');
  if (plain !== '') return plain;
  const stamp = children(catalogue, 'DATETIME').find(
    (element) => (attributeOf(element, 'type') ?? 'generation_date') === 'generation_date',
  );
  const [date, time, zone] = ['DATE', 'TIME', 'TIMEZONE'].map((name) => textOf(stamp, name));
  return !date || !time ? (date ?? '') : `${date}T${time}${zone ?? ''}`;
}
