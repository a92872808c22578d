/** Permissions of this room: the buyer's over baskets and his orders, and the supplier's to confirm. */
export const procurementPermissions = [
  'basket:edit',
  'order:read',
  'order:place',
  'order:change',
  'order:cancel',
  'order:confirm',
] as const;
