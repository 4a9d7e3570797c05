import { credential, publish, soon, type Advice, type AdviceRows } from './words';

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
			'Ask an administrator to install it, or to enable it in the admin console',
		),
	],
	[
		10012,
		credential(
			'There is no valid app ticket yet',
			'Feishu was asked to send it: try again in two minutes. It comes to the Request URL of the app, where a published workflow with a Feishu Webhook Trigger and the Feishu Store App API credential keeps it. A self-built app needs none: use the Feishu API credential',
		),
	],
	[
		10016,
		credential(
			'This app is self-built, and has no ticket',
			"Choose 'App' as Authentication, with a credential of the kind Feishu API",
		),
	],
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
	...of(
		[20001, 20036, 20063],
		credential(
			'The request for a login was not complete',
			'Check App ID, App Secret and Region in the credential, and connect it again',
		),
	),
	[
		20002,
		credential(
			'The App Secret or the Client Assertion is wrong, or belongs to an app of the other region',
			'Copy App ID and App Secret again from Credentials & Basic Info in the developer console, and connect again',
		),
	],
	...of(
		[20003, 20004, 20065],
		credential('The code of this login is spent, or older than 5 minutes', 'Connect the credential again'),
	),
	...of(
		[20008, 20021, 20022, 20023, 20066],
		credential(
			"The person's account has left the organization, is frozen, or is not active",
			'Connect the credential again with another account, or ask an administrator',
		),
	),
	[20005, credential('Feishu does not accept the access token', 'It has ended or is wrong: take a new one')],
	[20006, credential('Feishu does not accept the access token', 'It has ended or is wrong: take a new one')],
	...of(
		[20009],
		credential(
			'The app is not installed in this organization',
			`Publish a version of the app, or ask an administrator to install it. ${publish}`,
		),
	),
	[
		20010,
		credential(
			'The person may not use the app',
			`Add the person to the app's availability under Version Management & Release in the developer console. ${publish}`,
		),
	],
	[20024, credential('The login belongs to another app', 'Connect the credential again after the App ID was changed')],
	...of(
		[20026, 20037, 20064, 20073],
		credential(
			"The person's login has ended, or was renewed by another system",
			'Open the credential and connect it again; do not share one login between systems: each renewal ends the one before',
		),
	),
	...of(
		[20027, 20043, 20067, 20068],
		credential(
			'A scope that the login asks for is unknown, doubled, or not enabled for the app',
			`Enable it in the developer console under Permissions & Scopes, or take it out of the credential, and connect again. ${publish}`,
		),
	),
	...of(
		[20029, 20071],
		credential(
			'The address of this n8n is not allowed for logins',
			'Add the OAuth Redirect URL, exactly as the credential shows it, in the developer console under Security Settings → Redirect URLs',
		),
	),
	...of(
		[20042, 20048, 20069],
		credential('The app is disabled or was deleted', 'Ask an administrator to enable it in the admin console'),
	),
	[
		20046,
		credential(
			'The account and the app are of different regions',
			'Choose the Region in which the app was created, and sign in with an account of that region',
		),
	],
	[20049, credential('The login was not finished where it was begun', 'Connect the credential again')],
	...of([20050, 20072], soon('Feishu could not give the login for the moment', 'Try again in a minute')),
	[
		20070,
		credential(
			'The App Secret was sent in two ways at once',
			'A proxy may add an Authorization header; connect the credential again without it',
		),
	],
	[
		20074,
		credential(
			"The app may not renew a person's login",
			`Switch on "Refresh user_access_token" under Security Settings in the developer console, and connect the credential again. ${publish}`,
		),
	],
	[
		1000040351,
		credential(
			'This app belongs to the other region',
			'Choose the other Region in the credential: an app of Lark is unknown to Feishu and the other way round',
		),
	],
];

/** Several codes with one meaning. */
function of(codes: readonly number[], advice: Advice): AdviceRows {
	return codes.map((code) => [code, advice] as const);
}
