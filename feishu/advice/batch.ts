import { anotherAppsId, credential, notFound, publish, say, setup, type AdviceRows } from './words';

/** Batch messages. @see https://open.feishu.cn/document/server-docs/im-v1/batch_message/send-messages-in-batches */
export const BATCH: AdviceRows = [
	[11101, notFound('The open_id', anotherAppsId)],
	[
		11203,
		setup(
			'The app may not send messages to many people at once',
			`Add the scope im:message:send_multi_users. ${publish}`,
		),
	],
	[
		11204,
		setup('The app may not send messages to departments', `Add the scope im:message:send_multi_depts. ${publish}`),
	],
	[11205, setup('The app has no bot', `Switch it on under Add Features → Bot in the developer console. ${publish}`)],
	[11207, credential('The app may not be used in this organization', 'Check its state in the developer console')],
	[11209, credential('Feishu does not know this app', 'Check App ID and Region in the credential')],
	[11210, credential('The app is not installed in this organization', 'Ask an administrator to install it')],
	[11223, setup('The app may not send messages', `Add the scopes that the operation needs. ${publish}`)],
	[11227, setup('Feishu does not know this image', 'Send the binary itself: the node then uploads it with this app')],
	[
		11231,
		notFound('The chat', 'A chat ID starts with oc_; choose the chat from the list, and add the app to it as a bot'),
	],
	[11235, setup('Only administrators may mention everyone in this group', 'Leave the mention out')],
	[
		11246,
		say(
			'Feishu could not build the message',
			"See Feishu's words below; the card builder in the developer console shows what is wrong with a card",
		),
	],
	[
		11247,
		{
			message: 'The app has sent as many batch messages as it may in a day',
			hint: 'It may send 500,000 a day; go on tomorrow',
			cause: 'quota-exhausted',
		},
	],
	[11312, say('The message did not pass the check of its content', 'Change the content')],
	[230100, say('Feishu takes this for a test message', 'Write a message that says something')],
];
