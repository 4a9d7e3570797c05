import { type Asked, missingScopes } from '../../feishu/api/missingScopes';
import type { OperationNeeds } from '../../feishu/api/scopeNeeds';

/** What works with an app of the README's five minutes: reading and replying, files, writing to people, looking them up. */
const OPERATIONS: Readonly<Record<string, readonly string[] | 'all'>> = {
	'feishu/message': [
		'send',
		'reply',
		'sendAndWait',
		'get',
		'getAll',
		'search',
		'edit',
		'recall',
		'forward',
		'mergeForward',
		'forwardThread',
		'getReadUsers',
		'pushFollowUp',
	],
	'feishu/card': 'all',
	'feishu/media': 'all',
	'feishu/reaction': 'all',
	'feishu/pin': 'all',
	'feishuChat/chat': ['get', 'getAll', 'search', 'getShareLink', 'isMember'],
	'feishuChat/member': ['getAll'],
	'feishuContact/user': ['get', 'find', 'search', 'getByIds'],
	'feishuContact/department': ['search'],
};

/** What no call asks for: scopes of events, and of fields, without which lists show IDs in place of names. */
export const FURTHER: ReadonlyArray<readonly [scope: string, what: string]> = [
	['im:message.group_at_msg:readonly', 'Events: messages of groups in which the bot is mentioned'],
	['im:message.p2p_msg:readonly', 'Events: messages to the bot'],
	['contact:user.base:readonly', 'The names of people'],
	['contact:user.email:readonly', 'The email addresses of people'],
	['contact:department.base:readonly', 'The names of departments'],
];

/** The few scopes with which to begin. @param operations of all nodes @throws Error for one that is none of them */
export function firstDayScopes(operations: readonly OperationNeeds[]): string[] {
	const asked = Object.entries(OPERATIONS).flatMap(([place, names]) => {
		const rows = operations.filter(({ node, resource }) => `${node}/${resource}` === place);
		return (names === 'all' ? rows.map(({ operation }) => operation) : names).map((name): Asked => {
			const row = rows.find(({ operation }) => operation === name);
			if (!row) throw new Error(`There is no operation ${place}/${name}`);
			return { ...row, as: 'tenant' };
		});
	});
	const needed = missingScopes(asked, { granted: {} }).map(({ scope }) => scope);
	const isOfMessages = (scope: string) => scope.startsWith('im:');
	const all = [...needed, ...FURTHER.map(([scope]) => scope)];
	return [...all.filter(isOfMessages), ...all.filter((scope) => !isOfMessages(scope))];
}
