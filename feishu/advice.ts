import { isRateLimited, isTemporary, isTokenRefused, type CallHistory } from './call';
import type { CallFailure } from './envelope';

/**
 * Words for people: what happened, and what to do about it. One row a code; adding a row is all it
 * takes to explain another one.
 * @see https://open.feishu.cn/document/server-docs/api-call-guide/generic-error-code
 */
export interface Advice {
	/** What happened, in the user's words. */
	message: string;
	/** How to mend it. */
	hint: string;
	cause?: Cause;
}

/** Names that n8n gives to causes. */
export type Cause =
	| 'rate-limited'
	| 'quota-exhausted'
	| 'temporarily-unavailable'
	| 'credential-invalid'
	| 'configuration-invalid';

const publish =
	'After a change in the developer console, create a version of the app and publish it; until then nothing changes';
const anotherAppsId =
	'An open_id belongs to one app: take the id from this app, or use a union_id, user_id or e-mail address';

const credential = (message: string, hint: string): Advice => ({ message, hint, cause: 'credential-invalid' });
const setup = (message: string, hint: string): Advice => ({ message, hint, cause: 'configuration-invalid' });
const say = (message: string, hint: string): Advice => ({ message, hint });
const notFound = (what: string, hint: string): Advice =>
	setup(`${what} does not exist, or this app can't see it`, hint);

