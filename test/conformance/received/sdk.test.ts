import { normalize, type RawMessageEvent } from '@larksuiteoapi/node-sdk';
import { RECEIVED } from '../../support/received/contents';
import { contentOf, missingIn } from '../../support/received/official';

/** Where the official reader says something else, and why that is right. */
const EXCEPTIONS: { readonly [what: string]: string } = {
	'one mention in the other': 'It takes @_user_1 for the beginning of @_user_10 and says "@Tom0"',
	'a divider': 'It leaves the gap {divider_text}, whose words stand beside it',
	'a card in the simplified form': 'It names the card and reads none of its words',
};

it.each(RECEIVED)('$type, $what, as the official SDK reads it', async (received) => {
	const { type, content, mentions = [] } = received;
	const event: RawMessageEvent = {
		sender: { sender_id: { open_id: 'ou_sender' } },
		message: {
			message_id: 'om_1',
			chat_id: 'oc_1',
			chat_type: 'group',
			message_type: type,
			content: contentOf(content),
			create_time: '1',
			mentions: [...mentions],
		},
	};
	const official = await normalize(event, { botIdentity: { openId: 'ou_bot', name: 'Bot' }, stripBotMentions: false });
	const { words, files } = missingIn(received, official);
	// An exception that is none any more goes.
	expect(words.length > 0).toBe(received.what in EXCEPTIONS);
	expect(files).toEqual([]);
});
