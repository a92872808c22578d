// Service message CONTRL and its segments, version 3 of the syntax. Source: ISO 9735:1988 with amendment 1, and UN/ECE R.1244 (CONTRL 1.3);
// the same notation as the directories.
export const serviceSegments: Readonly<Record<string, string>> = {
  UCI: 'an14! (an35! an4 an14)! (an35! an4 an14)! n1! n2 a3 (n3 n3)',
  UCF: 'an14! (an35! an4) (an35! an4) n1! n2 a3 (n3 n3)',
  UCM: 'an14! (an6! an3! an3! an2! an6)! n1! n2 a3 (n3 n3)',
  UCS: 'n6! n2',
  UCD: 'n2! (n3! n3)!',
};

export const serviceMessages: Readonly<Record<string, string>> = {
  CONTRL: 'UCI! (UCM! (UCS! UCD99)999)999999 (UCF! (UCM! (UCS! UCD99)999)999999)999999',
};