export const ADVICE: ReadonlyMap<number, Advice> = new Map([
	// Cards for one person
	[18051, say('The card is gone already', 'Nothing is left to delete')],
	// App id, secret, tokens
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
	// Messages
	[230001, say('Feishu refused the message: a field is missing or wrong', 'Check the content and the receiver')],
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
		{
			message: 'Too many messages at once to one chat or person',
			hint: 'Feishu takes 5 a second for each; raise the longest wait in Request Options',
			cause: 'rate-limited',
		},
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
	[
		230034,
		setup(
			'The receiver is not valid',
			'Check that the id is of the chosen kind: chats oc_…, people ou_… (open_id) or on_… (union_id), or an e-mail address',
		),
	],
	[230035, setup('The app may not post here', 'The group allows only some members to post')],
	[230036, say('The organization has been closed', 'Nothing can be sent there')],
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
		{
			message: 'The same message was pinned and unpinned too often',
			hint: 'Feishu takes 5 changes a second for each message; raise the longest wait in Request Options',
			cause: 'rate-limited',
		},
	],
	[
		230048,
		{
			message: 'Too many requests for pins at once',
			hint: 'Raise the longest wait in Request Options',
			cause: 'rate-limited',
		},
	],
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
	[
		231015,
		{
			message: 'The same reaction is being changed at this moment',
			hint: 'Raise the longest wait in Request Options',
			cause: 'rate-limited',
		},
	],
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
	[231203, say("This history can't be read", 'Choose a chat or a thread that the app is in')],
	[231204, say("This history can't be read by an app", 'Choose a chat or a thread that the app is in')],
	// Cards by the token of a click
	[
		11310,
		say(
			'The card is locked by a click',
			'It can be changed once the callback has been answered, which takes 3 seconds at most; wait before the update',
		),
	],
	[
		11311,
		say(
			'Feishu could not build the card',
			"See Feishu's words below. A card of 2.0 can not become one of 1.0; see what the card builder says of it",
		),
	],
	[200000, say('The message with the card was recalled', 'Send a new card')],
	[200310, setup('The callback token belongs to another app', 'Use the credential of the app that got the callback')],
	[200320, say('The users for whom the card changes are not right', "'Only for Users' takes up to 50 open_ids (ou_…)")],
	[300020, say('The callback token is not right', 'Pass on the token of card.action.trigger as it came')],
	[
		300030,
		say(
			'The callback token is no longer good',
			'It is good for 30 minutes after the click. Change the card with Card: Update, by its message ID',
		),
	],
	[
		300040,
		say(
			'The callback token was used twice',
			'Each click allows two updates. Change the card with Card: Update, by its message ID',
		),
	],
	[
		300090,
		say(
			'The card looks different to everybody',
			"Name those for whom it changes in 'Only for Users', or set config.update_multi",
		),
	],
	// Card entities
	[
		200220,
		say('Feishu could not build the card', "See Feishu's words below; something in the text is not possible in a card"),
	],
	[
		200740,
		notFound(
			'The card',
			'A card ID comes out of Start as card_id. It is too large for a number of JSON: pass it on as text',
		),
	],
	[200750, say('The card is older than 14 days', 'It can be changed no more; start a new one')],
	[200770, say('This change of the card was made before', 'Nothing more is to be done')],
	[
		200810,
		{
			message: "Somebody's click in the card is being answered",
			hint: 'Feishu takes other changes after that; raise the longest wait in Request Options',
			cause: 'rate-limited',
		},
	],
	[
		200850,
		say(
			'The card no longer takes text that grows',
			'Feishu ends that by itself after 10 minutes; Finish still shows the whole text',
		),
	],
	[200860, say('The card is too large', 'A card may have 30 KB; shorten the text')],
	[300120, notFound('An element of the card', 'Its Element ID must be that of an element in the card')],
	[300121, say('The element of the card could not be replaced', "Check the Element ID; see Feishu's words below")],
	[300122, say('The settings of the card could not be changed', "See Feishu's words below")],
	[300301, say('Two elements of the card have the same ID', 'Each element_id may occur once in a card')],
	[300302, say('The card is not the same for everybody', 'Card entities need update_multi to be true')],
	[300303, say('The card has the old form', 'Card entities need card JSON 2.0 (schema: "2.0")')],
	[300305, say('The card has too many elements', 'A card may have 200; texts, columns and buttons count each')],
	[300307, say('The card is empty', 'Enter a text or a title')],
	[
		300309,
		say(
			'The card no longer takes text that grows',
			'It was finished; change its text with Finish, or start a new card',
		),
	],
	[
		300310,
		say('The element of the card holds no text', 'Only text and Markdown elements can grow: check the Element ID'),
	],
	[300311, setup('The card belongs to another app', 'Use the credential of the app that made the card')],
	[300312, say('An element of the card is of another kind', 'Its kind can only be changed by replacing it')],
	[
		300313,
		say(
			'The element of the card could not be changed',
			"Check the Element ID: the card may have none of this name. See Feishu's words below",
		),
	],
	[300314, say('The element of the card could not be removed', "Check the Element ID; see Feishu's words below")],
	[300315, say('The element could not be added to the card', "See Feishu's words below")],
	[
		300317,
		say(
			'The card was changed by somebody else with a later number',
			'Numbers follow the clock: check that the clocks of all n8n servers are right. A program that numbers the changes of the same card by another rule gets in the way as well',
		),
	],
	// Chats
	[232001, say('Feishu refused a value of the chat', 'Check the fields')],
	[
		232002,
		setup(
			'Only the owner and administrators of the group may change it',
			'Make the app an administrator of the group, or let all members edit it',
		),
	],
	[232003, say('The group has no announcement that can be read', 'Write one in Feishu first')],
	[232004, credential('Feishu does not know this app', 'Check App ID and Region in the credential')],
	[232006, setup('The chat ID is not valid', 'A chat ID starts with oc_; choose the chat from the list')],
	[
		232008,
		setup(
			'This kind of chat does not allow that',
			'Chats with one person and some kinds of groups have no such setting',
		),
	],
	[232009, say('The group was dissolved', 'Choose another one')],
	[232010, say('The chat belongs to another organization', 'Choose a chat of your own organization')],
	[232011, setup('The app is not in this chat', 'Add it to the group: Settings → Bots → Add Bot')],
	[232012, setup('The new owner is not in the group', 'Add the person with Add Members before')],
	[232013, say('The group has as many members as it can have', 'Use another group; paid plans allow more')],
	[
		232014,
		setup('The app may not do this in the chat', "The group's settings reserve it for owner and administrators"),
	],
	[
		232016,
		setup(
			'Only the owner and administrators may change this setting',
			'Others can change name, avatar and description; make the app an administrator',
		),
	],
	[232017, setup('Only the owner of the group may do this', 'Make the app the owner, or do it in Feishu')],
	[
		232018,
		say(
			'Feishu could not change the announcement',
			"See Feishu's words below; the revision may be an old one, or a request may have another form than it wants",
		),
	],
	[
		232019,
		{
			message: 'Too many requests for chats at once',
			hint: 'Raise the longest wait in Request Options',
			cause: 'rate-limited',
		},
	],
	[232020, say('The name is too short for a public group', 'Use two characters or more')],
	[
		232021,
		setup('The bot does not exist', 'An App ID looks like cli_a10fbf7e94b8d01d; the app must have its bot switched on'),
	],
	[232022, say('The person has left the organization', 'Leave the person out')],
	[
		232023,
		say('Feishu does not accept name or description of the group', 'They hold words that are blocked; change them'),
	],
	[232024, setup("The person can't be seen by the app", "Widen the app's availability. " + publish)],
	[
		232025,
		setup(
			"The app's bot is switched off",
			`Switch it on under Add Features → Bot in the developer console. ${publish}`,
		),
	],
	[232026, say('A public group with this name exists', 'Choose another name')],
	[232027, setup('None of the members is valid', 'Check that the IDs are of people or bots of your organization')],
	[232028, setup('People of other organizations cannot be added to this group', 'The group must be one for outsiders')],
	[232029, setup('Nobody is left who could own the group', 'Make somebody else the owner before')],
	[232030, setup('A user ID is not valid', 'People are ou_… (open_id), on_… (union_id) or a user_id, all of one kind')],
	[232031, setup('The owner must be of the same organization', 'Choose somebody of your own organization')],
	[232032, setup('The owner must be of the same organization', 'Choose somebody of your own organization')],
	[232033, setup('The app lacks the permission for groups with outsiders', publish)],
	[232034, credential('The app is not active in this organization', 'Ask an administrator to enable it')],
	[232035, setup('The ID of the owner is not valid', 'Choose the person from the list')],
	[232037, setup('The app lacks the permission for labels of groups', publish)],
	[
		232038,
		setup('Only the owner of the group may change its administrators', 'Make the app the owner, or do it in Feishu'),
	],
	[
		232039,
		say('The administrators were changed, but Feishu does not say who they are now', 'Nothing needs to be repeated'),
	],
	[232040, say('The group has as many administrators as it can have', 'Remove one before')],
	[232041, setup('The image key is no avatar', 'Choose the binary itself: the node then uploads it as an avatar')],
	[232042, say('A public group needs a name', 'Fill in Name')],
	[
		232043,
		setup(
			'Some of the IDs cannot be used',
			"They do not exist, are out of the app's availability, or belong to people who have left",
		),
	],
	[
		232044,
		say('The group has as many members as the administrator allows', 'Ask the administrator, or use another group'),
	],
	[232046, say('The chat has as many tabs as it can have', '20 tabs can be added; delete one before')],
	[232047, say('The name of the tab is too long', 'Up to 30 Latin or 10 Chinese characters')],
	[
		232048,
		say(
			'Feishu does not accept what the tab shows',
			'Check the address; a document tab needs the address of a document',
		),
	],
	[
		232049,
		setup(
			'This tab cannot be changed',
			'Only tabs that were added can be changed or deleted, not those that Feishu brings itself',
		),
	],
	[232050, say('This kind of chat has no tabs', 'Use a group or a chat with one person')],
	[232051, setup('The app may not open this document', 'Add it to the document: … → More → Add document app')],
	[
		232055,
		setup(
			'The app may not manage tabs and menus of this chat',
			'The settings of the group reserve that for owner and administrators; make the app one',
		),
	],
	[232056, setup('The image belongs to another app', 'Upload it with this app: Media → Upload Image')],
	[
		232057,
		say('The organization has no restricted mode', 'It belongs to some plans of Feishu only; leave the setting out'),
	],
	[232060, say('The group was banned', 'Ask the support of Feishu')],
	[232061, say('A secret chat has no share link', 'Add people with Add Members')],
	[232062, say('A chat with one person has no share link', 'Use a group')],
	[232063, say('A team has no share link', 'Use a group')],
	[
		232064,
		setup('Only the owner and administrators may share this group', 'Make the app an administrator of the group'),
	],
	[232065, setup('The person or bot does not exist', 'Check the ID')],
	[232066, setup('The app may not open the announcement', 'Give it the right to the document of the announcement')],
	[
		232068,
		{
			message: 'The group is still being created',
			hint: 'Raise the longest wait in Request Options',
			cause: 'rate-limited',
		},
	],
	[232069, say('A group with outsiders cannot be public', 'Choose Private')],
	[232070, say('The group has as many menus as it can have', 'There can be 3; delete one before')],
	[232071, say('A menu has more entries than it can have', 'There can be 5')],
	[
		232072,
		setup('The list does not hold just the menus of the group', 'Name every menu once, by its chat_menu_top_level_id'),
	],
	[
		232073,
		{
			message: 'Somebody else is changing the menu',
			hint: 'Raise the longest wait in Request Options',
			cause: 'rate-limited',
		},
	],
	[232075, setup('Who wants to join this group has to ask', 'Have a member add the app: Settings → Bots → Add Bot')],
	[232076, setup('The owner cannot be removed from the group', 'Make somebody else the owner before')],
	[
		232078,
		say(
			'Feishu does not accept this setting or menu',
			'Hiding the member count belongs to some plans only; a menu with entries can have no link',
		),
	],
	[232079, say('This kind of group cannot hide its member count', 'Leave the setting out')],
	[
		232090,
		setup(
			'This kind of chat does not allow that',
			'Chats with one person and some kinds of groups have no such setting',
		),
	],
	[232091, say('The organization allows no public groups', 'Choose Private')],
	[232092, say('Who may post cannot be changed during a meeting', 'Try again after the meeting')],
	[
		232093,
		say('The approval of new members cannot be switched off during this meeting', 'Try again after the meeting'),
	],
	[232095, setup('The app lacks the permission for this kind of group', publish)],
	[
		232097,
		setup(
			'The announcement of this group is of the newer kind',
			'It is a document: use Feishu Open API → Endpoint → Call with the group announcement endpoints of docx',
		),
	],
	// Files of messages
	[234001, say('Feishu refused a value of the upload or download', 'Check file type, name and key')],
	[234003, setup('The file is not part of this message', 'Take Message ID and file key from the same message')],
	[234004, setup('The app is not in the chat of this message', 'Add it to the group: Settings → Bots → Add Bot')],
	[234005, say('The file was deleted', 'Ask for it to be sent again')],
	[234006, say('The file is too large', 'Images up to 10 MB, other files up to 30 MB')],
	[
		234007,
		setup(
			"The app's bot is switched off",
			`Switch it on under Add Features → Bot in the developer console. ${publish}`,
		),
	],
	[
		234008,
		setup(
			'Only the app that uploaded it can download this',
			"For files of people's messages use Media → Download Message Attachment",
		),
	],
	[234009, setup("The file belongs to a message that the app can't see", 'Add the app to the chat')],
	[234010, say('The file is empty', 'Check the binary that goes into the node')],
	[234011, say('Feishu does not know this kind of image', 'JPG, PNG, WEBP, GIF, BMP, ICO, TIFF and HEIC work')],
	[234037, say('The attachment is larger than 100 MB', "It can't be downloaded through the API")],
	[234039, say('The image has too many pixels', 'GIF up to 2000 × 2000, others up to 12000 × 12000')],
	[
		234043,
		say(
			"Attachments of this kind of message can't be downloaded",
			'Stickers, cards and messages inside a merged forward are not possible',
		),
	],
	// Contacts
	[
		40004,
		setup(
			'The app may not see this department',
			`Widen the app's contact range under Permissions & Scopes. ${publish}`,
		),
	],
	[
		40014,
		setup(
			'The app may not see this department',
			`Widen the app's contact range under Permissions & Scopes. ${publish}`,
		),
	],
	[
		41050,
		setup('The app may not see this person', `Widen the app's contact range under Permissions & Scopes. ${publish}`),
	],
	[42002, setup('The user group does not exist', 'Choose the user group from the list')],
	[
		42009,
		setup(
			'The app may not see this user group',
			`Widen the app's contact range under Permissions & Scopes. ${publish}`,
		),
	],
	// Bases and documents
	[
		1254290,
		{
			message: 'Too many requests to the base at once',
			hint: 'Raise the longest wait in Request Options',
			cause: 'rate-limited',
		},
	],
	[
		1254291,
		{
			message: 'Somebody else is writing to the table',
			hint: 'Raise the longest wait in Request Options',
			cause: 'rate-limited',
		},
	],
	[1254302, setup('The app may not open this base', 'Add it to the base: … → More → Add document app')],
	[91403, setup('The app may not open this document', 'Add it to the document: … → More → Add document app')],
	[
		1061045,
		{
			message: 'Too many uploads or downloads at once',
			hint: 'Raise the longest wait in Request Options',
			cause: 'rate-limited',
		},
	],
]);

