import { isPackageUnit } from '#libs/kernel';
import type { DespatchAdvice, DespatchLine } from '../../canonical/goods/despatch-advice.js';
import { type Field, text } from '../../grammar/field.js';
import type { RuleView } from '../../grammar/message.js';
import { type GrammarNode, newNode } from '../../grammar/node.js';
import { beside, may, must } from '../../grammar/row.js';
import { coded, day, type Sized, unit } from '../fields/fields.js';
import { partyRows } from '../shared/part-rows.js';
import { levelKey, topLevel } from '../tree/levels.js';

/** Element 7065 when it is of Recommendation 21; the older lists of guides (201 pallet) are the sender's own. */
const packageType: Field<string> = {
  says: 'package type of Rec 21; others are kept as written',
  decode: (raw) => (isPackageUnit(`X${raw.trim()}`) ? raw.trim() : undefined),
  encode: (value) => value,
};
const ownPackageType: Field<string> = {
  says: "package type of the sender's list",
  decode: (raw) => (isPackageUnit(`X${raw.trim()}`) ? undefined : raw.trim()),
  encode: (value) => value,
};

/** The level a package stands in; one that stands in none hangs below the shipment. */
const parentLevel: Field<string> = {
  says: 'level above, element 7166',
  decode: (raw) => (raw === topLevel ? undefined : raw.trim()),
  encode: (value) => value,
};

/** A measurement: 6311 what is measured, 6313 which, then unit and value. */
function measureRows<const P extends string>(at: string, to: P, size: Sized) {
  return [may(`${at}03:2`, `${to}.value` as `${P}.value`, size.positive('MEA03:2')), may(`${at}03`, to, unit)] as const;
}

/** Packages as packing levels (CPS) with their kind, number, marks and measures. Source: D.96A, PAC, PCI, GIN, MEA. */
export function packageRows(size: Sized) {
  const at = 'CPS[02!=][]';
  return [
    must(`${at}01`, 'packages[].id', size.text('CPS01')),
    may(`${at}02`, 'packages[].parent', parentLevel),
    may(`${at}/PAC01`, 'packages[].count', size.positive('PAC01')),
    may(`${at}/PAC03`, 'packages[].rawType', ownPackageType),
    may(`${at}/PAC03`, 'packages[].type', packageType),
    may(`${at}/PAC/PCI/GIN[01=BJ|AW]02`, 'packages[].sscc', text(1, 35)),
    may(`${at}/PAC/PCI02`, 'packages[].marks[0]', size.text('PCI02')),
    may(`${at}/PAC/PCI02:2`, 'packages[].marks[1]' as 'packages[].marks[0]', size.text('PCI02:2')),
    beside(`${at}/PAC/PCI01`, '30'),
  ] as const;
}

/** Measures of packages; RECADV has none. */
export function packageMeasureRows(size: Sized) {
  const at = 'CPS[02!=][]/PAC/MEA';
  return [
    ...measureRows(`${at}[01=PD|AAE|AAX|WT][02=AAB|G|AAD]`, 'packages[].grossWeight', size),
    ...measureRows(`${at}[01=PD|AAE|AAX|WT][02=AAA|N|AAL|AAC]`, 'packages[].netWeight', size),
    ...measureRows(`${at}[01=PD|AAE|AAX|VOL][02=ABJ|AAW|AAX]`, 'packages[].volume', size),
    ...measureRows(`${at}[01=PD|AAE][02=LN]`, 'packages[].length', size),
    ...measureRows(`${at}[01=PD|AAE][02=WD]`, 'packages[].width', size),
    ...measureRows(`${at}[01=PD|AAE][02=HT]`, 'packages[].height', size),
  ] as const;
}

/** The journey: carrier, means, papers, days. Source: TDT, code lists 8067 (Rec 19, ten for one) and 1153. */
export function shipmentRows(size: Sized) {
  const reference = size.text('RFF01:2');
  return [
    may('RFF[01=SRN|UCN]01:2', 'shipment.number', reference),
    may('RFF[01=AAM|AWB|BM|MB|AAS|TB]01:2', 'shipment.waybill', reference),
    may('RFF[01=CN][]01:2', 'shipment.trackings[]', reference),
    may('TDT03', 'shipment.mode', coded('8067', MODES)),
    may('TDT08:4', 'shipment.vehicle', size.free('TDT08:4')),
    ...partyRows('NAD[01=CA]', 'shipment.carrier', size),
    may('TDT05', 'shipment.carrier.identifiers[0].value', size.text('TDT05')),
    may('TDT05:4', 'shipment.carrier.name', size.free('TDT05:4')),
    beside('TDT01', '20'),
    may('DTM[01=11]01:2', 'shipment.despatchOn', day),
    may('DTM[01=17|191|67|69|132|358]01:2', 'shipment.deliverOn', day),
  ] as const;
}

const MODES = [
  ['30', 'road'],
  ['40', 'air'],
  ['10', 'sea'],
  ['20', 'rail'],
  ['50', 'mail'],
  ['60', 'multimodal'],
  ['70', 'pipeline'],
  ['80', 'inlandWater'],
  ['3', 'road'],
  ['4', 'air'],
  ['1', 'sea'],
  ['2', 'rail'],
  ['5', 'mail'],
  ['6', 'multimodal'],
  ['7', 'pipeline'],
  ['8', 'inlandWater'],
] as const;

