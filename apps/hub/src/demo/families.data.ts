/** Shapes of the demo catalogues' parts: what varies, in which words, at about which price. Prices are in the supplier's currency. */
export interface StandardFamily {
  body: string;
  cage: string;
  prefix: string;
  name: string;
  zh: string;
  ata: string;
  unspsc: string;
  /** Diameter codes and grip or length codes that make the dash number. */
  sizes: readonly string[];
  lengths: number;
  per: 100 | 1;
  box: readonly number[];
  price: readonly [number, number];
}

export const standardFamilies: readonly StandardFamily[] = [
  { body: 'NAS', cage: '80205', prefix: 'NAS6603', name: 'Bolt, tension, hex head, close tolerance, titanium', zh: '钛合金六角头精密螺栓', ata: '20-10', unspsc: '31161620', sizes: ['', 'H', 'D'], lengths: 96, per: 100, box: [25, 50], price: [310, 940] },
  { body: 'NAS', cage: '80205', prefix: 'NAS6604', name: 'Bolt, tension, hex head, close tolerance, alloy steel', zh: '合金钢六角头精密螺栓', ata: '20-10', unspsc: '31161620', sizes: ['', 'H', 'D', 'HD'], lengths: 96, per: 100, box: [25, 50, 100], price: [120, 560] },
  { body: 'NAS', cage: '80205', prefix: 'NAS1351N', name: 'Screw, cap, socket head, undrilled, corrosion resistant', zh: '内六角圆柱头螺钉', ata: '20-10', unspsc: '31161504', sizes: ['3-', '4-', '08-', '5-', '6-'], lengths: 40, per: 100, box: [100, 200], price: [18, 96] },
  { body: 'NAS', cage: '80205', prefix: 'NAS1149', name: 'Washer, flat', zh: '平垫圈', ata: '20-10', unspsc: '31161807', sizes: ['F03', 'F04', 'F05', 'C03', 'C04', 'D03'], lengths: 64, per: 100, box: [100, 500, 1000], price: [2.4, 19] },
  { body: 'NAS', cage: '80205', prefix: 'NAS1097AD', name: 'Rivet, solid, countersunk reduced head', zh: '沉头实心铆钉', ata: '51-40', unspsc: '31162201', sizes: ['3-', '4-', '5-', '6-'], lengths: 28, per: 100, box: [500, 1000], price: [3.1, 14] },
  { body: 'MS', cage: '96906', prefix: 'MS20470AD', name: 'Rivet, solid, universal head', zh: '通用头实心铆钉', ata: '51-40', unspsc: '31162201', sizes: ['3-', '4-', '5-', '6-', '8-'], lengths: 28, per: 100, box: [500, 1000], price: [2.8, 12] },
  { body: 'MS', cage: '96906', prefix: 'MS20426AD', name: 'Rivet, solid, countersunk 100 degree', zh: '100度沉头实心铆钉', ata: '51-40', unspsc: '31162201', sizes: ['3-', '4-', '5-', '6-'], lengths: 28, per: 100, box: [500, 1000], price: [2.6, 12] },
  { body: 'MS', cage: '96906', prefix: 'MS21042', name: 'Nut, self-locking, hexagon, reduced height', zh: '薄型六角自锁螺母', ata: '20-10', unspsc: '31161727', sizes: ['-', 'L'], lengths: 12, per: 100, box: [50, 100], price: [22, 140] },
  { body: 'MS', cage: '96906', prefix: 'MS24665-', name: 'Pin, cotter', zh: '开口销', ata: '20-10', unspsc: '31163202', sizes: [''], lengths: 620, per: 100, box: [100, 500], price: [1.2, 9] },
  { body: 'MS', cage: '96906', prefix: 'MS27039-', name: 'Screw, machine, pan head, structural', zh: '盘头结构螺钉', ata: '20-10', unspsc: '31161504', sizes: ['08', '1-', '4-'], lengths: 44, per: 100, box: [50, 100], price: [14, 88] },
  { body: 'AN', cage: '88044', prefix: 'AN3', name: 'Bolt, machine, aircraft, 3/16 inch', zh: '航空机制螺栓 3/16', ata: '20-10', unspsc: '31161620', sizes: ['-', 'C', 'H'], lengths: 60, per: 100, box: [25, 50], price: [34, 180] },
  { body: 'AN', cage: '88044', prefix: 'AN4', name: 'Bolt, machine, aircraft, 1/4 inch', zh: '航空机制螺栓 1/4', ata: '20-10', unspsc: '31161620', sizes: ['-', 'C', 'H'], lengths: 60, per: 100, box: [25, 50], price: [44, 220] },
  { body: 'AN', cage: '88044', prefix: 'AN960-', name: 'Washer, flat, steel', zh: '钢制平垫圈', ata: '20-10', unspsc: '31161807', sizes: ['', 'C', 'PD'], lengths: 40, per: 100, box: [100, 500], price: [1.8, 11] },
];

