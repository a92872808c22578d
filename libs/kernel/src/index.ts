export type { BarCode, BarCodeElement, BarCodeProblem } from './bar-code/bar-code.js';
export { readLabelField } from './bar-code/data-identifiers.js';
export { readBarCode } from './bar-code/read-bar-code.js';
export { canonicalJson } from './canonical-json.js';
export {
  type CountryCode,
  type CurrencyCode,
  countryCodes,
  currencyCodes,
  isCountryCode,
  isCurrencyCode,
  minorUnits,
} from './codes.js';
export {
  add,
  compare,
  type DecimalText,
  divideExact,
  integerDigitsMax,
  isDecimal,
  isInteger,
  isNegative,
  isZero,
  multiply,
  normalise,
  parseDecimal,
  roundHalfUp,
  scaleMax,
  subtract,
} from './decimal.js';
export { isCage, isDuns, isGln, isGtin, isNsn, partKey, partNumberAsWritten, partNumberMax } from './identifiers.js';
export { logarithm, logarithmScale, power } from './logarithm.js';
export { type Factor, hasLegalScale, lineAmount, type Money, oneToOne, type Price } from './money.js';
export { addDays, addWorkingDays, contains, isLocalDate, type LocalDate, overlap, type Period } from './period.js';
export { fitsPack, nearestQuantities, type PackRule, type Quantity } from './quantity.js';
export {
  compareRatios,
  exact,
  fractionText,
  greatest,
  isPositiveDecimal,
  least,
  minus,
  one,
  per,
  plus,
  type Rational,
  ratio,
  readFraction,
  rounded,
  roundedDown,
  times,
  zero,
} from './rational.js';
export { errorCode, type Fault, fail, ok, type Result } from './result.js';
export { isPackageUnit, isUnitCode, type UnitCode, unitCodes, unitName } from './unit-code.js';
