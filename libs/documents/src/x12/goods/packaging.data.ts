// First part of X12 element 103 (packaging code) to UN/ECE Recommendation 21, own table of the codes in trade use, 004010.
// The second part of 103, two digits, names the material and travels with the code as received.

/** X12 packaging form and Rec 21 code. */
export const packagingForms: Readonly<Record<string, string>> = {
  CTN: 'CT', PLT: 'PX', PAT: 'PX', BOX: 'BX', CAS: 'CS', BAG: 'BG', DRM: 'DR', CRT: 'CR', PKG: 'PK', PCK: 'PK', ROL: 'RO', SKD: 'SI', TBE: 'TU', ENV: 'EN', BDL: 'BE', BBL: 'BA', CAN: 'CA', JAR: 'JR',
  KEG: 'KG', REL: 'RL', SPL: 'SO', TRY: 'PU', TNK: 'TK', CYL: 'CY', BOT: 'BO', SAK: 'SA', COL: 'CL', CNT: 'CN', UNT: 'UN', LUG: 'LU', HPR: 'HR',
};

/** X12 element 91, transportation method, and the mode every format has; the first of each mode is written. */
export const transportMethods = {
  M: 'road', J: 'road', LT: 'road', D: 'mail', U: 'mail', A: 'air', AE: 'air', AF: 'air', AC: 'air', R: 'rail', S: 'sea', O: 'sea', X: 'multimodal', K: 'multimodal', PL: 'pipeline', W: 'inlandWater',
} as const;
