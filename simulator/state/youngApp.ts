import type { Grants } from './apps';
import type { Contact } from './contact';

/** What the README of the package asks for in its five minutes to an app. */
export const README_SCOPES: readonly string[] = [
	'im:message',
	'im:resource:upload',
	'im:chat:readonly',
	'im:message.group_msg',
	'im:message.reactions:read',
	'im:message.group_at_msg:readonly',
	'im:message.p2p_msg:readonly',
	'contact:contact.base:readonly',
	'contact:user.id:readonly',
	'contact:user.base:readonly',
	'contact:user.email:readonly',
	'contact:department.base:readonly',
];

/** So many people are in the range of contacts, which the console sets to those who may use the app. */
const PEOPLE = 4;

/** An app on its first day: the scopes that the README names, some people, no events and no callbacks. */
export const youngApp = ({ users }: Contact): Grants => ({
	scopes: README_SCOPES,
	user_scopes: [],
	contact_range: { users: [...users.keys()].slice(0, PEOPLE), departments: [], groups: [] },
	availability: null,
	events: [],
	callbacks: [],
	bot: true,
	active: true,
	outside: false,
	redirect_urls: [],
	allow_refresh_token: true,
});
