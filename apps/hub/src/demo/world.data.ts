/**
 * The people and places of the demo world. All companies are invented; standards and their issuing bodies (NAS = CAGE 80205, MS = 96906,
 * AN = 88044, M-numbers = 81349) are real. ATA chapters follow iSpec 2200, UNSPSC codes are commodity codes of the public tree.
 */
export interface DemoOrganization {
  key: string;
  name: string;
  roles: readonly ('SUPPLIER' | 'BUYER' | 'OPERATOR')[];
  country: string;
  currency: string;
  cage?: string;
  gln?: string;
  duns?: string;
  sites: readonly { code: string; name: string; kinds: readonly ('SHIP_TO' | 'BILL_TO' | 'WAREHOUSE')[]; lines: readonly string[]; city: string; postalCode: string; country: string }[];
  members: readonly { name: string; email: string; role: 'ADMIN' | 'BUYER' | 'SELLER' | 'VIEWER' }[];
}

export const demoOrganizations: readonly DemoOrganization[] = [
  {
    key: 'operator',
    name: 'Entrepôt Operations',
    roles: ['OPERATOR'],
    country: 'NL',
    currency: 'EUR',
    sites: [],
    members: [{ name: 'Oda Operator', email: 'operator@entrepot.example', role: 'ADMIN' }],
  },
  {
    key: 'northfield',
    name: 'Northfield Fasteners Inc.',
    roles: ['SUPPLIER'],
    country: 'US',
    currency: 'USD',
    cage: '7N4F1',
    gln: '0860001100013',
    duns: '860001101',
    sites: [
      { code: 'WICHITA', name: 'Wichita distribution centre', kinds: ['WAREHOUSE'], lines: ['4100 Propeller Avenue'], city: 'Wichita', postalCode: '67209', country: 'US' },
      { code: 'MIAMI', name: 'Miami AOG counter', kinds: ['WAREHOUSE', 'BILL_TO'], lines: ['620 Cargo Road'], city: 'Miami', postalCode: '33122', country: 'US' },
    ],
    members: [
      { name: 'Nora Field', email: 'sales@northfield.example', role: 'ADMIN' },
      { name: 'Ned Counter', email: 'counter@northfield.example', role: 'SELLER' },
    ],
  },
  {
    key: 'helvetia',
    name: 'Helvetia Lager & Dichtungen AG',
    roles: ['SUPPLIER'],
    country: 'CH',
    currency: 'EUR',
    cage: 'SH4V2',
    gln: '7640001100014',
    duns: '481100026',
    sites: [
      { code: 'WINTERTHUR', name: 'Zentrallager Winterthur', kinds: ['WAREHOUSE', 'BILL_TO'], lines: ['Lagerstrasse 12'], city: 'Winterthur', postalCode: '8400', country: 'CH' },
      { code: 'HAMBURG', name: 'Außenlager Hamburg', kinds: ['WAREHOUSE'], lines: ['Luftwerft 3'], city: 'Hamburg', postalCode: '21129', country: 'DE' },
    ],
    members: [
      { name: 'Heidi Lager', email: 'verkauf@helvetia.example', role: 'ADMIN' },
      { name: 'Urs Dichter', email: 'auftrag@helvetia.example', role: 'SELLER' },
    ],
  },
  {
    key: 'meridian',
    name: 'Meridian Avionics Ltd',
    roles: ['SUPPLIER'],
    country: 'GB',
    currency: 'GBP',
    cage: 'K8M3D',
    gln: '5060001100012',
    duns: '211100032',
    sites: [{ code: 'CRAWLEY', name: 'Crawley bonded store', kinds: ['WAREHOUSE', 'BILL_TO'], lines: ['Unit 5, Runway Park'], city: 'Crawley', postalCode: 'RH10 9AX', country: 'GB' }],
    members: [
      { name: 'Mary Dean', email: 'sales@meridian.example', role: 'ADMIN' },
      { name: 'Miles Bench', email: 'orders@meridian.example', role: 'SELLER' },
    ],
  },
  {
    key: 'formosa',
    name: 'Formosa MRO Supply Co., Ltd. 福爾摩沙航材',
    roles: ['SUPPLIER'],
    country: 'TW',
    currency: 'USD',
    cage: 'SF0T4',
    gln: '4710001100017',
    duns: '656100045',
    sites: [
      { code: 'TAOYUAN', name: 'Taoyuan free-trade warehouse 桃園保稅倉', kinds: ['WAREHOUSE', 'BILL_TO'], lines: ['No. 88, Hangzhan Rd.'], city: 'Taoyuan', postalCode: '33758', country: 'TW' },
      { code: 'SINGAPORE', name: 'Singapore Changi store', kinds: ['WAREHOUSE'], lines: ['9 Airline Road'], city: 'Singapore', postalCode: '819827', country: 'SG' },
    ],
    members: [
      { name: '林美玲', email: 'sales@formosa.example', role: 'ADMIN' },
      { name: '陳志明', email: 'orders@formosa.example', role: 'SELLER' },
    ],
  },
  {
    key: 'aurora',
    name: 'Aurora Technik GmbH',
    roles: ['BUYER'],
    country: 'DE',
    currency: 'EUR',
    cage: 'CA0R5',
    gln: '4280001100015',
    duns: '341100057',
    sites: [
      { code: 'HAM-1', name: 'Hangar 1 goods receiving', kinds: ['SHIP_TO'], lines: ['Weg beim Jäger 193', 'Tor 4'], city: 'Hamburg', postalCode: '22335', country: 'DE' },
      { code: 'MUC-2', name: 'Line station Munich', kinds: ['SHIP_TO'], lines: ['Südallee 21'], city: 'München', postalCode: '85356', country: 'DE' },
      { code: 'HQ', name: 'Accounts payable', kinds: ['BILL_TO'], lines: ['Weg beim Jäger 193'], city: 'Hamburg', postalCode: '22335', country: 'DE' },
    ],
    members: [
      { name: 'Anna Aurora', email: 'buyer@aurora.example', role: 'ADMIN' },
      { name: 'Bernd Einkauf', email: 'einkauf@aurora.example', role: 'BUYER' },
    ],
  },
  {
    key: 'pacific',
    name: 'Pacific Wings Engineering 太平洋飛機維修',
    roles: ['BUYER'],
    country: 'HK',
    currency: 'USD',
    cage: 'WPW06',
    gln: '4890001100016',
    duns: '687100063',
    sites: [
      { code: 'HKG-L', name: 'Line maintenance store 航線維修倉', kinds: ['SHIP_TO'], lines: ['80 South Perimeter Road'], city: 'Hong Kong', postalCode: '999077', country: 'HK' },
      { code: 'HKG-F', name: 'Finance 財務部', kinds: ['BILL_TO'], lines: ['80 South Perimeter Road'], city: 'Hong Kong', postalCode: '999077', country: 'HK' },
    ],
    members: [
      { name: '黃子安', email: 'buyer@pacific.example', role: 'ADMIN' },
      { name: 'Grace Wong', email: 'stores@pacific.example', role: 'BUYER' },
    ],
  },
];

