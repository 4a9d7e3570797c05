import { InputError } from '../../../../feishu/input';
import { peopleFieldOld } from '../../../shared/contact/people';
import { userFieldOld } from '../../../shared/contact/user';
import type { Field } from '../../../shared/operation/operation';
import type { Params } from '../../../shared/operation/params';

/** People of a request to the endpoints of groups. */
export const USERS_AT_ONCE = 50;

/** Bots of a request to the endpoints of groups. */
export const BOTS_AT_ONCE = 5;

/** Who can find a group: the platform's chat_type. */
export const CHAT_TYPES = [
	{ name: 'Private', value: 'private', description: 'Only who is added is in' },
	{ name: 'Public', value: 'public', description: 'Everyone in the organization can find and join it' },
];

/** How messages are arranged: the platform's group_message_type. */
export const MESSAGE_MODES = [
	{ name: 'Conversation', value: 'chat', description: 'Messages follow one another' },
	{ name: 'Threads', value: 'thread', description: 'Each message begins a thread' },
];

/** The people whom an operation on a group concerns. */
export const membersField = peopleFieldOld({ displayName: 'Members', name: 'members', placeholder: 'Add Members' });

/** The bots whom an operation on a group concerns, by the App IDs of their apps. */
export const botsField: Field = {
	displayName: 'Bots',
	name: 'bots',
	type: 'string',
	default: '',
	placeholder: 'e.g. cli_a10fbf7e94b8d01d',
	description: 'App IDs separated by commas or line breaks; an expression may give a list',
};

/** @throws InputError about what is no App ID */
export function readBots(param: Params): string[] {
	const bots = param.optionalList('bots');
	const wrong = bots.find((id) => !id.startsWith('cli_'));
	if (wrong === undefined) return bots;
	const field = param.label('bots');
	throw new InputError(
		field,
		`The field '${field}' holds no App ID: ${wrong.slice(0, 60)}`,
		'An App ID looks like cli_a10fbf7e94b8d01d; people go into another field',
	);
}

const { required: _required, ...optionalUser } = userFieldOld();

/** Who owns the group. One field for Create and Update, so its words fit both. */
export const ownerField: Field = {
	...optionalUser,
	displayName: 'Owner',
	name: 'owner',
	description: 'When nobody is chosen, a new group belongs to the app, and another keeps its owner',
};
