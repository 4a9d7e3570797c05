/** What a group may be, or what happens in it, that no endpoint can set. */
export const CHAT_CONDITIONS = [
	'secret',
	'encrypted',
	'team',
	'banned',
	'meeting',
	'otherCompany',
	'archived',
	'sending',
	'connected',
	'full',
	'documentForbidden',
	'menuChanging',
	'threadsHidden',
] as const;

/** What may be so of a message. */
export const MESSAGE_CONDITIONS = ['selfDestructs', 'folded', 'threadRemoved', 'reactionPending'] as const;

/** What the administrators of the company have set, or what is the matter with all of it. */
export const COMPANY_CONDITIONS = [
	'keyDeleted',
	'oldKeyDeleted',
	'otherUnit',
	'storageFull',
	'noPublicGroups',
	'noRestrictedMode',
	'noHiddenCounts',
	'noReactions',
	'writesStopped',
] as const;

export type ChatCondition = (typeof CHAT_CONDITIONS)[number];
export type MessageCondition = (typeof MESSAGE_CONDITIONS)[number];
export type CompanyCondition = (typeof COMPANY_CONDITIONS)[number];
export type Condition = ChatCondition | MessageCondition | CompanyCondition;
