import { credential, type AdviceRows } from './words';

/** What is said when an app asks for its token; other calls use some of these codes in another sense. */
export const TOKENS: AdviceRows = [
	[
		10003,
		credential(
			'Feishu does not know this App ID',
			'Copy the App ID (cli_…) from Credentials & Basic Info in the developer console, and check that the Region fits: an app of Lark is unknown to Feishu and the other way round',
		),
	],
	[
		10005,
		credential(
			'The app may not be used in this organization',
			'Ask an administrator to enable it in the admin console',
		),
	],
	[10012, credential('The app ticket is not valid', 'Use the credentials of a self-built app')],
	[10013, credential('Feishu refused to give a tenant token', 'Check App ID, App Secret and Region in the credential')],
	[
		10014,
		credential(
			'The App Secret is wrong',
			'Copy it again from Credentials & Basic Info in the developer console; a reset secret makes the old one useless',
		),
	],
	[
		10015,
		credential(
			'The App Secret is wrong',
			'Copy it again from Credentials & Basic Info in the developer console; a reset secret makes the old one useless',
		),
	],
	[
		99991543,
		credential(
			'The App ID or the App Secret is wrong',
			'Copy both again from Credentials & Basic Info in the developer console',
		),
	],
];
