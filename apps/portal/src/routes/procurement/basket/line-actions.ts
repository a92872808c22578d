import type { AlternatesConsent, ExchangeSeenInput, LineRequirementsInput } from '../../../graphql/generated/graphql';

export interface LineActions {
  onChange: (wish: {
    quantity?: string;
    needBy?: string | null;
    ncnrAccepted?: boolean;
    acceptPrice?: boolean;
    alternatesConsent?: AlternatesConsent;
    budgetAccepted?: boolean;
    requires?: LineRequirementsInput | null;
    acceptCore?: boolean;
    exchangeSeen?: ExchangeSeenInput;
  }) => void;
  onRemove: () => void;
  /** What the hub said against the line: at a change, or at placing the order. */
  errors: readonly string[];
  busy: boolean;
}
