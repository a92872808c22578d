import { compareRatios, type DecimalText, exact, type Fault, isDecimal, per } from '#libs/kernel';
import type { AwardOffer, AwardScenario } from './scenario.js';

export type ScenarioFault = Fault<
  'AwardNumberOutOfRange' | 'AwardIdUnknown' | 'AwardIdTwice' | 'NotAWholeQuantum' | 'BreaksOutOfOrder'
>;

/** Everything that is wrong with the numbers and names of a scenario; empty when it can be solved. That it can be met is another question. */
export function scenarioFaults(scenario: AwardScenario): ScenarioFault[] {
  return [
    ...doubled(scenario),
    ...numberFaults(scenario),
    ...scenario.offers.flatMap((offer) => offerFaults(scenario, offer)),
    ...packageFaults(scenario),
    ...ruleFaults(scenario),
  ];
}

function doubled({ lines, suppliers, offers, packages, rules }: AwardScenario): ScenarioFault[] {
  const keys = [
    ...lines.map(({ lineId }) => `line ${lineId}`),
    ...suppliers.map(({ supplierId }) => `supplier ${supplierId}`),
    ...offers.map(({ supplierId, lineId }) => `offer ${supplierId} ${lineId}`),
    ...packages.map(({ packageId }) => `package ${packageId}`),
    ...rules.map(({ ruleId }) => `rule ${ruleId}`),
  ];
  const seen = new Set<string>();
  return keys.flatMap((key) => {
    const isTwice = seen.has(key);
    seen.add(key);
    return isTwice ? [{ code: 'AwardIdTwice' as const, path: key.split(' ') }] : [];
  });
}

function numberFaults({ lines, suppliers }: AwardScenario): ScenarioFault[] {
  return [
    ...lines.flatMap((line) => [
      ...positive(line.quantity, ['lines', line.lineId, 'quantity']),
      ...positive(line.quantum, ['lines', line.lineId, 'quantum']),
      ...whole(line.quantity, line.quantum, ['lines', line.lineId, 'quantity']),
    ]),
    ...suppliers.flatMap(({ supplierId, fixedCost, quality }) => [
      ...within(fixedCost, '0', ['suppliers', supplierId, 'fixedCost']),
      ...(quality === undefined ? [] : share(quality, ['suppliers', supplierId, 'quality'])),
    ]),
  ];
}

function offerFaults({ lines, suppliers }: AwardScenario, offer: AwardOffer): ScenarioFault[] {
  const at = ['offers', offer.supplierId, offer.lineId];
  const line = lines.find(({ lineId }) => lineId === offer.lineId);
  if (!line || !suppliers.some(({ supplierId }) => supplierId === offer.supplierId))
    return [{ code: 'AwardIdUnknown', path: at }];
  const isRising = offer.breaks.every(
    ({ from }, i) => i === 0 || compareRatios(exact(offer.breaks[i - 1]!.from), exact(from)) < 0,
  );
  return [
    ...(offer.breaks.length > 0 && isRising ? [] : [{ code: 'BreaksOutOfOrder' as const, path: at }]),
    ...offer.breaks.flatMap(({ from, price }) => [
      ...positive(from, at),
      ...whole(from, line.quantum, at),
      ...within(price, '0', at),
    ]),
    ...(offer.quantityMax === undefined
      ? []
      : [...positive(offer.quantityMax, at), ...whole(offer.quantityMax, line.quantum, at)]),
  ];
}

function packageFaults({ lines, suppliers, packages }: AwardScenario): ScenarioFault[] {
  return packages.flatMap(({ packageId, supplierId, amount, quantities }) => {
    const at = ['packages', packageId];
    const isKnown = suppliers.some((s) => s.supplierId === supplierId) && Object.keys(quantities).length > 0;
    const inLines = Object.entries(quantities).flatMap(([lineId, quantity]) => {
      const line = lines.find((l) => l.lineId === lineId);
      return line
        ? [...positive(quantity, at), ...whole(quantity, line.quantum, at)]
        : [{ code: 'AwardIdUnknown' as const, path: [...at, lineId] }];
    });
    return [...(isKnown ? [] : [{ code: 'AwardIdUnknown' as const, path: at }]), ...within(amount, '0', at), ...inLines];
  });
}

function ruleFaults({ lines, suppliers, rules }: AwardScenario): ScenarioFault[] {
  const known = new Set([
    ...lines.map(({ lineId }) => `line ${lineId}`),
    ...suppliers.map(({ supplierId }) => `supplier ${supplierId}`),
  ]);
  return rules.flatMap((rule) => {
    const at = ['rules', rule.ruleId];
    const named = [
      ...('supplierId' in rule ? [`supplier ${rule.supplierId}`] : []),
      ...(('supplierIds' in rule && rule.supplierIds) || []).map((id) => `supplier ${id}`),
      ...(('lineIds' in rule && rule.lineIds) || []).map((id) => `line ${id}`),
    ];
    return [
      ...named.filter((name) => !known.has(name)).map((name) => ({ code: 'AwardIdUnknown' as const, path: [...at, name] })),
      ...('share' in rule ? share(rule.share, at) : []),
      ...('quality' in rule ? share(rule.quality, at) : []),
      ...('amount' in rule ? within(rule.amount, '0', at) : []),
      ...('quantity' in rule ? within(rule.quantity, '0', at) : []),
      ...('count' in rule && (!Number.isInteger(rule.count) || rule.count < 0) ? [wrong(at)] : []),
    ];
  });
}

const wrong = (path: readonly string[]): ScenarioFault => ({ code: 'AwardNumberOutOfRange', path });
const positive = (value: DecimalText, at: readonly string[]) => (isDecimal(value) && exact(value).over > 0n ? [] : [wrong(at)]);
const within = (value: DecimalText, min: DecimalText, at: readonly string[]) =>
  isDecimal(value) && compareRatios(exact(value), exact(min)) >= 0 ? [] : [wrong(at)];
const share = (value: DecimalText, at: readonly string[]) =>
  isDecimal(value) && compareRatios(exact(value), exact('1')) <= 0 ? within(value, '0', at) : [wrong(at)];

function whole(quantity: DecimalText, quantum: DecimalText, at: readonly string[]): ScenarioFault[] {
  if (exact(quantum).over <= 0n) return [];
  return per(exact(quantity), exact(quantum)).under === 1n ? [] : [{ code: 'NotAWholeQuantum', path: at }];
}