/**
 * Codes that one endpoint uses in another sense than all others; the platform's words tell which is meant.
 * @see https://open.feishu.cn/document/uAjLw4CM/ukTMukTMukTM/reference/im-v1/message/push_follow_up
 */
const OTHER_SENSES: ReadonlyArray<readonly [code: number, words: RegExp, advice: Advice]> = [
	[
		230002,
		/expired message/i,
		say('The message is too old for bubbles', 'They can be added in the 10 minutes after a message was sent'),
	],
	[
		230006,
		/latest message/i,
		say('The message is not the newest of its chat', 'Bubbles can be added to the newest message only'),
	],
];

const NETWORK: ReadonlyMap<string, Advice> = new Map([
	[
		'ENOTFOUND',
		say(
			'The address of the platform is not known to the network',
			'Check the Region or the Base URL in the credential, and the DNS of this server',
		),
	],
	[
		'EAI_AGAIN',
		say(
			'The address of the platform could not be looked up',
			'Check the DNS and the internet connection of this server',
		),
	],
	[
		'ECONNREFUSED',
		say(
			'The platform refused the connection',
			'Check the Region or the Base URL in the credential, and whether a firewall or proxy stands between',
		),
	],
	[
		'ETIMEDOUT',
		say(
			'The platform did not answer in time',
			'Check the internet connection of this server, or raise the timeout in Request Options',
		),
	],
	[
		'ECONNABORTED',
		say(
			'The platform did not answer in time',
			'Check the internet connection of this server, or raise the timeout in Request Options',
		),
	],
	['ECONNRESET', say('The connection broke off', 'It was closed on the way; a proxy or firewall may be the reason')],
	[
		'CERT',
		say(
			"The platform's certificate is not trusted",
			'A proxy that reads along may be the reason; have its certificate added to this server',
		),
	],
]);

