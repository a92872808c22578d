/** What the hub said of one document. */
export interface Answer {
  status: number;
  /** Codes of the problems, warnings left out; without any the document was taken. */
  codes: readonly string[];
  /** Whether it was told that its XML could be read, and is no document of trade. */
  isXml: boolean;
  ms: number;
}

/** Hands documents in, as an ERP does. */
export interface XmlDoor {
  send(bytes: Buffer): Promise<Answer>;
}

/** The exchange door of a hub, by the key of an organisation. */
export const exchangeDoor = (url: string, apiKey: string): XmlDoor => ({
  async send(bytes) {
    const began = performance.now();
    const response = await fetch(`${url}/exchange/inbound`, {
      method: 'POST',
      headers: { authorization: `Bearer ${apiKey}`, 'content-type': 'application/xml' },
      body: new Uint8Array(bytes),
    });
    const { problems = [] } = JSON.parse(await response.text()) as { problems?: Problem[] };
    const errors = problems.filter(({ severity }) => severity === 'error');
    return {
      status: response.status,
      codes: errors.map(({ code }) => code),
      isXml:
        errors.length === 1 && errors.every(({ code, message }) => code === 'FORMAT_UNKNOWN' && /^This is XML/.test(message)),
      ms: performance.now() - began,
    };
  },
});

interface Problem {
  code: string;
  message: string;
  severity: string;
}

/** Refused for its XML. */
export const wasRefused = ({ status, codes, isXml }: Answer): boolean =>
  status === 422 && !isXml && codes.some((code) => code.startsWith('XML_'));

/** Turned away as no document of any format: nobody looked at it as XML. */
export const wasTurnedAway = ({ status, codes, isXml }: Answer): boolean =>
  status === 422 && !isXml && codes.length > 0 && codes.every((code) => code === 'FORMAT_UNKNOWN');
