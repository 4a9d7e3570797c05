import { credential, notFound, publish, receiverHint, say, setup, slower, type AdviceRows } from './words';

/** Messages and their reactions. */
export const MESSAGES: AdviceRows = [
	// Messages
	[
		230001,
		say('Feishu refused the request: a field is missing or wrong', "See Feishu's words below: they name the field"),
	],
	[230002, setup('The app is not in this chat', 'Add it to the group: Settings → Bots → Add Bot')],
	[
		230003,
		say('Bubbles are for chats between the app and one person', 'Use a message of such a chat, not one of a group'),
	],
	[230004, setup('The message is not visible to the app', 'Use a message that the app itself has sent')],
	[230005, setup('The person may not reach this app', "Widen the app's availability in its version. " + publish)],
	[
		230006,
		setup(
			"The app's bot is switched off",
			`Switch it on under Add Features → Bot in the developer console. ${publish}`,
		),
	],
	[230007, say('Feishu does not take these bubbles', 'One to three texts of 1 to 200 characters each')],
	[230008, say('The message has bubbles already', 'They can be added once to a message')],
	[230009, say('The time in which this message may be recalled is over', 'The administrator sets that time')],
	[230011, say('The message was recalled', 'Nothing more can be done with it')],
	[230012, say('Only its sender may do this with the message', 'Use the app that sent it')],
	[
		230013,
		setup(
			'The app may not reach this person',
			"The person is outside the app's availability, or has left; widen it in the app's version. " + publish,
		),
	],
	[230015, say("A chat with one person can't be shared", 'Share a group')],
	[230017, setup('The file belongs to another app', 'Send the binary itself: the node then uploads it with this app')],
	[230018, setup("The group's settings forbid this", 'The group owner can change who may post')],
	[230019, notFound('The thread', 'It may have been deleted')],
	[
		230020,
		slower(
			'Too many messages at once to one chat or person',
			'Feishu takes 5 a second for each; raise the longest wait in Request Options',
		),
	],
	[230022, say('The message holds words that Feishu blocks', 'Change the text')],
	[
		230023,
		say(
			'The person has too many unread urgent messages',
			'200 at most may be unread; they are read by opening them in their chats, which somebody has to do first',
		),
	],
	[
		230024,
		{
			message: "The organization's quota for urgent messages is used up",
			hint: 'An administrator sees and buys quota under Billing in the admin console; the channel App needs none',
			cause: 'quota-exhausted',
		},
	],
	[230025, say('The message is too long', 'A text may hold 150 KB, a post or a card 30 KB')],
	[
		230026,
		say(
			'The app may not recall this message',
			"It can recall its own messages, and others' only as owner or administrator of the group",
		),
	],
	[
		230027,
		setup(
			'The app lacks the permission for this',
			'Groups with outsiders need a permission of their own; see Permissions & Scopes in the developer console. ' +
				publish,
		),
	],
	[
		230028,
		say(
			"The message was stopped by the organization's data protection",
			'Ask the administrator, or change the content',
		),
	],
	[230029, say('The person has left the organization', 'Choose somebody else')],
	[230030, notFound('The batch message', 'Its ID starts with bm-; Feishu knows it for 30 days')],
	[230031, say('The message is too old for this', 'Cards can be changed for 14 days')],
	[230033, say('The message is too old for this', 'Readers are known for 7 days')],
	[230034, notFound('The receiver', receiverHint)],
	[
		230035,
		setup(
			'The app may not post here',
			'The group may allow only some members to post, the person may have blocked the bot, or the administrator the contact between both',
		),
	],
	[
		230036,
		say(
			"The organization's key was deleted, so what it encrypted can't be used",
			'Ask the administrator of the organization',
		),
	],
	[230038, say('A message to one person of another organization is not possible', 'Use a group that both are in')],
	[230045, notFound('The chat of the message', 'The group may have been dissolved')],
	[
		230046,
		setup(
			'The app may not pin messages in this group',
			"The group's settings reserve that for owner and administrators; make the app an administrator",
		),
	],
	[
		230047,
		slower(
			'The same message was pinned and unpinned too often',
			'Feishu takes 5 changes a second for each message; raise the longest wait in Request Options',
		),
	],
	[230048, slower('Too many requests for pins at once')],
	[230049, say('The message is still being sent', 'Try again in a moment')],
	[
		230050,
		setup(
			'The message is not visible to the app',
			'The app joined the chat later, or the history is hidden from new members',
		),
	],
	[
		230052,
		setup(
			'The app may not make this message urgent',
			"The group's settings may reserve that for owner and administrators; else ask the administrator of the organization",
		),
	],
	[230053, say('The person has stopped messages from this bot', 'They can allow them again in the chat with the bot')],
	[230054, say('This type of message is not possible here', 'See which types the operation allows')],
	[
		230055,
		setup(
			'The file was uploaded as another type than it is sent as',
			'Send the binary itself: the node then uploads it as the right type',
		),
	],
	[230061, say("This type of message can't be forwarded", 'System messages stay where they are')],
	[230062, setup('The group is encrypted by a third party', 'The app may not forward into it: choose another one')],
	[230063, notFound('The chat to forward to', 'Choose it from the list, and add the app to it as a bot')],
	[
		230064,
		say(
			'Nothing of this can be forwarded',
			"It does not exist, was recalled, is invisible to the app, or is of a type that can't be forwarded",
		),
	],
	[230065, say('Everything that is to be forwarded was recalled', 'Choose other messages')],
	[230066, say('Messages of a secret chat stay there', "They can't be forwarded")],
	[
		230067,
		say(
			"These messages can't go into one bundle",
			'Take messages of one thread, or none that are in a thread: the two do not mix',
		),
	],
	[230069, say('The messages come from several chats', 'Bundle the messages of each chat for itself')],
	[230070, say('Forwarding is switched off in this chat', 'Its restricted mode forbids it; its owner can change that')],
	[
		230071,
		say(
			"The message can't be changed this way",
			'Only its sender may edit it, and some groups allow no replies in threads',
		),
	],
	[230072, say('The message was edited too often', 'A message can be edited 20 times')],
	[230073, setup('The thread is not visible to the app', 'Add the app to the group before')],
	[230074, setup('The thread to forward to is not visible to the app', 'It began before the app joined the group')],
	[
		230075,
		say(
			'The message can no longer be edited',
			'The administrator sets for how long messages can be edited; encrypted chats allow none',
		),
	],
	[
		230099,
		say(
			'Feishu could not build the card',
			"See Feishu's words below; the card builder in the developer console shows what is wrong with a card",
		),
	],
	[230098, say('The message is folded into others', "Feishu can't make it urgent; send it anew")],
	[230110, say('The message was deleted', 'Nothing more can be done with it')],
	[230111, say('The message has destroyed itself', 'Nothing more can be done with it')],
	// Reactions
	[231001, say('Feishu does not know this emoji', 'Use a documented emoji type, such as THUMBSUP, OK or DONE')],
	[231002, setup('The app may not react to this message', 'Add it to the group: Settings → Bots → Add Bot')],
	[231003, notFound('The message', 'A message ID starts with om_; the message may have been recalled')],
	[231004, notFound('The chat of the message', 'It may have been dissolved or archived')],
	[231005, say('The thread was removed', 'Nothing more can be done with it')],
	[231006, say('Feishu could not tell who reacts', 'Try again in a moment')],
	[231007, say('Only who gave a reaction can take it away', 'An app can delete its own reactions')],
	[231008, setup('The app has no access to this message', 'Add it to the group: Settings → Bots → Add Bot')],
	[231010, say('The reaction belongs to another message', 'Take Message and Reaction ID from the same item')],
	[231011, notFound('The reaction', 'Its ID comes out of Add and Get Many as reaction_id; it may be gone already')],
	[231012, say('Feishu does not accept the page token', 'Run the node again')],
	[231013, credential('Feishu does not accept this kind of token', 'Save the credential again')],
	[231014, say('Feishu does not know this kind of user ID', 'Choose Open ID, Union ID or User ID')],
	[231015, slower('The same reaction is being changed at this moment')],
	[231017, say('This type of message takes no reactions', 'System messages are among them')],
	[
		231018,
		setup(
			'The message is not visible to the app',
			'The app joined the chat later, or the history is hidden from new members',
		),
	],
	[231019, say('The settings of the sender forbid this for now', 'The person may have blocked the app')],
	[
		231020,
		setup('The administrator has forbidden this towards the sender', 'Ask the administrator of the organization'),
	],
	[
		231021,
		setup(
			'The app lacks the permission for groups with outsiders',
			'Allow the app to be used outside the organization in the developer console. ' + publish,
		),
	],
	[
		231022,
		setup(
			'The app may not reach this person',
			"The person is outside the app's availability, or has left; widen it in the app's version. " + publish,
		),
	],
	[
		231203,
		say(
			"The messages of this kind of chat can't be read",
			'Groups in restricted mode, which forbid copying, are among them; the owner can switch that off',
		),
	],
	[231204, say("This history can't be read by an app", 'Choose a chat or a thread that the app is in')],
	[231205, say('Feishu did not take the message', "See Feishu's words below: they say what is wrong with its content")],
];