/** What an error shows: a message in the user's words, and a description with everything needed to mend it. */
export interface Explanation {
	message: string;
	description: string;
	cause?: Cause;
	/** Milliseconds, with a cause that a wait can help. */
	retryAfterMs?: number;
}

export interface ExplainContext {
	/** Scopes that the operation needs, in case the platform does not name them. */
	scopes?: readonly string[];
	/** The developer console's page of the app. */
	consoleUrl?: string;
	/** Words of its own for what means something else here than elsewhere. */
	adviceOf?(failure: CallFailure): Advice | undefined;
	/** What else is to be known about it. */
	notes?: readonly string[];
}

/** Puts a failure into words. Never holds a token, a secret or a request body. */
export function explain(failure: CallFailure, history: CallHistory, context: ExplainContext = {}): Explanation {
	const advice = context.adviceOf?.(failure) ?? adviceFor(failure);
	const lines = [
		sentence(advice.hint),
		...historyLines(failure, history),
		...(context.notes ?? []),
		...scopeLines(failure, context),
		...failure.fieldViolations.map((one) => `Field '${one.field}': ${one.description || 'not accepted'}`),
		quotes(failure, advice),
		reference(failure),
		failure.troubleshooter ? `Feishu's own diagnosis: ${failure.troubleshooter}` : '',
	];
	return {
		message: advice.message,
		description: lines.filter((line) => line !== '').join('\n'),
		cause: advice.cause ?? (isTemporary(failure) ? 'temporarily-unavailable' : undefined),
		retryAfterMs: history.refusedWaitMs,
	};
}

