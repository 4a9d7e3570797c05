/** What the pages about approvals leave open. The first one named is given unless a test asks for another. */
export interface ApprovalSettings {
	/** Whether people can grant the scopes of the newer endpoints, which many consoles do not offer. */
	approvalUserScopes: 'grantable' | 'absent';
	/** Whether a date may be given without a time; the page of the widgets knows RFC 3339 alone, an app of others sends days. */
	approvalDates: 'exact' | 'daysToo';
	/** How refusals are called: in the codes of the pages, or in those of before, which people still meet. */
	approvalCodes: 'current' | 'legacy';
	/** Pages of what waits for people: with far fewer rows than asked for, as people saw, or full. */
	approvalLists: 'sparse' | 'full';
	/** Whether events of approvals of version 1.0 come over the long connection; their pages show it and name webhooks alone. */
	approvalEvents: 'both' | 'webhookOnly';
	/** Whether the event of an instance brings the uuid that it was started with; the page says so of those that have one. */
	approvalEventUuid: 'given' | 'absent';
	/** Seconds after which searches find what was started; the pages say that they are behind, and not how far. */
	approvalSearchSeconds: number;
	/** How the names of files stand beside their addresses: bare, or in quotation marks as the sample of the page has them. */
	approvalFileNames: 'bare' | 'quoted';
	/** The ampersands in the addresses of files: escaped once more, as the page says that they may be, or as they are. */
	approvalFileAddresses: 'escaped' | 'plain';
	/** By which key the lists of somebody's approval centre tell the code of the instance. */
	approvalTaskCodes: 'process_code' | 'process_external_id';
	/** Where a private deployment takes files: at the address of its API, or at `www.` beside it alone. */
	approvalUploadHost: 'api' | 'client';
	/** Whose tokens the host for files takes: those of all apps, or of self-built ones alone (99991663 for others). */
	approvalUploadApps: 'all' | 'selfBuilt';
}

export const APPROVAL_SETTINGS: ApprovalSettings = {
	approvalUserScopes: 'grantable',
	approvalDates: 'exact',
	approvalCodes: 'current',
	approvalLists: 'sparse',
	approvalEvents: 'both',
	approvalEventUuid: 'given',
	approvalSearchSeconds: 0,
	approvalFileNames: 'bare',
	approvalFileAddresses: 'escaped',
	approvalTaskCodes: 'process_code',
	approvalUploadHost: 'api',
	approvalUploadApps: 'all',
};
