import { type Delivery, type Erp, type HeardAnswer, type HeardOrder, today, type WantedOrder } from './erp.js';

const codes = { accept: '5', backorder: '6', reject: '7' } as const;
const compact = (date: string): string => date.replaceAll('-', '');

/** Segments of an interchange with the usual separators; a release character keeps the next one. */
const segmentsOf = (body: string): string[][] =>
  body
    .replace(/^UNA.{6}/, '')
    .split(/(?<!\?)'/)
    .map((segment) =>
      segment
        .trim()
        .split(/(?<!\?)\+/)
        .map((element) => element.replace(/\?(.)/g, '$1')),
    )
    .filter(([tag]) => tag !== '');

const component = (element: string | undefined, index: number): string => element?.split(':')[index] ?? '';
const partOf = (segments: readonly string[][], qualifier: string): string =>
  segments.flatMap(([tag, , part]) => (tag === 'PIA' && component(part, 1) === qualifier ? [component(part, 0)] : []))[0] ?? '';

/** The lines of a message, each with the segments that follow its LIN. */
function linesOf(segments: readonly string[][]): string[][][] {
  const lines: string[][][] = [];
  for (const segment of segments) {
    if (segment[0] === 'LIN') lines.push([]);
    if (segment[0] === 'UNS') break;
    lines.at(-1)?.push(segment);
  }
  return lines;
}

/** The buyer's number of a line: LIN01, or a reference when LIN01 cannot hold it. */
const lineNumber = (line: readonly string[][]): string =>
  line.flatMap(([tag, reference]) => (tag === 'RFF' && component(reference, 0) === 'LI' ? [component(reference, 1)] : []))[0] ??
  line[0]?.[1] ??
  '';

let control = Date.now() % 900_000_000;

/** An ERP with an EDIFACT D.96A translator: ORDERS and ORDRSP, answered by CONTRL. */
export const edifactErp: Erp = {
  format: 'EDIFACT',
  extension: 'edi',
  settings: { edifact: { own: { id: 'PARTNER', qualifier: 'ZZ' } } },
  took: () => ({ status: 200, contentType: 'application/edifact', body: '' }),
  isTaken: ({ status, body }) =>
    status === 200 && segmentsOf(body).some((segment) => segment[0] === 'UCI' && segment[4] === '7') && !body.includes('APERAK'),

  readOrder(body): HeardOrder {
    const segments = segmentsOf(body);
    return {
      number: segments.find(([tag]) => tag === 'BGM')?.[2] ?? '',
      currency: component(segments.find(([tag]) => tag === 'CUX')?.[1], 1),
      lines: linesOf(segments).map((line) => {
        const price = line.find(([tag]) => tag === 'PRI')?.[1];
        const quantity = line.find(([tag, value]) => tag === 'QTY' && component(value, 0) === '21')?.[1];
        return {
          number: lineNumber(line),
          supplierPart: partOf(line, 'SA'),
          quantity: component(quantity, 1),
          unit: component(quantity, 2),
          price: component(price, 1),
          per: `${component(price, 4) || '1'} ${component(price, 5)}`.trim(),
        };
      }),
    };
  },

  readAnswer(body): HeardAnswer {
    const segments = segmentsOf(body);
    const lines: HeardAnswer['lines'] = [];
    for (const line of linesOf(segments)) {
      const number = lineNumber(line);
      const quantity = line.find(([tag, value]) => tag === 'QTY' && component(value, 0) !== '21')?.[1];
      const said = `${line[0]?.[2]} ${component(quantity, 1)}`;
      const known = lines.find((heard) => heard.number === number);
      if (known) known.said.push(said);
      else
        lines.push({
          number,
          buyerPart: partOf(line, 'IN') || partOf(line, 'BP'),
          supplierPart: partOf(line, 'SA'),
          said: [said],
        });
    }
    const order = segments.find(([tag, reference]) => tag === 'RFF' && component(reference, 0) === 'ON')?.[1];
    return { order: component(order, 1), lines };
  },

  answer(received, said, key): Delivery {
    const { number, currency, lines } = this.readOrder(received);
    const parties = segmentsOf(received).filter(([tag, role]) => tag === 'NAD' && (role === 'BY' || role === 'SU'));
    let position = 0;
    const body = [
      `BGM+231+SO-${number}+4'`,
      `DTM+137:${compact(today())}:102'`,
      `RFF+ON:${number}'`,
      ...parties.map((party) => `${party.join('+')}'`),
      `CUX+2:${currency}:9'`,
      ...lines.flatMap((line) =>
        (said.get(line.number) ?? []).flatMap((saying) => {
          position += 1;
          return [
            `LIN+${position}+${codes[saying.status]}'`,
            `PIA+5+${line.supplierPart}:SA'`,
            `QTY+${saying.status === 'backorder' ? '83' : saying.status === 'reject' ? '185' : '113'}:${saying.quantity}:${line.unit}'`,
            ...(saying.date ? [`DTM+67:${compact(saying.date)}:102'`] : []),
            `RFF+LI:${line.number}'`,
          ];
        }),
      ),
      "UNS+S'",
    ];
    return interchange({ type: 'ORDRSP', body, sender: 'PARTNER', key });
  },

  order(order, key): Delivery {
    return interchange({ type: 'ORDERS', body: orderSegments(order), sender: 'BUYERERP', key });
  },
};

interface Sending {
  type: string;
  body: readonly string[];
  sender: string;
  key: string;
}

function interchange({ type, body, sender, key }: Sending): Delivery {
  control += 1;
  const time = new Date().toISOString().slice(11, 16).replace(':', '');
  const text = [
    "UNA:+.? '",
    `UNB+UNOC:3+${sender}:ZZ+ENTREPOT+${compact(today()).slice(2)}:${time}+${control}'`,
    `UNH+1+${type}:D:96A:UN'`,
    ...body,
    `UNT+${body.length + 2}+1'`,
    `UNZ+1+${control}'`,
  ];
  return { body: text.join('\n'), headers: { 'content-type': 'application/edifact', authorization: `Bearer ${key}` } };
}

const escaped = (text: string): string => text.replace(/[?+:']/g, '?$&');

function orderSegments(order: WantedOrder): string[] {
  const { shipTo } = order;
  return [
    `BGM+220+${order.number}+9'`,
    `DTM+137:${compact(today())}:102'`,
    `NAD+BY+${order.buyer.gln}::9++${escaped(order.buyer.name)}'`,
    `NAD+SU+${order.supplier.gln}::9++${escaped(order.supplier.name)}'`,
    `NAD+DP+${shipTo.code}::92++${escaped(shipTo.name)}+${escaped(shipTo.street)}+${shipTo.city}++${shipTo.postalCode}+${shipTo.country}'`,
    `CUX+2:${order.currency}:9'`,
    ...order.lines.flatMap((line, i) => [
      `LIN+${i + 1}'`,
      `PIA+5+${line.supplierPart}:SA'`,
      `PIA+1+${line.buyerPart}:IN'`,
      `IMD+F++:::${escaped(line.description)}'`,
      `QTY+21:${line.quantity}:${line.unit}'`,
      ...(line.perOrderUnit === '1' ? [] : [`QTY+59:${line.perOrderUnit}:${line.priceUnit}'`]),
      `PRI+AAA:${line.amount}:::${line.basis}:${line.priceUnit}'`,
      `RFF+LI:${line.number}'`,
    ]),
    "UNS+S'",
    `CNT+2:${order.lines.length}'`,
  ];
}
