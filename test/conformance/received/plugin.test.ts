import { plugin } from '../../support/conformance/plugin';
import { RECEIVED } from '../../support/received/contents';
import { contentOf, missingIn } from '../../support/received/official';

/** Where the official plugin says something else, and why that is right. */
const EXCEPTIONS: { readonly [what: string]: string } = {
	'one mention in the other': 'It takes @_user_1 for the beginning of @_user_10 and says "@Tom0"',
	'a card in the simplified form': 'It names the card and reads none of its words',
};

it.each(RECEIVED)('$type, $what, as the official plugin reads it', async (received) => {
	const { type, content, mentions = [] } = received;
	const named = mentions.map(({ key, name, id }) => ({ key, name, openId: id.open_id, isBot: false }));
	const official = await plugin.converters.convertMessageContent(contentOf(content), type, {
		mentions: new Map(named.map((mention) => [mention.key, mention])),
		mentionsByOpenId: new Map(named.map((mention) => [mention.openId, mention])),
		messageId: 'om_1',
		botOpenId: 'ou_bot',
	});
	const { words, files } = missingIn(received, official);
	// An exception that is none any more goes.
	expect(words.length + files.length > 0).toBe(received.what in EXCEPTIONS);
});
