import { anotherAppsId, credential, notFound, publish, say, setup, type AdviceRows } from './words';

/** Of calls that count their codes from 10000: batch messages, card entities, cards by the token of a click. */
const refused = say(
	'Feishu refused the request: a field is missing or wrong',
	"See Feishu's words below: they name the field, or what is wrong with the content",
);

/** Tokens that come with a call, scopes, requests, and ids of all kinds. */
export const GATEWAY: AdviceRows = [
	// Tokens
	[
		99991661,
		credential(
			'Feishu got no access token',
			'Save the credential again; if it uses a proxy, check that the proxy passes the Authorization header on',
		),
	],
	[
		99991663,
		credential(
			'Feishu does not accept the access token of the app',
			"Check App ID, App Secret and Region in the credential; if they are right, the endpoint may not take the app's identity",
		),
	],
	[
		99991664,
		credential('Feishu does not accept the app access token', 'Check App ID, App Secret and Region in the credential'),
	],
	[99991665, credential('Feishu does not accept the tenant', 'Check that the app is installed in this organization')],
	[
		99991668,
		credential(
			'Feishu does not accept the access token for this endpoint',
			"The endpoint may need a user's identity, which an app token can't give",
		),
	],
	[
		99991671,
		credential(
			'Feishu does not accept the form of the access token',
			'Save the credential again so that a new token is fetched',
		),
	],
	[99991677, credential('The access token has expired', 'Save the credential again so that a new token is fetched')],
	[99991662, credential('The app is disabled', 'Ask an administrator to enable it in the admin console')],
	[
		99991673,
		credential(
			'The app is not installed in this organization, or is disabled',
			`Publish a version of the app, or ask an administrator to enable it. ${publish}`,
		),
	],
	[
		99991401,
		setup(
			"The server's IP address is not on the app's list",
			'Add it under Security Settings → IP Allowlist in the developer console, or empty the list',
		),
	],
	[
		99991403,
		{
			message: "This month's quota of API calls is used up",
			hint: 'It starts again next month; a paid plan of Feishu raises it',
			cause: 'quota-exhausted',
		},
	],
	// Scopes
	[99991672, setup('The app lacks a permission scope', publish)],
	[99991676, setup('The access token lacks the permission for this call', publish)],
	[99991679, setup('The user has not granted a scope that this call needs', 'Authorise again with that scope')],
	// Requests
	[10002, refused],
	[10003, refused],
	[9499, say('Feishu could not read a value of the request', 'A field has another type than the endpoint wants')],
	[99992402, say('Feishu found a field of the request missing or wrong', 'See the fields below')],
	[
		99991400,
		{
			message: 'Feishu asks to slow down',
			hint: 'Send fewer requests at a time, or raise the longest wait in Request Options',
			cause: 'rate-limited',
		},
	],
	// Ids
	[99992351, notFound('The open_id', anotherAppsId)],
	[99992352, notFound('The open_id', anotherAppsId)],
	[99992353, notFound('The open_id', anotherAppsId)],
	[99992354, notFound('The message', 'A message ID starts with om_; it comes out of Send, Get Many and the triggers')],
	[
		99992355,
		notFound('The chat', 'A chat ID starts with oc_; choose the chat from the list, and add the app to it as a bot'),
	],
	[
		99992356,
		notFound('The chat', 'A chat ID starts with oc_; choose the chat from the list, and add the app to it as a bot'),
	],
	[99992357, notFound('The department', 'Use an open_department_id (od-…), or 0 for the whole organization')],
	[99992358, notFound('The department', 'Use an open_department_id (od-…), or 0 for the whole organization')],
	[
		99992359,
		notFound(
			'The user ID',
			'User IDs are set by the administrator; reading them needs the scope contact:user.employee_id:readonly',
		),
	],
	[
		99992360,
		notFound(
			'The user ID',
			'User IDs are set by the administrator; reading them needs the scope contact:user.employee_id:readonly',
		),
	],
	[99992361, setup('The open_id belongs to another app', anotherAppsId)],
	[99992363, notFound('The union_id', 'A union_id starts with on_ and belongs to the developer of the apps')],
	[99992364, notFound('The user', 'The person belongs to another organization, or the union_id is wrong')],
	[99992381, setup('The union_id belongs to another organization', 'Use an id of your own organization')],
];
