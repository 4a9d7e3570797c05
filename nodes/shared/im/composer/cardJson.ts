import {
	cardFromJson,
	isReference,
	sharedCard,
	withFooter,
	withMentions,
} from '../../../../feishu/im/content/cardContent';
import { CARD_USES } from '../../../../feishu/im/card';
import { InputError } from '../../../../feishu/input';
import { jsonField } from '../../fields/plain';
import { mappedField } from '../../operation/field';
import { checkedCard } from './checked';
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
	field(surface) {
		const { app, cardUse } = surface;
		const json = jsonField({
			displayName: 'Card JSON',
			name: 'cardJson',
			typeOptions: { rows: 10 },
			required: true,
			default: SAMPLE,
			description: `Up to ${app ? 30 : 20} KB. <a href="https://open.feishu.cn/cardkit" target="_blank">Card builder</a>.`,
		});
		return mappedField(json, (value, field): Compose => {
			const given = cardFromJson(field, value);
			// What takes the place of a card must be the same for everybody, as that one was.
			const written = CARD_USES[cardUse].shared ? sharedCard(given) : given;
			return async ({ mentions, from, feishu, context }) => {
				if (isReference(written) && mentions.count > 0)
					throw new InputError(
						'Mentions',
						"'Mentions' can't be added to a card by template",
						'Put them into the template, or remove the rows',
					);
				const whole = isReference(written)
					? written
					: withFooter(withMentions(written, await mentions.resolve({ feishu })), from);
				return [{ msg_type: 'interactive', content: checkedCard(context, whole, { surface, field }) }];
			};
		});
	},
};
