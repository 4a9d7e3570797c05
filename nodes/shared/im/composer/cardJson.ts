import { cardFromJson, isReference, withFooter, withMentions } from '../../../../feishu/im/content/cardContent';
import { checkCard } from '../../../../feishu/im/card';
import { InputError } from '../../../../feishu/input';
import { jsonField } from '../../fields/plain';
import { mappedField } from '../../operation/field';
import type { Compose, MessageKind } from './kind';

const SAMPLE = `{
  "schema": "2.0",
  "header": { "title": { "tag": "plain_text", "content": "Title" }, "template": "blue" },
  "body": { "elements": [{ "tag": "markdown", "content": "**Hello** from n8n" }] }
}`;

export const cardJson: MessageKind = {
	value: 'cardJson',
	name: 'Card (JSON)',
	description: 'A card as the card builder exports it, 1.0 or 2.0',
	inWords: true,
	field({ app, cardLimit }) {
		const json = jsonField({
			displayName: 'Card JSON',
			name: 'cardJson',
			typeOptions: { rows: 10 },
			required: true,
			default: SAMPLE,
			description: `Up to ${app ? 30 : 20} KB. <a href="https://open.feishu.cn/cardkit" target="_blank">Card builder</a>.`,
		});
		return mappedField(json, (value, field): Compose => {
			const written = cardFromJson(field, value);
			return async ({ mentions, from, feishu }) => {
				if (isReference(written)) {
					if (mentions.count > 0)
						throw new InputError(
							'Mentions',
							"'Mentions' can't be added to a card by template",
							'Put them into the template, or remove the rows',
						);
					return [{ msg_type: 'interactive', content: written }];
				}
				const content = withFooter(withMentions(written, await mentions.resolve({ feishu })), from);
				checkCard(content, { field, limitBytes: cardLimit });
				return [{ msg_type: 'interactive', content }];
			};
		});
	},
};
