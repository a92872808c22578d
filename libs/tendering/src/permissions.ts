/** Permissions of this room: to read tenders, the buyer's to run and to award them, the supplier's to bid. */
export const tenderingPermissions = ['tender:read', 'tender:manage', 'tender:award', 'bid:submit'] as const;