function adviceFor(failure: CallFailure): Advice {
	if (failure.kind === 'network') return networkAdvice(failure.msg);
	const [, , sense] = OTHER_SENSES.find(([code, words]) => code === failure.code && words.test(failure.msg)) ?? [];
	const known = sense ?? (failure.code === undefined ? undefined : ADVICE.get(failure.code));
	if (known) return known;
	if (isRateLimited(failure))
		return {
			message: 'Feishu asks to slow down',
			hint: 'Send fewer requests at a time, or raise the longest wait in Request Options',
			cause: 'rate-limited',
		};
	if (isTokenRefused(failure))
		return credential(
			'Feishu does not accept the access token',
			'Check App ID, App Secret and Region in the credential',
		);
	if (failure.kind === 'code')
		return say(
			failure.msg ? `Feishu says: ${failure.msg}` : `Feishu refused the call with code ${failure.code}`,
			'Look the code up in the error list of the endpoint in the Feishu documentation',
		);
	if (failure.kind === 'unreadable')
		return say('The answer of the platform broke off', 'It could not be read to its end; a proxy may be the reason');
	if (failure.status === 404)
		return setup(
			'The platform does not know this address',
			'Check path and method; an unknown path and a wrong method both end here',
		);
	if ((failure.status ?? 0) >= 500)
		return say('The platform failed to answer', 'It, or a proxy before it, has a problem for the moment');
	return setup(
		'Something other than the platform answered',
		'A proxy, a login page or a wrong Base URL may be the reason',
	);
}

