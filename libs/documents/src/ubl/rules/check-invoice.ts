import type { Problem } from '../../canonical/problem.js';
import type { XmlElement } from '../../xml/element.js';
import { categoryRules } from './category-rules.js';
import { codeRules } from './code-rules.js';
import { identifierRules } from './identifier-rules.js';
import { peppolRules } from './peppol-rules.js';
import { presenceRules } from './presence-rules.js';
import { sumRules } from './sum-rules.js';
import { ublSyntaxRules } from './syntax-rules.js';
import { type BusinessRule, InvoiceView } from './view.js';

/** Rules of EN 16931-1 on a UBL invoice or credit note. */
export const en16931Rules: readonly BusinessRule[] = [
  ...presenceRules,
  ...sumRules,
  ...categoryRules,
  ...codeRules,
  ...ublSyntaxRules,
];

/** Rules of Peppol BIS Billing 3 beyond those. */
export const peppolBillingRules: readonly BusinessRule[] = [...peppolRules, ...identifierRules];

/**
 * Judges a UBL Invoice or CreditNote by the business rules of EN 16931 and, when asked, of Peppol BIS Billing 3: each breach is a
 * problem with the official id of its rule and its place. National rules are not among them. Never throws; of another root it says nothing.
 */
export function checkUblInvoice(root: XmlElement, options: { peppol?: boolean } = {}): Problem[] {
  return root.name === 'Invoice' || root.name === 'CreditNote' ? judge(new InvoiceView(root), { ...options, syntax: true }) : [];
}

/** Judges an invoice of any syntax that was brought into the words of the rules; `syntax` adds what UBL alone is asked. */
export function judge(
  invoice: InvoiceView,
  { peppol = true, syntax = false }: { peppol?: boolean; syntax?: boolean } = {},
): Problem[] {
  const rules = [...en16931Rules, ...(peppol ? peppolBillingRules : [])];
  return rules
    .filter((one) => syntax || !ublSyntaxRules.includes(one))
    .flatMap(({ id, severity, says, find }) =>
      find(invoice).map(
        ({ element, at }): Problem => ({
          at,
          ...(element.line === undefined ? {} : { line: element.line }),
          code: id,
          message: says,
          severity,
        }),
      ),
    );
}
