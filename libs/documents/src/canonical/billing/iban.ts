const FORM = /^[A-Z]{2}\d{2}[A-Z0-9]{8,30}$/;

/** Whether an account number is an IBAN: its form, and 1 for what is left of it modulo 97. Blanks in it mean nothing. Source: ISO 13616. */
export function isIban(account: string): boolean {
  const iban = account.replaceAll(' ', '');
  if (!FORM.test(iban)) return false;
  const digits = [...iban.slice(4), ...iban.slice(0, 4)].map((sign) => Number.parseInt(sign, 36)).join('');
  return [...digits].reduce((rest, digit) => (rest * 10 + Number(digit)) % 97, 0) === 1;
}
