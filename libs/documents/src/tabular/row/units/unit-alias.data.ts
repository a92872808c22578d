// Words and codes for units that suppliers write instead of UN/ECE Recommendation 20 and 21, in upper case without a final point.
// Own collection from real catalogues (German, English, French, Chinese); SAP internal and ANSI X12 element 355 codes where they mean one thing only.

/** One line per unit: Rec 20 / Rec 21 code, blank, the other writings separated by `|`. */
export const unitAliases = `H87 PCE|PCS|PC|PIECE|PIECES|STK|STCK|STÜCK|STUECK|STÜCKE|PIECE(S)|PCE(S)|P/C|个|只|件|枚|支|個|隻
EA EACH|EACHES|UNIT|UNITS
C62 ONE|1
XBX BOX|BOXES|BX|SCHACHTEL|KISTE|BOÎTE|盒|箱
XCT CARTON|CARTONS|CTN|CT|KARTON|KAR|KART|紙箱|纸箱
XPK PACK|PACKS|PACKAGE|PKG|PK|PACKUNG|PACKUNGEN|PCK|PAK|VPE|包
XPA PACKET|PÄCKCHEN|PAECKCHEN
XBG BAG|BAGS|BG|BEUTEL|袋
XSA SACK|SACKS|SA
XRO ROLL|ROLLS|RO|ROL|ROLLE|ROLLEN|卷
XRL REEL|REELS|SPULE
XCS CASE|CASES
XCA CAN|CANS|DOSE|DOSEN|罐
XDR DRUM|DRUMS|DR|FASS|桶
XTU TUBE|TUBES|TU
XBO BOTTLE|BOTTLES|FLASCHE|FLASCHEN|瓶
XPX PALLET|PALLETS|PALETTE|PALETTEN|PLL|托盘
XJR JAR
XCY CYLINDER
KT KIT|KITS|BAUSATZ
SET SETS|SATZ|GARNITUR|套
PR PAIR|PAIRS|PAAR|PAA|NPR|对|對|双|雙
DZN DZ|DOZEN|DUTZEND|打
GRO GROSS
CEN HUNDRED|C|HD|HU
MIL THOUSAND|TAUSEND|TSD|TH
MTR M|METER|METERS|METRE|METRES|LFM|LFDM|LAUFMETER|米|公尺
CMT CM|ZENTIMETER
MMT MM|MILLIMETER
KMT KM|KILOMETER
INH IN|INCH|INCHES|ZOLL|英寸
FOT FT|FOOT|FEET|英尺
YRD YD|YARD|YARDS
MTK M2|M²|QM|SQM|QUADRATMETER|平方米
FTK FT2|SQFT|SF
MTQ M3|M³|CBM|KUBIKMETER|立方米
KGM KG|KILO|KILOGRAM|KILOGRAMM|公斤|千克
GRM G|GR|GRAM|GRAMM|克
TNE TONNE|TONNEN|MT|吨
LBR LB|LBS|POUND|POUNDS
ONZ OZ|OUNCE|OUNCES
LTR L|LITER|LITRE|LITERS|升
MLT ML|MILLILITER
GLL GAL|GALLON|GALLONS|GA
HUR H|HR|HRS|HOUR|HOURS|STD|STUNDE|小时
DAY TAG|TAGE|DAYS|天
MON MONTH|MONAT|月
XST SHEET|SHEETS|BLATT|BL|张|張
RM REAM|REAMS|RIES`;

/** Codes of Rec 20 that nobody means who writes them in a catalogue: STK is a cigarette there, CTN a ton of content. */
export const misusedCodes: ReadonlySet<string> = new Set(['STK', 'CTN']);

/** Writings that mean different units in different lists, with the codes to choose from. */
export const ambiguousUnits: Readonly<Record<string, readonly string[]>> = {
  // SAP: piece. Rec 21: sheet. X12: set.
  ST: ['H87', 'XST', 'SET'],
  // X12 355: case. Rec 21: can, rectangular.
  CA: ['XCS', 'XCA'],
  // Bolt of cloth in Rec 21, bottle in everyday use.
  BT: ['XBO', 'XBT'],
  // US liquid or imperial.
  QT: ['QTL', 'QTI'],
  QUART: ['QTL', 'QTI'],
  PINT: ['PTL', 'PTI'],
  // Tonne or ton, short or long.
  TO: ['TNE', 'STN', 'LTN'],
  TON: ['TNE', 'STN', 'LTN'],
  T: ['TNE', 'STN'],
};
