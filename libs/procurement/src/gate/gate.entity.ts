import type { GateFacts, GateKind, GateOutcome, GateReason } from './gate.rules.js';

export type GateVoice = 'OPERATOR' | 'BUYER' | 'SUPPLIER';

/** A version of a rule of the gate. It is never changed: a new version ends it. */
export interface GateRule {
  orgId: string;
  id: string;
  code: string;
  version: number;
  /** OPERATOR binds all orders, SUPPLIER those that he gets, BUYER those that he places. */
  speaksFor: GateVoice;
  kind: GateKind;
  outcome: GateOutcome;
  /** What document lets a line pass; for DOCUMENT alone. */
  document: string | null;
  /** Who brings it. */
  provider: 'SUPPLIER' | 'BUYER' | null;
  /** Whose people may let a line pass with a reason. */
  releaser: 'BUYER' | 'SUPPLIER';
  conditions: Record<string, unknown>;
  /** What it says to people. */
  sentence: string;
  validFrom: Date;
  endedAt: Date | null;
}

/** What a version of a rule decided of an order line. */
export interface GateCheck {
  orderId: string;
  lineId: string;
  ruleOrg: string;
  ruleId: string;
  code: string;
  version: number;
  kind: GateKind;
  result: 'PASS' | 'HOLD' | 'DOCUMENT';
  reason: GateReason;
  facts: GateFacts;
  sentence: string;
  releaser: 'BUYER' | 'SUPPLIER';
  certificateId: string | null;
  status: 'PASSED' | 'OPEN' | 'SATISFIED' | 'RELEASED';
  judgedAt: Date;
  releasedAt: Date | null;
  releaseReason: string | null;
}
