import { isCountryCode } from '#libs/kernel';
import { date, describing, flag, freeText, knownCode, text } from '../../grammar/field.js';
import { beside, may, must } from '../../grammar/row.js';
import { quantityRows } from '../parts/quantity-rows.js';
import { itemRows } from '../parts/rows.js';
import { carrierCode, levelNumber, packaging, sscc } from './fields.js';
import { transportMethods } from './packaging.data.js';

/** The journey, in the segments of the shipment's level. */
export const journeyRows = <const A extends string>(at: A) => [
  may(`${at}/TD102`, 'shipment.packageCount', text(1, 7)),
  ...quantityRows(`${at}/TD107(06=G)`, `${at}/TD108(06=G)`, 'shipment.grossWeight'),
  ...quantityRows(`${at}/MEA[02=G]03`, `${at}/MEA[02=G]04`, 'shipment.grossWeight'),
  ...quantityRows(`${at}/MEA[02=N]03`, `${at}/MEA[02=N]04`, 'shipment.netWeight'),
  ...quantityRows(`${at}/TD107(06=N)`, `${at}/TD108(06=N)`, 'shipment.netWeight'),
  ...quantityRows(`${at}/TD109`, `${at}/TD110`, 'shipment.volume'),
  may(`${at}/TD503(02=2)`, 'shipment.carrier.identifiers[0]', carrierCode),
  may(`${at}/TD504`, 'shipment.mode', knownCode(transportMethods)),
  may(`${at}/TD505`, 'shipment.carrier.name', freeText(35)),
  may(`${at}/TD512`, 'shipment.service', text(2, 2)),
  may(`${at}/TD303`, 'shipment.vehicle', text(1, 10)),
  may(`${at}/TD401`, 'shipment.hazardous', flag('HM')),
  may(`${at}/REF[01=BM|AW|MB]02`, 'shipment.waybill', text(1, 30)),
  may(`${at}/REF[01=SI]02`, 'shipment.number', text(1, 30)),
  may(`${at}/REF[01=2I|CN][]02`, 'shipment.trackings[]', text(1, 30)),
  may(`${at}/DTM[01=011]02`, 'shipment.despatchOn', date('CCYYMMDD')),
  may('DTM[01=011]02', 'shipment.despatchOn', date('CCYYMMDD')),
  may(`${at}/DTM[01=017|067|002]02`, 'shipment.deliverOn', date('CCYYMMDD')),
  may('DTM[01=017|067|002]02', 'shipment.deliverOn', date('CCYYMMDD')),
  beside(`${at}/MEA01`, 'PD'),
];

const MEASURES = { grossWeight: 'G', netWeight: 'N', volume: 'VOL', length: 'LN', width: 'WD', height: 'HT' } as const;
const measured = Object.keys(MEASURES) as (keyof typeof MEASURES)[];

/** One handling unit by its level. */
export const unitRows = <const A extends string>(at: A) => [
  must(`${at}01`, 'packages[].id', levelNumber),
  may(`${at}/MAN[01=GM|AA|UC]02`, 'packages[].sscc', sscc),
  may(`${at}/MAN[01=CP|2I]02`, 'packages[].tracking', text(1, 48)),
  may(`${at}/MAN[01=ZZ][]02`, 'packages[].marks[]', text(1, 48)),
  may(`${at}/TD101`, 'packages[]', packaging),
  may(`${at}/TD102`, 'packages[].count', text(1, 7)),
  ...measured.flatMap((key) => {
    const measure = `${at}/MEA[02=${MEASURES[key]}]` as const;
    return quantityRows(`${measure}03`, `${measure}04`, `packages[].${key}`);
  }),
  ...quantityRows(`${at}/TD107(06=G)`, `${at}/TD108(06=G)`, 'packages[].grossWeight'),
  beside(`${at}/MEA01`, 'PD'),
];

/** What identifies and describes the part of an item's level. */
export const partRows = <const A extends string>(at: A) => [
  ...itemRows(`${at}/LIN02`, 'lines[].item'),
  may(`${at}/LIN02+(EC)`, 'lines[].revision', text(1, 48)),
  may(`${at}/LIN02+(CH)`, 'lines[].item.countryOfOrigin', describing('ISO 3166-1', isCountryCode)),
  may(`${at}/PID[01=F]05`, 'lines[].item.description', freeText(80)),
];
