/** Permissions of this room: to read tenders, the buyer's to run, to award and to open them, the supplier's to bid. */
export const tenderingPermissions = ['tender:read', 'tender:manage', 'tender:award', 'tender:open', 'bid:submit'] as const;
