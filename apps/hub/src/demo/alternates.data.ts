/**
 * What the operator and engineering of the demo world know of its parts. Classes carry our own names for the codes the demo catalogues
 * use; numbers of classes follow UNSPSC and the ATA chapters.
 */
export const demoClasses = {
  UNSPSC: [
    ['31000000', '', 'Manufacturing components and supplies', '制造组件和用品', '製造組件和用品'],
    ['31160000', '31000000', 'Fasteners', '紧固件', '緊固件'],
    ['31161504', '31160000', 'Machine screws', '机制螺钉', '機制螺釘'],
    ['31161620', '31160000', 'Aircraft bolts', '航空螺栓', '航空螺栓'],
    ['31161727', '31160000', 'Self-locking nuts', '自锁螺母', '自鎖螺母'],
    ['31161807', '31160000', 'Flat washers', '平垫圈', '平墊圈'],
    ['31162201', '31160000', 'Solid rivets', '实心铆钉', '實心鉚釘'],
    ['31163202', '31160000', 'Cotter pins', '开口销', '開口銷'],
    ['31171500', '31000000', 'Bearings', '轴承', '軸承'],
    ['31181701', '31000000', 'O-rings', 'O形圈', 'O形圈'],
    ['31200000', '31000000', 'Adhesives and sealants', '粘合剂和密封剂', '黏合劑和密封劑'],
    ['31201517', '31200000', 'Tapes', '胶带', '膠帶'],
    ['31201600', '31200000', 'Sealants', '密封胶', '密封膠'],
    ['31201610', '31200000', 'Adhesives', '粘合剂', '黏合劑'],
    ['31211500', '31000000', 'Paints', '涂料', '塗料'],
    ['25202600', '', 'Aircraft environment and avionics equipment', '航空电子设备', '航空電子設備'],
    ['39121000', '', 'Electrical distribution', '配电器件', '配電器件'],
    ['15121500', '', 'Hydraulic fluids', '液压油', '液壓油'],
    ['15121902', '', 'Greases', '润滑脂', '潤滑脂'],
    ['26121600', '', 'Wire and cable', '电线电缆', '電線電纜'],
    ['40161500', '', 'Filters', '过滤器', '過濾器'],
    ['46181504', '', 'Protective gloves', '防护手套', '防護手套'],
    ['47131821', '', 'Solvent cleaners', '溶剂清洗剂', '溶劑清洗劑'],
  ],
  ATA: [
    ['12', '', 'Servicing', '勤务', '勤務'],
    ['12-00', '12', 'Servicing, general', '勤务总论', '勤務總論'],
    ['12-20', '12', 'Scheduled servicing', '定期勤务', '定期勤務'],
    ['12-40', '12', 'Unscheduled servicing', '非定期勤务', '非定期勤務'],
    ['20', '', 'Standard practices', '标准施工', '標準施工'],
    ['20-10', '20', 'Hardware', '标准件', '標準件'],
    ['20-40', '20', 'Connectors', '连接器', '連接器'],
    ['20-42', '20', 'Wiring', '导线', '導線'],
    ['23', '', 'Communications', '通信', '通訊'],
    ['23-12', '23', 'VHF communication', '甚高频通信', '特高頻通訊'],
    ['24', '', 'Electrical power', '电源', '電源'],
    ['24-20', '24', 'AC generation', '交流发电', '交流發電'],
    ['24-50', '24', 'Load distribution', '负载分配', '負載分配'],
    ['25', '', 'Equipment and furnishings', '设备和装饰', '設備和裝飾'],
    ['25-62', '25', 'Emergency locator', '应急定位', '緊急定位'],
    ['27', '', 'Flight controls', '飞行操纵', '飛行操縱'],
    ['27-00', '27', 'Flight controls, general', '飞行操纵总论', '飛行操縱總論'],
    ['27-50', '27', 'Flaps', '襟翼', '襟翼'],
    ['28', '', 'Fuel', '燃油', '燃油'],
    ['28-00', '28', 'Fuel, general', '燃油总论', '燃油總論'],
    ['29', '', 'Hydraulic power', '液压源', '液壓源'],
    ['29-00', '29', 'Hydraulic power, general', '液压源总论', '液壓源總論'],
    ['29-10', '29', 'Main hydraulic system', '主液压系统', '主液壓系統'],
    ['29-11', '29', 'Hydraulic supply', '液压供应', '液壓供應'],
    ['31', '', 'Indicating and recording', '指示和记录', '指示和記錄'],
    ['31-61', '31', 'Displays', '显示', '顯示'],
    ['32', '', 'Landing gear', '起落架', '起落架'],
    ['32-40', '32', 'Wheels and brakes', '机轮和刹车', '機輪和煞車'],
    ['33', '', 'Lights', '灯光', '燈光'],
    ['33-42', '33', 'Landing lights', '着陆灯', '著陸燈'],
    ['34', '', 'Navigation', '导航', '導航'],
    ['34-11', '34', 'Pitot and static', '全静压', '全靜壓'],
    ['34-21', '34', 'Inertial reference', '惯性基准', '慣性基準'],
    ['34-42', '34', 'Radio altimeter', '无线电高度表', '無線電高度表'],
    ['34-43', '34', 'Traffic collision avoidance', '空中防撞', '空中防撞'],
    ['51', '', 'Structures, standard practices', '结构标准施工', '結構標準施工'],
    ['51-10', '51', 'Repair tapes', '修理胶带', '修理膠帶'],
    ['51-20', '51', 'Structural bonding', '结构胶接', '結構膠接'],
    ['51-24', '51', 'Protective finishes', '防护涂层', '防護塗層'],
    ['51-30', '51', 'Sealing', '密封', '密封'],
    ['51-40', '51', 'Fasteners of structure', '结构紧固件', '結構緊固件'],
  ],
} as const;

/**
 * Links by pattern: `#` is the dash number, 1 to `most`; only where both parts are offered. Codes: 1 one-way, 2 two-way, 3 not interchangeable,
 * 4 set, 5 qualified. The relations are illustrations for a demo and no airworthiness data.
 */
export const demoLinks = [
  { from: 'AN960-##', to: 'NAS1149F03#', most: 24, code: '1', authority: 'DEMO-SB 20-011', remark: 'Cancelled standard; the NAS washer replaces it.' },
  { from: 'MS20426AD4-#', to: 'NAS1097AD4-#', most: 20, code: '3', authority: 'DEMO-EO 51-007', remark: 'Reduced head: never where the head carries tension.' },
  { from: 'MS28775-###', to: 'MS29513-###', most: 60, code: '5', authority: 'DEMO-EO 29-102', remark: 'Not in phosphate ester fluid.', model: 'A320' },
  { from: 'MS29513-###', to: 'M83248/1-###', most: 60, code: '1', authority: 'DEMO-SB 28-040', remark: 'Fluorocarbon for nitrile.' },
  { from: 'NAS6603H#', to: 'NAS6604H#', most: 12, code: '3', authority: 'DEMO-EO 20-033', remark: 'Another diameter.' },
] as const;

/** An old bolt that a bolt with its washer replaces. */
export const demoSets = { from: 'AN3-#', bolt: 'NAS6603D#', washer: 'NAS1149F03#', most: 8, authority: 'DEMO-SB 20-014' } as const;
