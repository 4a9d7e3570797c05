import type { Call, Route } from '../../gateway/route';
import { PlatformError } from '../../platform/envelope';
import type { ChatCondition, CompanyCondition, Condition, MessageCondition } from '../../state/conditions';
import type { Addressed } from './addressed';

/** A refusal, and what else must be so: the same code means something else on other endpoints. */
interface Refusal {
	code: number;
	words: string;
	when?: (call: Call, what: Addressed, route: Route) => boolean;
}

type Refusals<Name extends Condition> = Readonly<Record<Name, readonly Refusal[]>>;

const refusal = (code: number, words: string, when?: Refusal['when']): Refusal => ({ code, words, when });

const edits: Refusal['when'] = (_call, _what, { method }) => method === 'PUT';
const sends: Refusal['when'] = (_call, _what, { method }) => method === 'POST';
const isPair: Refusal['when'] = (_call, { chats }) => chats.some(({ chat_type: type }) => type === 'p2p');
const namesThread: Refusal['when'] = ({ params, query }) =>
	query.container_id_type === 'thread' || params.thread_id !== undefined;

const settingOf = ({ body }: Call, name: string) => body[name];

const ENCRYPTED_SEND = refusal(230075, 'Sending encrypted messages is not supported.', sends);

/** Of groups. Source: the error tables of the endpoints, by whose codes each refuses. */
const OF_CHATS: Refusals<ChatCondition> = {
	secret: [
		refusal(230066, 'The message to be forwarded is in a secret group, forwarding is not supported.', isSource),
		refusal(230073, 'The message in the secret group is not allowed to be edited.', edits),
		ENCRYPTED_SEND,
		refusal(232061, 'Secret chat cannot be share link.'),
	],
	encrypted: [
		refusal(230062, 'No permission to forward to third-party encryption group.', isTarget),
		refusal(230074, 'The message in the third-party encryption group is not allowed to be edited.', edits),
		ENCRYPTED_SEND,
	],
	team: [refusal(232063, 'Team cannot be share link.')],
	banned: [refusal(232060, 'This chat is banned.')],
	meeting: [
		refusal(232092, 'Meeting in progress. Unable to modify group posting permissions.'),
		refusal(
			232093,
			'This meeting has restricted access. Unable to turn off group membership approval.',
			(call) => settingOf(call, 'membership_approval') === 'no_approval_required',
		),
	],
	otherCompany: [
		refusal(230038, 'Cross tenant p2p chat operate forbid.', isPair),
		refusal(232010, 'Operator and chat can NOT be in different tenants.'),
	],
	archived: [
		refusal(231004, 'The chat in which the message exists is not found, maybe not exist, deleted or archived.'),
	],
	sending: [refusal(230049, 'The message is being sent.')],
	connected: [
		refusal(
			230054,
			'This type of message is unavailable in the connection group.',
			(call) => settingOf(call, 'msg_type') === 'interactive',
		),
	],
	full: [refusal(232044, 'You have reached maximum number of chat members set by admin.')],
	documentForbidden: [
		refusal(232066, 'The operator does not have the doc permission.'),
		refusal(232051, 'The operator does not have doc permission.'),
	],
	menuChanging: [refusal(232073, 'The group menu is being modified, please try again later.')],
	threadsHidden: [
		refusal(230073, 'The thread is invisible to the operator.', namesThread),
		refusal(
			230074,
			'The target thread is invisible to the operator.',
			({ query }) => query.receive_id_type === 'thread_id',
		),
	],
};

const OF_MESSAGES: Refusals<MessageCondition> = {
	selfDestructs: [refusal(230111, 'Action unavailable as the message will self-destruct soon.')],
	folded: [refusal(230098, 'The message is fold, not support urgent.')],
	threadRemoved: [refusal(231005, 'The thread has been no-trace removed, cannot put reaction.')],
	reactionPending: [refusal(231015, 'Act on reaction failed, repeated request is processing.')],
};

const OF_COMPANY: Refusals<CompanyCondition> = {
	keyDeleted: [
		refusal(230036, 'Tenant crypt key has been deleted.'),
		refusal(234041, 'Tenant master key has been deleted, please contact the tenant administrator.'),
	],
	// Of calendars alone.
	oldKeyDeleted: [],
	otherUnit: [],
	storageFull: [
		refusal(
			234042,
			'Hybrid deployment tenant storage error, such as full storage space, please contact tenant administrator.',
		),
	],
	noPublicGroups: [
		refusal(
			232091,
			'Due to the security control requirements of this tenant, this tenant does not allow public group.',
			(call) => settingOf(call, 'chat_type') === 'public',
		),
	],
	noRestrictedMode: [
		refusal(
			232057,
			"The operator tenant doesn't have the permission to use restricted mode.",
			(call) => (settingOf(call, 'restricted_mode_setting') as { status?: boolean } | undefined)?.status === true,
		),
	],
	noHiddenCounts: [
		refusal(
			232078,
			"The operator tenant doesn't have the permission to use hide_member_count_setting.",
			(call) => settingOf(call, 'hide_member_count_setting') === 'only_owner',
		),
	],
	noReactions: [
		refusal(
			231020,
			'Due to the configuration of the tenant administrator, you cannot perform this operation on the target user temporarily.',
		),
	],
	writesStopped: [refusal(232096, 'Meta writing has stopped, please try again later.')],
};

/** What is so of nothing that was set, and follows from the request and what is there. */
const ALWAYS: readonly Refusal[] = [
	refusal(232023, 'Chat information review failed while updating the chat.', ({ platform: { store }, body }) =>
		store.settings.blockedWords.some((word) => `${String(body.name)} ${String(body.description)}`.includes(word)),
	),
	refusal(
		232069,
		'current chat type unsupported to set public.',
		({ body }, { chats }) => body.chat_type === 'public' && chats.some(({ external }) => external),
	),
];

function isSource(_call: Call, { messages }: Addressed): boolean {
	return messages.some(({ chat }) => chat.conditions?.includes('secret'));
}

function isTarget(_call: Call, { targets }: Addressed): boolean {
	return targets.some((chat) => chat.conditions?.includes('encrypted'));
}

/** Throws the first refusal that the endpoint documents and that a condition of the group, message or company brings. */
export function requireConditions(route: Route, call: Call, what: Addressed, codes: readonly number[]): void {
	const { store } = call.platform;
	const brought = [
		...what.chats.flatMap(({ conditions = [] }) => conditions.flatMap((name) => OF_CHATS[name])),
		...what.messages.flatMap(({ message: { conditions = [] } }) => conditions.flatMap((name) => OF_MESSAGES[name])),
		...store.settings.company.flatMap((name) => OF_COMPANY[name]),
		...ALWAYS,
	];
	for (const { code, words, when } of brought)
		if (codes.includes(code) && (when?.(call, what, route) ?? true)) throw new PlatformError(code, words);
	requirePace(call, what, codes);
}

/** Calls that change groups, of all apps to one group; no page has the number. */
const GROUP_PACE = { limit: 20, ms: 1_000 };

function requirePace({ platform: { rate }, app }: Call, { chats }: Addressed, codes: readonly number[]): void {
	if (!codes.includes(232019)) return;
	const key = `group ${chats[0]?.chat_id ?? app.app_id}`;
	if (!rate.allows(key, [GROUP_PACE])) throw new PlatformError(232019, 'The request has been rate limited.');
}
