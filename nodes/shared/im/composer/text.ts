import { checkSize } from '../../../../feishu/im/content/contentLimits';
import { textContent } from '../../../../feishu/im/content/textContent';
import { plainField } from '../../fields/plain';
import { textOf } from '../../fields/values';
import { mappedField } from '../../operation/field';
import type { Compose, MessageKind } from './kind';

/** Mentions by union ID or e-mail address, which a custom bot can't make. @see https://open.feishu.cn/document/client-docs/bot-v3/add-custom-bot */
const NOT_OF_BOTS = /<at\s[^>]*\b(?:user_id|id|email)\s*=\s*["']?(?:on_|[^"'\s>]+@)/i;

/** What a text takes for styles, and shows nothing of. */
const STYLES = /<\/?[bius]>/gi;

export const text: MessageKind = {
	value: 'text',
	name: 'Text',
	description: 'As it is, without Markdown',
	inWords: true,
	field({ app, textLimit, plainPosts }) {
		const words = plainField(
			{
				displayName: 'Text',
				name: 'text',
				type: 'string',
				typeOptions: { rows: 4 },
				default: '',
				placeholder: 'e.g. Deployment finished',
				description: !app
					? 'Up to 20 KB'
					: plainPosts
						? 'Up to 150 KB; styles and links are not shown there'
						: 'Up to 150 KB. &lt;b&gt;, &lt;i&gt;, &lt;u&gt; and &lt;s&gt; give styles, [words](https://…) a link.',
			},
			// It may be empty where people are named: they are notified all the same.
			(value, label) => textOf(label, value),
		);
		const refuseNothing = (said: string) => {
			if (said.trim() === '') throw words.refuse('is empty', 'Enter what to say, or choose people to mention');
			if (said.replace(STYLES, '').trim() === '')
				throw words.refuse(
					`has nothing but the styles ${said.trim().slice(0, 40)}`,
					'Write words between them, or &lt; for a < that is to be shown',
				);
		};
		return mappedField(
			words,
			(said): Compose =>
				async ({ mentions, from, feishu }) => {
					if (mentions.count === 0) refuseNothing(said);
					if (!app && NOT_OF_BOTS.test(said))
						throw words.refuse('mentions somebody in a way that a custom bot can not', 'Use an open_id or a user_id');
					const content = textContent(from ? `${said}\n${from}` : said, await mentions.resolve({ feishu }));
					checkSize(words.label, JSON.stringify(content), textLimit);
					return [{ msg_type: 'text', content }];
				},
		);
	},
};