/** Weights of the whole shipment. */
export function shipmentMeasureRows(size: Sized) {
  return [
    ...measureRows('MEA[01=AAX|AAE|WT|PD][02=AAD|G|AAB]', 'shipment.grossWeight', size),
    ...measureRows('MEA[01=AAX|AAE|WT|PD][02=AAC|N|AAL]', 'shipment.netWeight', size),
    ...measureRows('MEA[01=AAX|AAE|VOL|PD][02=AAW|ABJ|AAX]', 'shipment.volume', size),
  ] as const;
}

/** Before the rows read: a level without one above it is that of the shipment, unless it tells a package by its number. */
export function readLevels(root: GrammarNode): void {
  const levels = root.children.filter(({ name }) => name === 'CPS');
  for (const level of levels) {
    const numbered = level.children.some(
      (pack) => pack.name === 'PAC' && pack.children.some((mark) => mark.children.some(({ name }) => name === 'GIN')),
    );
    const alone = levels.length === 1 && level.children.some(({ name }) => name === 'PAC');
    if (!level.values.has('02') && (numbered || alone)) level.values.set('02', topLevel);
  }
}

interface Packed {
  packages: DespatchAdvice['packages'];
  lines: Pick<DespatchLine, 'packed'>[];
}

/** After the rows have read: parents that are packages, and of each line the package it stood in. */
export function readPacked(document: Packed, { nodeOf, root }: RuleView): void {
  for (const level of root.children) if (level.name === 'CPS' && !level.values.has('02')) level.used.add('01');
  const ids = new Set(document.packages.map(({ id }) => id));
  for (const one of document.packages) {
    if (one.parent !== undefined && !ids.has(one.parent)) delete one.parent;
  }
  document.lines.forEach((line, index) => {
    const node = nodeOf(`lines[${index}]`);
    const level = node?.values.get(levelKey);
    node?.used.add(levelKey);
    if (level !== undefined && ids.has(level)) line.packed.push({ package: level });
  });
}

/** After the rows have written: levels of the packages and of the lines. */
export function writePacked(document: Packed, { nodeOf, root }: RuleView): void {
  const isShipment = ({ name, values }: GrammarNode) => name === 'CPS' && (values.get('02') ?? '') === '';
  document.packages.forEach((one, index) => {
    const node = nodeOf(`packages[${index}]`);
    if (node !== undefined && one.parent === undefined) node.values.set('02', topLevel);
  });
  if (!root.children.some(isShipment)) root.children.unshift(newNode('CPS'));
  document.lines.forEach((line, index) => {
    const level = line.packed[0]?.package;
    if (level !== undefined) nodeOf(`lines[${index}]`)?.values.set(levelKey, level);
  });
}

/** Identities that stand beside their line, as older guides have it, go below a mark of their own, as the directory groups them. */
export function groupIdentities(root: GrammarNode): void {
  for (const line of root.children) {
    if (line.name !== 'LIN') continue;
    line.children = line.children.map((child) => {
      if (child.name !== 'GIN') return child;
      const mark = newNode('PCI');
      mark.values.set('01', '10');
      mark.children.push(child);
      return mark;
    });
  }
}

/** Lots and serial numbers of a line, each in a mark of its own with its quantity and days. */
export function tracedRows(size: Sized) {
  const at = 'LIN[]/PCI[]';
  return [
    may(`${at}/GIN[01=BX]02`, 'lines[].traced[].lot', size.text('GIN02')),
    may(`${at}/GIN[01=BN]02`, 'lines[].traced[].serial', size.text('GIN02')),
    may(`${at}/QTY[01=12|11|194|48|46]01:2`, 'lines[].traced[].quantity.value', size.positive('QTY01:2')),
    may(`${at}/QTY[01=12|11|194|48|46]01:3`, 'lines[].traced[].quantity', unit),
    beside(`${at}01`, '10'),
  ] as const;
}

/** Days of a lot. */
export function lotDayRows() {
  const at = 'LIN[]/PCI[]';
  return [
    may(`${at}/DTM[01=94]01:2`, 'lines[].traced[].producedOn', day),
    may(`${at}/DTM[01=36]01:2`, 'lines[].traced[].expiresOn', day),
    may(`${at}/DTM[01=361]01:2`, 'lines[].traced[].bestBefore', day),
  ] as const;
}

/** The order a line belongs to, and its line there as the buyer numbers it. */
export function orderLineReferenceRows(size: Sized) {
  return [
    may('LIN[]/RFF[01=ON|CO]01:2', 'lines[].order.number', size.text('RFF01:2')),
    may('LIN[]/RFF[01=ON|CO]/DTM[01=171|4]01:2', 'lines[].order.issuedOn', day),
    may('LIN[]/RFF[01=ON|CO]01:3', 'lines[].orderLine', text(1, 6)),
    may('LIN[]/RFF[01=LI]01:2', 'lines[].orderLine', size.text('RFF01:2')),
  ] as const;
}
