/** What a role may hold in this room. */
export const supplyPermissions = [
  'catalogue:read',
  'catalogue:upload',
  'catalogue:publish',
  'stock:write',
  'price:read',
  'agreement:manage',
] as const;
