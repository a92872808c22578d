import { describe, expect, it } from '@jest/globals';
import { describeArrival, describeUnproven } from './describe-arrival.js';

const isa = 'ISA*00*          *00*          *ZZ*PARTNER        *ZZ*ENTREPOT       *310102*1000*U*00401*000000009*0*P*>~';
const unb = "UNA:+.? '\nUNB+UNOC:3+PARTNER:ZZ+ENTREPOT:ZZ+261122:1000+7001'\nUNZ+0+7001'";
const ubl = '<Order xmlns="urn:oasis:names:specification:ubl:schema:xsd:Order-2"/>';
const openTrans = '<ORDER xmlns="http://www.opentrans.org/XMLSchema/2.1" version="2.1"/>';
const cxml =
  '<cXML payloadID="p@x" timestamp="2026-03-02T10:00:00Z"><Header><From/><To/><Sender><Credential domain="DUNS"><Identity>1</Identity><SharedSecret>hush</SharedSecret></Credential></Sender></Header></cXML>';
const http = { transport: 'HTTP' as const };

describe('a delivery', () => {
  it('whose sender has shown no key is read as far as cXML goes, where the key stands inside, and no further', () => {
    const others = [isa, unb, ubl, openTrans, '', 'nothing of the kind'].map((text) => Buffer.from(text));
    expect(others.map((bytes) => describeUnproven(bytes, http))).toEqual(others.map(() => undefined));
    expect(describeUnproven(Buffer.from(cxml), http)?.sharedSecret).toBe('hush');
  });

  it('is named by what it says of itself', () => {
    const named = (text: string) => {
      const { format, transportId } = describeArrival(Buffer.from(text), http).arrival;
      return [format, transportId];
    };
    expect([isa, unb, cxml].map(named)).toEqual([
      ['X12', 'ISA:ZZ:PARTNER:000000009'],
      ['EDIFACT', 'UNB:ZZ:PARTNER:7001'],
      ['CXML', 'p@x'],
    ]);
  });
});
