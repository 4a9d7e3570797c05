/** What the pages about approvals leave open. The first one named is given unless a test asks for another. */
export interface ApprovalSettings {
	/** Whether people can grant the scopes of the newer endpoints, which many consoles do not offer. */
	approvalUserScopes: 'grantable' | 'absent';
}

export const APPROVAL_SETTINGS: ApprovalSettings = {
	approvalUserScopes: 'grantable',
};