/** Words for an error of the network, by its code. */
export function networkAdvice(code: string): Advice {
	if (/CERT|SELF_SIGNED|UNABLE_TO_VERIFY/.test(code)) return NETWORK.get('CERT') ?? say(code, '');
	return (
		NETWORK.get(code) ??
		say(
			'The platform could not be reached',
			'Check the internet connection of this server, its proxy, and the Region or Base URL in the credential',
		)
	);
}

function historyLines(failure: CallFailure, history: CallHistory): string[] {
	const lines: string[] = [];
	if (history.refusedWaitMs !== undefined) {
		lines.push(
			`Feishu asks to wait ${seconds(history.refusedWaitMs)}, which goes beyond the limit set in Request Options → Longest Wait.`,
		);
	}
	if (history.attempts > 1) lines.push(`Tried ${history.attempts} times over ${seconds(history.waitedMs)}.`);
	if (isTokenRefused(failure) && history.renewed) lines.push('A new token was fetched and refused as well.');
	if (history.unrepeatable) lines.push('It may have been carried out all the same, so it was not sent again.');
	return lines;
}

function scopeLines(failure: CallFailure, context: ExplainContext): string[] {
	if (failure.code !== 99991672 && failure.code !== 99991679 && failure.code !== 99991676) return [];
	const scopes = failure.scopes.length > 0 ? failure.scopes : (context.scopes ?? []);
	const where = failure.helps[0] ?? context.consoleUrl;
	return [
		scopes.length > 0 ? `Add ${scopes.length > 1 ? 'one of these scopes' : 'this scope'}: ${scopes.join(', ')}.` : '',
		where ? `Here: ${where}` : '',
	];
}

/** The platform's own words, unless the message says them already. */
function quotes(failure: CallFailure, advice: Advice): string {
	if (failure.kind === 'network' || failure.msg === '' || advice.message.includes(failure.msg)) return '';
	return failure.kind === 'http' ? `The answer began: ${failure.msg}` : `Feishu's words: ${failure.msg}`;
}

function reference(failure: CallFailure): string {
	const parts = [
		failure.code !== undefined ? `code ${failure.code}` : '',
		failure.code === undefined && failure.status !== undefined ? `HTTP ${failure.status}` : '',
		failure.kind === 'network' && failure.msg ? failure.msg : '',
		failure.logId ? `log id ${failure.logId}` : '',
	].filter((part) => part !== '');
	return parts.length > 0 ? `(${parts.join(', ')})` : '';
}

function seconds(ms: number): string {
	const rounded = Math.max(1, Math.round(ms / 1000));
	return rounded >= 120 ? `${Math.round(rounded / 60)} minutes` : `${rounded} s`;
}

function sentence(text: string): string {
	return text === '' || /[.!?]$/.test(text) ? text : `${text}.`;
}
