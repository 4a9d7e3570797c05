/** What happened to an instance, in words. */

/** By the types of a timeline. @see https://open.feishu.cn/document/server-docs/approval-v4/instance/get `timeline.type` */
const WORDS: Readonly<Record<string, string>> = {
	START: 'started it',
	PASS: 'approved',
	REJECT: 'rejected',
	AUTO_PASS: 'approved automatically',
	AUTO_REJECT: 'rejected automatically',
	REMOVE_REPEAT: 'was skipped, having approved before',
	TRANSFER: 'handed it on',
	ADD_APPROVER_BEFORE: 'added somebody before',
	ADD_APPROVER: 'added somebody beside',
	ADD_APPROVER_AFTER: 'added somebody after',
	DELETE_APPROVER: 'took somebody away',
	ROLLBACK_SELECTED: 'sent it back',
	ROLLBACK: 'sent it all back',
	CANCEL: 'withdrew it',
	DELETE: 'deleted it',
	CC: 'sent copies',
};

export interface Happened {
	type: string;
	/** Of whoever did it; empty when nobody did. */
	who: string;
	/** To whom it was handed on, who was added, who gets a copy. */
	whom: readonly string[];
	comment: string;
}

/** `Tom approved: Fine with me`; a type that is not known is told as it is. */
export function inWords({ type, who, whom, comment }: Happened): string {
	const done = WORDS[type] ?? type;
	const to = whom.length > 0 ? ` (${whom.join(', ')})` : '';
	return [[who, done].filter((part) => part !== '').join(' ') + to, comment].filter((part) => part !== '').join(': ');
}
