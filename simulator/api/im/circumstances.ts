import { findEndpoint } from '../../catalog/endpoints';
import type { Call, Route } from '../../gateway/route';
import { PlatformError } from '../../platform/envelope';
import { type Chat, groupOf, isHidden } from '../../state/chats';
import type { User } from '../../state/contact';
import { isManager } from './chatAccess';
import { addressed, type Addressed } from './addressed';
import { requireConditions } from './conditions';

/** What keeps an app from what it wants although its request is right: who may use it, where it is, what the group hides. */
interface Circumstance {
	/** One of these is the endpoint's own; endpoints that document none of them don't mind. */
	codes: readonly number[];
	holds: (call: Call, what: Addressed) => boolean;
}

const WORDS: Readonly<Record<number, string>> = {
	230006: 'Bot ability is not activated.',
	230013: 'Bot has NO availability to this user.',
	230027: 'Lack of necessary permissions.',
	230029: 'User has resigned.',
	230050: 'The message is invisible to the operator.',
	230053: 'The user has stopped the bot from sending messages.',
	230070: 'Forwarding of messages in restricted mode is not allowed.',
	231018: 'The message is invisible to the operator.',
	231019: 'Due to the settings of this user, you are temporarily unable to perform this operation.',
	231021: 'No permission to operate external chats.',
	231022: 'Bot has NO availability to this user.',
	231203: 'The chat type is not supported.',
	232024:
		'Users do not have the visibility of the app, or the operator does not have collaboration permissions with the target users.',
	232025: 'Bot ability is not activated.',
	232055: 'The operator does not have chat tab, chat menu, chat widget manage permission',
	232033: 'The operator or invited bots does NOT have the authority to manage external chats without the scope.',
	232034: 'The app is unavailable or inactivated by the tenant.',
	234007: 'App does not enable bot feature.',
	234009: 'Lack of necessary permissions.',
	234038: 'Do not allow downloading of message resources in restricted mode.',
	234040: 'The message is invisible to the operator.',
	1772004: 'The operator or invited bots does NOT have the authority to manage external chats without the scope.',
	1772025: 'Bot ability is not activated.',
	1772034: 'The app is unavailable or inactivated by the tenant.',
};

/** The newer pages of the explorer name these, too. */
const ALSO: Readonly<Record<string, readonly number[]>> = {
	'PATCH /open-apis/im/v1/messages/:message_id': [230050],
	'GET /open-apis/im/v1/messages/:message_id/read_users': [230050],
	'PATCH /open-apis/im/v1/messages/:message_id/urgent_app': [230050],
	'PATCH /open-apis/im/v1/messages/:message_id/urgent_sms': [230050],
	'PATCH /open-apis/im/v1/messages/:message_id/urgent_phone': [230050],
	'GET /open-apis/im/v1/messages/:message_id/reactions': [231021, 231022],
};

const isAvailableTo = ({ app }: Call, openId: string) => app.availability?.includes(openId) ?? true;

/** People in the conversations of two, and those who are named as receivers. */
const peopleOf = ({ chats, receiver }: Addressed): string[] => [
	...chats.filter((chat) => chat.chat_type === 'p2p').flatMap((chat) => chat.members),
	...(receiver ? [receiver.open_id] : []),
];

const isRestricted = (chat: Chat, what: 'message' | 'download') => {
	const { restricted_mode_setting: mode } = groupOf(chat).settings;
	return mode.status && mode[`${what}_has_permission_setting`] === 'not_anyone';
};

/** Of an app that the company has switched off. */
const STOPPED = [232034, 1772034];

const CIRCUMSTANCES: readonly Circumstance[] = [
	{ codes: [230006, 232025, 234007, 1772025], holds: ({ app }) => !app.bot },
	{ codes: STOPPED, holds: ({ platform: { store }, app }) => store.installOf(app) === 'stopped' },
	{
		codes: [232033, 231021, 230027, 234009, 1772004],
		holds: ({ app }, { chats }) => !app.outside && chats.some(({ external }) => external),
	},
	{
		codes: [230013, 231022, 232024],
		holds: (call, what) => peopleOf(what).some((openId) => !isAvailableTo(call, openId)),
	},
	{
		codes: [230029],
		holds: ({ platform: { store } }, { receiver }) =>
			hasLeft(receiver) && store.settings.resignedReceiver === 'resigned',
	},
	{ codes: [230013], holds: (_call, { receiver }) => hasLeft(receiver) },
	{
		codes: [230053],
		holds: ({ platform: { store }, app }, what) =>
			peopleOf(what).some((openId) => store.im.blocked.get(app.app_id)?.has(openId)),
	},
	{
		codes: [230050, 231018, 234040],
		holds: (call, { messages }) => messages.some(({ message, chat }) => isHidden(chat, call.app.app_id, message)),
	},
	{
		codes: [230070, 231203],
		holds: (_call, { messages, history }) =>
			[...messages.map(({ chat }) => chat), ...history].some((chat) => isRestricted(chat, 'message')),
	},
	{
		codes: [231019],
		holds: ({ platform: { store }, app }, { messages }) =>
			messages.some(({ message: { sender } }) => store.im.blocked.get(app.app_id)?.has(sender.id)),
	},
	{
		codes: [232055],
		holds: ({ by }, { chats }) => chats.some((chat) => groupOf(chat).tabs_for_managers && !isManager(chat, by)),
	},
	{ codes: [234038], holds: (_call, { messages }) => messages.some(({ chat }) => isRestricted(chat, 'download')) },
];

const hasLeft = (receiver: User | undefined): boolean => receiver?.is_resigned === true;

const documented = new Map<string, readonly number[]>();

/** The codes that the pages of an endpoint name. */
function codesOf({ method, path }: Route): readonly number[] {
	const key = `${method} ${path}`;
	const known = documented.get(key);
	if (known) return known;
	const codes = [...(findEndpoint(method, path)?.endpoint.errors ?? []), ...(ALSO[key] ?? [])];
	documented.set(key, codes);
	return codes;
}

/** Throws the endpoint's own code for the first circumstance that holds. */
function requireCircumstances(call: Call, what: Addressed, codes: readonly number[]): void {
	for (const { codes: candidates, holds } of CIRCUMSTANCES) {
		const code = candidates.find((one) => codes.includes(one));
		if (code !== undefined && holds(call, what)) throw new PlatformError(code, WORDS[code] ?? '');
	}
}

/**
 * An endpoint that minds the circumstances of apps. They concern bots; people are bound by what they may do in their
 * clients. Where the caller is not in the chat at all, the endpoint says that itself.
 */
export const minding = (route: Route): Route => ({
	...route,
	get knowsStopped() {
		return STOPPED.some((code) => codesOf(route).includes(code));
	},
	handle(call) {
		const codes = codesOf(route);
		const what = addressed(call);
		if (!call.by.user) requireCircumstances(call, what, codes);
		requireConditions(route, call, what, codes);
		return route.handle(call);
	},
});
