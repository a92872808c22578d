/** Words of the generated part names: enough of them that two together are neither rare nor everywhere. */
export const adjectives = [
  'hex', 'flush', 'countersunk', 'shear', 'tension', 'self-locking', 'castellated', 'flanged', 'threaded', 'captive', 'quick-release', 'splined', 'tapered', 'sealed', 'shielded',
  'angular', 'axial', 'radial', 'thin-wall', 'heavy-duty', 'miniature', 'panel', 'coaxial', 'hermetic', 'pressure', 'thermal', 'ground', 'bonding', 'drain', 'vent',
] as const;
export const nouns = [
  'bolt', 'screw', 'nut', 'washer', 'rivet', 'stud', 'pin', 'bushing', 'bearing', 'seal', 'gasket', 'packing', 'clamp', 'bracket', 'fitting', 'coupling', 'hose', 'tube', 'valve', 'filter',
  'connector', 'contact', 'terminal', 'relay', 'switch', 'breaker', 'lamp', 'sensor', 'probe', 'gauge', 'actuator', 'motor', 'pump', 'fuse', 'cable', 'harness', 'placard', 'sealant', 'adhesive', 'primer',
] as const;
export const grades = ['titanium', 'A286', 'inconel', 'alloy steel', 'stainless', 'aluminium', 'nylon', 'PTFE', 'silicone', 'fluorosilicone', 'cadmium plated', 'passivated', 'anodised', 'zinc', 'monel'] as const;
export const hanNouns = ['六角螺栓', '沉头螺钉', '自锁螺母', '平垫圈', '铆钉', '双头螺柱', '销钉', '衬套', '滚珠轴承', '密封圈', '垫片', '卡箍', '支架', '管接头', '软管', '阀门', '滤芯', '连接器', '继电器', '断路器'] as const;