export interface DemoMaker {
  name: string;
  cage: string;
}

/** Makers of proprietary parts, all invented. */
export const demoMakers: Readonly<Record<'bearings' | 'seals' | 'avionics' | 'chemicals' | 'electrical' | 'filters', readonly DemoMaker[]>> = {
  bearings: [
    { name: 'Alpenlager Präzision', cage: 'SA1P1' },
    { name: 'Kugelwerk Schweinfurt', cage: 'CK0W2' },
    { name: 'Tri-Rivers Bearing Corp.', cage: '3T8R4' },
  ],
  seals: [
    { name: 'Sealtech Dynamics', cage: '5S2D7' },
    { name: 'Dichtring Süd', cage: 'CD5R3' },
  ],
  avionics: [
    { name: 'Halcyon Flight Systems', cage: 'K2H4S' },
    { name: 'Vectra Navigation', cage: '9V3N8' },
    { name: 'Borealis Instruments', cage: 'L7B1R' },
  ],
  chemicals: [
    { name: 'Polyseal Aerospace', cage: '2P6S5' },
    { name: 'Lubrex International', cage: '8L1X3' },
    { name: 'Adhera Chemie', cage: 'CA7C8' },
  ],
  electrical: [
    { name: 'Contactron', cage: '6C9T2' },
    { name: 'Brightline Aerolamps', cage: '4B7L6' },
  ],
  filters: [{ name: 'Purolane Filtration', cage: '1P8F4' }],
};
