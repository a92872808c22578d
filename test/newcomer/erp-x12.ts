import { type Delivery, type Erp, type HeardAnswer, type HeardOrder, today, type WantedOrder } from './erp.js';

const codes = { accept: 'IA', backorder: 'IB', reject: 'IR' } as const;
/** X12 element 355 and 639 for the units and bases that are ordered here. */
const units: Readonly<Record<string, string>> = { XBX: 'BX', C62: 'UN', EA: 'EA' };
const bases: Readonly<Record<string, string>> = { '1': 'PE', '100': 'HP', '1000': 'TP' };

const segmentsOf = (body: string): string[][] =>
  body
    .split('~')
    .map((segment) => segment.trim().split('*'))
    .filter((segment) => segment[0] !== '');

/** Pairs of qualifier and value from an element on. */
function pair(segment: readonly string[], from: number, qualifier: string): string {
  for (let i = from; i < segment.length; i += 2) if (segment[i] === qualifier) return segment[i + 1] ?? '';
  return '';
}

let control = Date.now() % 900_000_000;

/** An ERP with an X12 004010 translator: 850 and 855, answered by 997. */
export const x12Erp: Erp = {
  format: 'X12',
  extension: 'x12',
  settings: { x12: { own: { qualifier: 'ZZ', id: 'PARTNER' } } },
  took: () => ({ status: 200, contentType: 'application/edi-x12', body: '' }),
  isTaken: ({ status, body }) => status === 200 && segmentsOf(body).some((segment) => segment[0] === 'AK9' && segment[1] === 'A'),

  readOrder(body): HeardOrder {
    const segments = segmentsOf(body);
    const lines = segments.filter((segment) => segment[0] === 'PO1');
    return {
      number: segments.find((segment) => segment[0] === 'BEG')?.[3] ?? '',
      currency: segments.find((segment) => segment[0] === 'CUR')?.[2] ?? 'USD',
      lines: lines.map((line) => ({
        number: line[1] ?? '',
        quantity: line[2] ?? '',
        unit: line[3] ?? '',
        price: line[4] ?? '',
        per: line[5] ?? '',
        supplierPart: pair(line, 6, 'VP'),
      })),
    };
  },

  readAnswer(body): HeardAnswer {
    const lines: HeardAnswer['lines'] = [];
    const segments = segmentsOf(body);
    for (const segment of segments) {
      if (segment[0] === 'PO1')
        lines.push({
          number: segment[1] ?? '',
          buyerPart: pair(segment, 6, 'BP'),
          supplierPart: pair(segment, 6, 'VP'),
          said: [],
        });
      if (segment[0] === 'ACK') lines.at(-1)?.said.push(`${segment[1]} ${segment[2]}`);
    }
    return { order: segments.find((segment) => segment[0] === 'BAK')?.[3] ?? '', lines };
  },

  answer(received, said, key): Delivery {
    const segments = segmentsOf(received);
    const { number, currency, lines } = this.readOrder(received);
    const name = (code: string): string =>
      (segments.find((segment) => segment[0] === 'N1' && segment[1] === code) ?? ['N1', code, 'X']).join('*');
    const compact = (date: string): string => date.replaceAll('-', '');
    const set = [
      `BAK*00*AC*${number}*${compact(today())}****SO-${number}*${compact(today())}`,
      `CUR*SE*${currency}`,
      name('BY'),
      name('SE'),
      ...lines.flatMap((line) => [
        `PO1*${line.number}*${line.quantity}*${line.unit}***VP*${line.supplierPart}`,
        ...(said.get(line.number) ?? []).map(
          (saying) =>
            `ACK*${codes[saying.status]}*${saying.quantity}*${line.unit}${saying.date ? `*067*${compact(saying.date)}` : ''}`,
        ),
      ]),
      `CTT*${lines.length}`,
    ];
    return interchange({ set: '855', group: 'PR', segments: set, sender: 'PARTNER', key });
  },

  order(order, key): Delivery {
    return interchange({ set: '850', group: 'PO', segments: orderSegments(order), sender: 'BUYERERP', key });
  },
};

interface Sending {
  set: string;
  group: string;
  segments: readonly string[];
  sender: string;
  key: string;
}

function interchange({ set, group, segments, sender, key }: Sending): Delivery {
  control += 1;
  const number = String(control).padStart(9, '0');
  const [day, time] = [today().replaceAll('-', ''), new Date().toISOString().slice(11, 16).replace(':', '')];
  const body = [
    `ISA*00*          *00*          *ZZ*${sender.padEnd(15)}*ZZ*${'ENTREPOT'.padEnd(15)}*${day.slice(2)}*${time}*U*00401*${number}*0*P*>`,
    `GS*${group}*${sender}*ENTREPOT*${day}*${time}*${control}*X*004010`,
    `ST*${set}*0001`,
    ...segments,
    `SE*${segments.length + 2}*0001`,
    `GE*1*${control}`,
    `IEA*1*${number}`,
  ];
  return { body: `${body.join('~\n')}~\n`, headers: { 'content-type': 'application/edi-x12', authorization: `Bearer ${key}` } };
}

function orderSegments(order: WantedOrder): string[] {
  const { shipTo } = order;
  return [
    `BEG*00*SA*${order.number}**${today().replaceAll('-', '')}`,
    `CUR*BY*${order.currency}`,
    `N1*BY*${order.buyer.name}*UL*${order.buyer.gln}`,
    `N1*SE*${order.supplier.name}*1*${order.supplier.duns}`,
    `N1*ST*${shipTo.name}*92*${shipTo.code}`,
    `N3*${shipTo.street}`,
    `N4*${shipTo.city}**${shipTo.postalCode}*${shipTo.country}`,
    ...order.lines.flatMap((line) => [
      `PO1*${line.number}*${line.quantity}*${units[line.unit] ?? line.unit}*${line.amount}*${bases[line.basis] ?? 'PE'}*VP*${line.supplierPart}*BP*${line.buyerPart}`,
      `PID*F****${line.description}`,
      ...(line.perOrderUnit === '1' ? [] : [`PO4*${line.perOrderUnit}`]),
    ]),
    `CTT*${order.lines.length}`,
  ];
}