export const sealFamilies = [
  { body: 'M', cage: '81349', prefix: 'M83248/1-', name: 'O-ring, fluorocarbon, 75 shore', zh: '氟橡胶O形圈', ata: '29-00', unspsc: '31181701', count: 420, per: 100, box: [10, 25], price: [38, 460] },
  { body: 'MS', cage: '96906', prefix: 'MS29513-', name: 'O-ring, nitrile, fuel resistant', zh: '耐燃油丁腈O形圈', ata: '28-00', unspsc: '31181701', count: 380, per: 100, box: [10, 25], price: [21, 260] },
  { body: 'MS', cage: '96906', prefix: 'MS28775-', name: 'O-ring, nitrile, hydraulic', zh: '液压丁腈O形圈', ata: '29-10', unspsc: '31181701', count: 440, per: 100, box: [10, 25], price: [18, 240] },
] as const;

export const bearingShapes = [
  { letters: 'AL', name: 'Bearing, ball, deep groove', zh: '深沟球轴承', ata: '27-00', price: [14, 380] },
  { letters: 'AS', name: 'Bearing, spherical, plain, PTFE lined', zh: '自润滑关节轴承', ata: '27-50', price: [42, 960] },
  { letters: 'AR', name: 'Bearing, roller, tapered, wheel', zh: '机轮圆锥滚子轴承', ata: '32-40', price: [88, 1450] },
  { letters: 'AC', name: 'Bearing, angular contact, starter generator', zh: '起动发电机角接触轴承', ata: '24-20', price: [120, 2100] },
] as const;

export const avionicsShapes = [
  { code: 'VHF', name: 'Transceiver, VHF communication', zh: '甚高频通信收发机', ata: '23-12', price: [8200, 34000] },
  { code: 'TCAS', name: 'Processor, traffic alert and collision avoidance', zh: '空中防撞处理机', ata: '34-43', price: [21000, 68000] },
  { code: 'ADIRU', name: 'Air data inertial reference unit', zh: '大气数据惯性基准组件', ata: '34-21', price: [44000, 148000] },
  { code: 'RAD', name: 'Transceiver, radio altimeter', zh: '无线电高度表收发机', ata: '34-42', price: [9400, 27000] },
  { code: 'DISP', name: 'Display unit, LCD', zh: '液晶显示组件', ata: '31-61', price: [12800, 72000] },
  { code: 'ELT', name: 'Transmitter, emergency locator', zh: '应急定位发射机', ata: '25-62', price: [2100, 6900] },
  { code: 'PROBE', name: 'Probe, pitot, heated', zh: '加温皮托管', ata: '34-11', price: [2600, 9800] },
  { code: 'RELAY', name: 'Relay, hermetically sealed', zh: '密封继电器', ata: '24-50', price: [62, 480] },
  { code: 'CONN', name: 'Connector, circular, crimp contact', zh: '圆形压接连接器', ata: '20-40', price: [38, 310] },
  { code: 'LAMP', name: 'Lamp, landing light, LED', zh: 'LED着陆灯', ata: '33-42', price: [210, 2400] },
] as const;

export const consumableShapes = [
  { code: 'PS870', name: 'Sealant, corrosion inhibiting, two-part', zh: '双组份防腐密封胶', ata: '51-30', unspsc: '31201600', unit: 'C62', life: 270, hazmat: 'UN1263', price: [28, 310] },
  { code: 'GREASE', name: 'Grease, aircraft, general purpose', zh: '航空通用润滑脂', ata: '12-20', unspsc: '15121902', unit: 'C62', life: 1095, hazmat: '', price: [14, 120] },
  { code: 'HYD', name: 'Fluid, hydraulic, phosphate ester', zh: '磷酸酯液压油', ata: '29-00', unspsc: '15121500', unit: 'LTR', life: 1825, hazmat: '', price: [16, 42] },
  { code: 'ADH', name: 'Adhesive, epoxy, paste', zh: '环氧胶膏', ata: '51-20', unspsc: '31201610', unit: 'C62', life: 365, hazmat: 'UN3082', price: [22, 260] },
  { code: 'CLEAN', name: 'Solvent, cleaning, low vapour pressure', zh: '低蒸气压清洗剂', ata: '12-40', unspsc: '47131821', unit: 'LTR', life: 730, hazmat: 'UN1993', price: [7, 38] },
  { code: 'PAINT', name: 'Topcoat, polyurethane, high solids', zh: '高固体份聚氨酯面漆', ata: '51-24', unspsc: '31211500', unit: 'LTR', life: 540, hazmat: 'UN1263', price: [46, 190] },
  { code: 'TAPE', name: 'Tape, speed, aluminium foil', zh: '铝箔应急胶带', ata: '51-10', unspsc: '31201517', unit: 'MTR', life: 0, hazmat: '', price: [0.9, 4.2] },
  { code: 'WIRE', name: 'Wire, electrical, ETFE insulated', zh: 'ETFE绝缘导线', ata: '20-42', unspsc: '26121600', unit: 'MTR', life: 0, hazmat: '', price: [0.35, 6.8] },
  { code: 'FILT', name: 'Filter element, hydraulic', zh: '液压滤芯', ata: '29-11', unspsc: '40161500', unit: 'EA', life: 0, hazmat: '', price: [64, 690] },
  { code: 'GLOVE', name: 'Gloves, nitrile, chemical resistant', zh: '耐化学丁腈手套', ata: '12-00', unspsc: '46181504', unit: 'PR', life: 0, hazmat: '', price: [1.1, 9.5] },
] as const;
