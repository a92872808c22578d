/** The settings of a connection as the hub keeps them; what the form does not know stays as it is. */
export interface Settings {
  identifiers?: { scheme: string; value: string }[];
  x12?: {
    own: X12Address;
    hub?: X12Address;
    separators?: { element: string; component: string; segment: string };
  };
  edifact?: {
    own: EdifactAddress;
    hub?: EdifactAddress;
    release?: 'D.96A' | 'D.01B';
    association?: string;
    syntax?: string;
  };
  cxml?: { own: Credential; hub?: Credential };
  ubl?: { endpoint: { scheme: string; value: string } };
  adjustments?: Record<string, unknown>;
  authorizationHeader?: string;
}
export interface X12Address {
  qualifier: string;
  id: string;
  application?: string;
}
export interface EdifactAddress {
  id: string;
  qualifier?: string;
  address?: string;
}
export interface Credential {
  domain: string;
  identity: string;
}

export const hubX12: X12Address = { qualifier: 'ZZ', id: 'ENTREPOT' };
export const hubEdifact: EdifactAddress = { id: 'ENTREPOT' };
export const hubCredential: Credential = { domain: 'NetworkId', identity: 'ENTREPOT' };
export const x12Separators = { element: '*', component: '>', segment: '~' };

/** The settings in a text, or undefined when it is no JSON object. */
export function readSettings(json: string): Settings | undefined {
  try {
    const read: unknown = JSON.parse(json);
    return typeof read === 'object' && read !== null && !Array.isArray(read) ? (read as Settings) : undefined;
  } catch {
    return undefined;
  }
}

/** What a format needs, filled with what the hub would take, so that the fields are never empty without reason. */
export function prepared(settings: Settings, format: string): Settings {
  if (format === 'X12')
    return {
      ...settings,
      x12: { ...settings.x12, own: settings.x12?.own ?? { qualifier: 'ZZ', id: '' }, hub: settings.x12?.hub ?? hubX12 },
    };
  if (format === 'EDIFACT')
    return {
      ...settings,
      edifact: { ...settings.edifact, own: settings.edifact?.own ?? { id: '' }, hub: settings.edifact?.hub ?? hubEdifact },
    };
  if (format === 'CXML')
    return {
      ...settings,
      cxml: { own: settings.cxml?.own ?? { domain: 'NetworkId', identity: '' }, hub: settings.cxml?.hub ?? hubCredential },
    };
  return settings;
}

export const settingsText = (settings: Settings): string => JSON.stringify(settings, null, 2);

/** What the fields of a format get. */
export interface FieldsProps {
  format: string;
  settings: Settings;
  onChange: (settings: Settings) => void;
  error?: string;
}
