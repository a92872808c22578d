/** Permissions of this room: the buyer's over baskets and his orders, and the supplier's to confirm; of either side to review papers and to rule the gate. */
export const procurementPermissions = [
  'basket:edit',
  'order:read',
  'order:place',
  'order:change',
  'order:cancel',
  'order:confirm',
  'certificate:review',
  'gate:release',
  'gate:manage',
] as const;
