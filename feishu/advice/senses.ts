import { REFUSED_VALUES } from './tasks';
import { credential, notFound, publish, receiverHint, say, setup, soon, type Sense } from './words';

const messageIds = 'A message ID starts with om_; it comes out of Send, Get Many and the triggers';
const chats = 'A chat ID starts with oc_; choose the chat from the list, and add the app to it as a bot';
const dividers = 'A divider goes into the chat of an app with one person, with up to 20 characters in each language';

/**
 * A value of a request is wrong; the words behind "ext=" say which.
 * @see https://open.feishu.cn/document/faq/trouble-shooting/how-to-resolve-error-230001
 */
const REFUSED: readonly Sense[] = [
	[
		230001,
		/invalid receive_id_type/i,
		say('Feishu does not know this kind of receiver', 'Choose how the receiver is named'),
	],
	[230001, /invalid receive_id/i, notFound('The receiver', receiverHint)],
	[230001, /batch_message_id/i, notFound('The batch message', 'Its ID starts with bm-; Feishu knows it for 30 days')],
	[230001, /invalid message_id|no valid message to forward/i, notFound('The message, or one of them,', messageIds)],
	[230001, /invalid (?:container_id|chat_id)(?!_type)/i, notFound('The chat', chats)],
	[
		230001,
		/invalid thread_id/i,
		notFound('The thread', 'A thread ID starts with omt_; it comes out with its messages'),
	],
	[230001, /user_id_list are invalid/i, setup('None of the people is in the chat of the message', receiverHint)],
	[
		230001,
		/invalid user_id|bot_id and user_id cannot be empty/i,
		setup("A person who is named does not exist, or this app can't see them", receiverHint),
	],
	[
		230001,
		/invalid (?:start|end)_time|earlier than the start_time|p_date format/i,
		say('The period is not right', 'Its end must be after its beginning; threads are read as a whole'),
	],
	[
		230001,
		/page_token/i,
		say('Feishu does not accept the page token', 'Run the node again, without a change in between'),
	],
	[
		230001,
		/invalid sort_type/i,
		say('Feishu does not know this order', 'ByCreateTimeAsc and ByCreateTimeDesc are all there are'),
	],
	[230001, /page_size/i, say('Feishu does not accept the page size', 'It is 50 at most')],
	[230001, /sticker/i, say('Feishu does not know this sticker', 'An app can send only stickers that were sent to it')],
	[
		230001,
		/(?:file|image)_key/i,
		setup('Feishu does not know this file or image', 'Send the binary itself: the node then uploads it with this app'),
	],
	[230001, /operation to bots/i, say("A bot can't write to a bot", 'Choose a person or a group')],
	[230001, /system messages? |divider/i, say('Feishu does not take this system message', dividers)],
	[230001, /NOT a card/i, say('The message is no card', 'Texts and posts are changed with Message: Edit')],
	[230001, /NOT an urgent/i, say('The message was not made urgent', 'Use the ID of one that was')],
	[230001, /sender/i, say('Only its sender may do this with the message', 'Use the app that sent it')],
	[230001, /content cannot be empty/i, say('The message has no content', 'Fill in what it says')],
	[
		230001,
		/invalid msg_type/i,
		say('This type of message is not possible here', 'See which types the operation allows'),
	],
	[
		230001,
		/invalid auth/i,
		credential('Feishu does not accept the access token', 'Check App ID, App Secret and Region in the credential'),
	],
	[230001, /invalid app_id/i, setup('Feishu does not know this app', 'An App ID looks like cli_a10fbf7e94b8d01d')],
	[
		230001,
		/message content|validate content|content format/i,
		say('Feishu refused the content of the message', "See Feishu's words below: they say what is wrong with it"),
	],
	[230001, /internal error/i, soon('Feishu had a problem of its own', 'Try again in a moment')],
];

/** A scope that a refusal of an endpoint names in its words. */
export const NAMED_SCOPE = /need scope: ?([a-z][\w.:]+\w)/;

/** Codes that one endpoint uses in another sense than all others. */
export const SENSES: readonly Sense[] = [
	...REFUSED,
	...REFUSED_VALUES,
	// @see https://open.feishu.cn/document/uAjLw4CM/ukTMukTMukTM/reference/im-v1/message/push_follow_up
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
	[
		230054,
		/connection group/i,
		say('Groups of two organizations take no messages of this type', 'Cards are among them; send a text or a post'),
	],
	// What is read in groups, for one: the endpoint's own refusal, which names the scope only in its words.
	[230027, NAMED_SCOPE, setup('The app lacks a permission scope', publish)],
	// Editing a message, and answering in a thread, use the same codes.
	[230071, /not the sender/i, say("The message can't be changed this way", 'Only its sender may edit it')],
	[230071, /reply in thread/i, setup('The group takes no answers in threads', 'Answer without a thread')],
	[
		230072,
		/reply in thread/i,
		say('The message takes no answers in a thread', 'It is folded together with others: answer without a thread'),
	],
	[230073, /edited/i, say("Messages of a secret chat can't be edited", 'Send a new message')],
	[230074, /edited/i, say("Messages of an encrypted chat can't be edited", 'Send a new message')],
	[230075, /sending encrypted/i, say('Secret and encrypted chats take no messages from apps', 'Choose another chat')],
	[
		232024,
		/unavailable or inactivated/i,
		setup('The app is not active in this organization', 'Ask an administrator to enable it'),
	],
	[232049, /unsupported chat type/i, say('This kind of chat has no tabs', 'Use a group or a chat with one person')],
];
