// X12 element 355 (unit or basis for measurement) to UN/ECE Recommendation 20 and, with an X, Recommendation 21.
// Own table of the codes in trade use, 004010; several codes may mean one unit, the first written one is used on the way out.
// X12 and Rec 20 are different lists: X12 CA is a case, DZ a dozen, HU a hundred, M4 none of ours.

/** X12 code and Rec 20 code, one pair per entry. */
export const x12Units: Readonly<Record<string, string>> = {
  EA: 'EA', UN: 'C62', PC: 'H87', PR: 'PR', ST: 'SET', SE: 'SET', KT: 'KT', AY: 'AY', DZ: 'DZN', DOZ: 'DZN', GS: 'GRO', HU: 'CEN', HC: 'CEN', TH: 'MIL', MX: 'MIL', TP: 'TP', LO: 'LO', P1: 'P1',
  BX: 'XBX', CA: 'XCS', CT: 'XCT', PK: 'XPK', PA: 'XPA', BG: 'XBG', BO: 'XBO', BT: 'XBE', BD: 'XBE', CN: 'XCX', DR: 'XDR', TU: 'XTU', TB: 'XTU', RL: 'XRO', RO: 'XRO', SH: 'XST', PL: 'XPX', PF: 'XPX', JR: 'XJR', KE: 'XKG', EV: 'XEN', SL: 'XSV', SO: 'XSO', TY: 'XPU', VI: 'XVI', CY: 'YDQ', CR: 'XCR', SK: 'XSA', AM: 'XAM', TK: 'XTK', CG: 'XCM', PD: 'XPD', BC: 'XBJ',
  FT: 'FOT', LF: 'LF', IN: 'INH', YD: 'YRD', SF: 'FTK', SY: 'YDK', SI: 'INK', CF: 'FTQ', CI: 'INQ', MR: 'MTR', LM: 'LM', CM: 'CMT', MM: 'MMT', DK: 'KMT', DH: 'SMI', SM: 'MTK', CC: 'CMQ', MC: 'MC', CO: 'MTQ', BF: 'BFT',
  LB: 'LBR', OZ: 'ONZ', KG: 'KGM', GR: 'GRM', ME: 'MGM', TN: 'STN', LG: 'LTN', MP: 'TNE', TO: 'APZ', CW: 'CWA',
  GA: 'GLL', QT: 'QTL', PT: 'PTL', FO: 'OZA', LT: 'LTR', ML: 'MLT', BR: 'BLL', HR: 'HUR', MJ: 'MIN', DA: 'DAY', WK: 'WEE', MO: 'MON', YR: 'ANN', KH: 'KWH', SV: 'E48',
};

/** X12 element 639: what a price is per. `unit` absent: per the unit of the line. Codes that name a kind of price (CA catalogue, CT contract) say nothing of it. */
export const priceBases: Readonly<Record<string, { basis: string; unit?: string }>> = {
  PE: { basis: '1', unit: 'EA' }, QE: { basis: '1', unit: 'EA' }, LE: { basis: '1', unit: 'EA' }, RE: { basis: '1', unit: 'EA' }, TE: { basis: '1', unit: 'EA' }, WE: { basis: '1', unit: 'EA' },
  PN: { basis: '10', unit: 'EA' }, PD: { basis: '12', unit: 'EA' }, LD: { basis: '12', unit: 'EA' }, RD: { basis: '12', unit: 'EA' }, TD: { basis: '12', unit: 'EA' }, WD: { basis: '12', unit: 'EA' },
  HP: { basis: '100', unit: 'EA' }, QH: { basis: '100', unit: 'EA' }, LC: { basis: '100', unit: 'EA' }, RC: { basis: '100', unit: 'EA' }, TC: { basis: '100', unit: 'EA' }, WC: { basis: '100', unit: 'EA' },
  TP: { basis: '1000', unit: 'EA' }, QS: { basis: '1000', unit: 'EA' }, LM: { basis: '1000', unit: 'EA' }, RM: { basis: '1000', unit: 'EA' }, TM: { basis: '1000', unit: 'EA' }, WM: { basis: '1000', unit: 'EA' },
  TT: { basis: '10000', unit: 'EA' }, HT: { basis: '100000', unit: 'EA' },
  PP: { basis: '1', unit: 'LBR' }, PO: { basis: '1', unit: 'ONZ' }, PA: { basis: '1', unit: 'APZ' }, PT: { basis: '1', unit: 'STN' }, PG: { basis: '1', unit: 'GRM' }, PK: { basis: '1', unit: 'KGM' },
  PL: { basis: '1', unit: 'LTR' }, ML: { basis: '1', unit: 'MLT' }, PF: { basis: '1', unit: 'FOT' }, HF: { basis: '100', unit: 'FOT' }, TF: { basis: '1000', unit: 'FOT' }, PY: { basis: '1', unit: 'YRD' }, PS: { basis: '1000', unit: 'FTK' },
  UM: { basis: '1' },
};

/** Rec 20 units that are several pieces: how many the unit is by its definition (Rec 20 Annex III); nothing where only PO4 can say it. */
export const piecesIn: Readonly<Record<string, string | undefined>> = { PR: '2', DZN: '12', GRO: '144', CEN: '100', MIL: '1000', SET: undefined, KT: undefined };
