import { normalize, type RawMessageEvent } from '@larksuiteoapi/node-sdk';
import { parseReceivedContent } from '../../../feishu/im/received/parseContent';
import { RECEIVED } from '../../support/received/contents';

/** Where the official reader says something else, and why that is right. */
const EXCEPTIONS: { readonly [what: string]: string } = {
	'one mention in the other': 'It takes @_user_1 for the beginning of @_user_10 and says "@Tom0"',
	'a divider': 'It leaves the gap {divider_text}, whose words stand beside it',
	'a card in the simplified form': 'It names the card and reads none of its words',
};

/** What is no word of the message: wrappers, pictures for kinds of things, times (of another zone), and keys. */
const WRAPPING =
	/<\/?(?:file|folder|audio|video|sticker|group_card|contact_card|location|hongbao|vote|meeting|calendar\w*|todo|u)\b|\b(?:key|id|name|text|coords|duration)="|lat:|lng:|📅.*?(?=\p{L})|Due: .*|\d{4}-\d\d-\d\d \d\d:\d\d|!\[image\]|```\w*/gu;

const wordsIn = (said: string) => said.match(/[\p{Letter}\p{Number}]+/gu) ?? [];

it.each(RECEIVED)('$type, $what, as the official SDK reads it', async ({ type, what, content, mentions = [] }) => {
	const json = JSON.stringify(content);
	const event: RawMessageEvent = {
		sender: { sender_id: { open_id: 'ou_sender' } },
		message: {
			message_id: 'om_1',
			chat_id: 'oc_1',
			chat_type: 'group',
			message_type: type,
			content: json,
			create_time: '1',
			mentions: [...mentions],
		},
	};
	const official = await normalize(event, { botIdentity: { openId: 'ou_bot', name: 'Bot' }, stripBotMentions: false });
	const ours = parseReceivedContent(type, json, mentions);
	const keys = ours.attachments.map(({ key }) => key);
	const known = new Set([
		...wordsIn(ours.text),
		...wordsIn(ours.markdown),
		...keys.flatMap(wordsIn),
		...wordsIn(JSON.stringify(ours.attachments)),
	]);
	const missing = wordsIn(official.content.replace(WRAPPING, ' ')).filter((word) => !known.has(word) && word !== '2s');
	// An exception that is none any more goes.
	expect(missing.length > 0).toBe(what in EXCEPTIONS);
	expect(keys).toEqual(expect.arrayContaining(official.resources.map(({ fileKey }) => fileKey)));
});
