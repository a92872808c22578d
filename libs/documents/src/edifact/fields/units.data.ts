// Units of element 6411 that older directories and guides write otherwise than UN/ECE Recommendation 20 revision 11 and, with its X, Recommendation 21
// revision 9 do. Source: UN/EDIFACT D.96A, code list 6411 (Recommendation 20 of 1995), where packages stand without X; EANCOM 97 for PCE.
// A code that Recommendation 20 has today is that one and needs no entry; every other code is the partner's own, for his profile to rename.

/** Code as written and code of the recommendations. */
export const olderUnits: Readonly<Record<string, string>> = {
  PCE: 'H87', NPR: 'PR', NRL: 'XRO', NMP: 'XPK', NAR: 'C62', NIU: 'C62', PAL: 'XPX', LEF: 'LEF', STK: 'H87',
  BX: 'XBX', CT: 'XCT', CS: 'XCS', PK: 'XPK', PA: 'XPA', BG: 'XBG', SA: 'XSA', BO: 'XBO', CA: 'XCA', DR: 'XDR', TU: 'XTU', RO: 'XRO', JR: 'XJR', PX: 'XPX', PF: 'XPF', BE: 'XBE', KI: 'KT',
  CR: 'XCR', CY: 'XCY', PL: 'XPL', SO: 'XSO', RL: 'XRL', SX: 'SET', BJ: 'XBJ', CL: 'XCL', TY: 'XPU', TN: 'XTN', ST: 'XST',
};
