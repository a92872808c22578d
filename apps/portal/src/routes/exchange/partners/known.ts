export interface Known {
  id: string;
  name: string;
  own: boolean;
  codes: { scheme: string; value: string }[];
}
