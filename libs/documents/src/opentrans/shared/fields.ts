import { isCurrencyCode, isUnitCode } from '#libs/kernel';
import { bmecatUnits } from '../../bmecat/bmecat-units.data.js';
import { type Field, listed, positive, text } from '../../grammar/field.js';

export const NUMBER = text(1, 250);
const units = new Set(bmecatUnits.split(/\s/));

/** Package codes of Recommendation 21 stand without their X, unless that would read as another unit. */
const plainOf = (code: string): string | undefined =>
  code.startsWith('X') && units.has(code.slice(1)) && !isUnitCode(code.slice(1)) ? code.slice(1) : undefined;

/** A unit of the list of BMEcat, which is the one of openTRANS: UN/ECE codes of 1998, EA and C62 for a piece. The sender's own code is kept. */
export const unit: Field<{ unit?: string; rawUnit?: string }> = {
  says: 'unit, list of BMEcat 2005 (UN/ECE codes, packages without X)',
  merges: { key: 'unit' },
  decode: (raw) => {
    const own = raw.trim();
    if (isUnitCode(own)) return { unit: own };
    return units.has(own) && isUnitCode(`X${own}`)
      ? { unit: `X${own}` }
      : { bad: 'UNIT_UNKNOWN', message: 'The unit is not a code of UN/ECE Recommendation 20 or 21.' };
  },
  encode: ({ unit: value = '' }) =>
    units.has(value)
      ? value
      : (plainOf(value) ?? { bad: 'UNIT_NOT_EXPRESSIBLE', message: `openTRANS has no code for the unit ${value.slice(0, 10)}.` }),
};

/** Kinds of party numbers. A number of another scheme is written without its kind. */
const KINDS: Readonly<Record<string, string>> = {
  duns: '0060',
  iln: '0088',
  gln: '0088',
  buyer_specific: 'ASSIGNED_BY_BUYER',
  supplier_specific: 'ASSIGNED_BY_SUPPLIER',
};
const WRITTEN: Readonly<Record<string, string>> = {
  '0060': 'duns',
  '0088': 'gln',
  ASSIGNED_BY_BUYER: 'buyer_specific',
  ASSIGNED_BY_SUPPLIER: 'supplier_specific',
};

/** The kind of a party's number; others than these are kept. */
export const partyKind: Field<string> = {
  says: 'kind of number: duns, gln or iln, buyer_specific, supplier_specific; others are kept',
  decode: (raw) => KINDS[raw.trim().toLowerCase()],
  encode: (value) => WRITTEN[value],
};

/** Currencies of the schema, which is of 2005: what came or was renamed since has no code there. Source: bmecat_2005.xsd, dtCURRENCIES. */
const currencies = new Set(
  'ADP AED AFA ALL ANG AOK ARA ATS AUD AWG BBD BDT BEF BGL BHD BIF BMD BND BOB BRC BSD BTN BUK BWP BZD CAD CHF CLF CLP CNY COP CRC CSK CUP CVE CYP DDM DEM DJF DKK DOP DZD ECS EGP ESP ETB EUR FIM FJD FKP FRF GBP GHC GIP GMD GNF GRD GTQ GWP GYD HKD HNL HTG HUF IDR IEP ILS INR IQD IRR ISK ITL JMD JOD JPY KES KHR KMF KPW KRW KWD KYD LAK LBP LKR LRD LSL LUF LYD MAD MGF MNT MOP MRO MTL MUR MVR MWK MXP MYR MZM NGN NIC NLG NOK NPR NZD OMR PAB PEI PGK PHP PKR PLZ PTE PYG QAR ROL RWF SAR SBD SCR SDP SEK SGD SHP SLL SKK SOS SRG STD SUR SVC SYP SZL THB TND TOP TPE TRL TTD TWD TZS UGS USD UYP VEB VND VUV WST YDD YER YUD ZAR ZMK ZRZ ZWD'.split(
    ' ',
  ),
);

/** A currency; one that the schema does not list cannot be written. */
export const currency: Field<string> = {
  ...listed('ISO 4217', isCurrencyCode),
  encode: (value) =>
    currencies.has(value)
      ? value
      : { bad: 'CURRENCY_NOT_EXPRESSIBLE', message: `openTRANS has no code for the currency ${value.slice(0, 10)}.` },
};

/** A system of classes; its name is one word of letters, digits, hyphen and dot. */
export const classSystem: Field<string> = {
  ...text(1, 80),
  encode: (value) => value.replace(/[^\p{L}\p{N}.-]/gu, '-').slice(0, 80),
};

/** A decimal text with its point moved: 0.19 is 19 hundredths, digit for digit. */
function moved(value: string, by: 2 | -2): string {
  const [, sign = '', whole = '0', part = ''] = /^(-?)(\d*)(?:\.(\d*))?$/.exec(value) ?? [];
  const digits =
    by > 0
      ? [whole + part.padEnd(2, '0').slice(0, 2), part.slice(2)]
      : [whole.padStart(3, '0').slice(0, -2), whole.padStart(3, '0').slice(-2) + part];
  const [left = '', right = ''] = digits;
  const rest = by < 0 && part === '' ? right.replace(/0+$/, '') : right;
  return `${sign}${left.replace(/^0+(?=\d)/, '')}${rest === '' ? '' : `.${rest}`}`;
}

/** A rate of tax: 0.19 stands for 19 %. */
export const rate: Field<string> = {
  says: 'rate as a factor: 0.19 for 19 %',
  decode: (raw) => {
    const read = positive().decode(raw);
    return typeof read === 'string' ? moved(read, 2) : read;
  },
  encode: (value, document) => {
    const written = positive().encode(value, document);
    return typeof written === 'string' ? moved(written, -2) : written;
  },
};

/** Kinds of taxation with a word of their own; others stand under their code of UNCL 5305. */
const TAXES: Readonly<Record<string, string>> = { standard_rate: 'S', zero_rate: 'Z', exemption: 'E', reduced_rate: 'AA' };

/** What a tax is levied as. */
export const taxKind: Field<string> = {
  says: 'standard_rate S, zero_rate Z, exemption E, reduced_rate AA; others by their code of UNCL 5305',
  decode: (raw) => (Object.hasOwn(TAXES, raw.trim()) ? TAXES[raw.trim()] : raw.trim()),
  encode: (value) => Object.keys(TAXES).find((word) => TAXES[word] === value) ?? value,
};
