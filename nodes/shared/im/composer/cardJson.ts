import { cardFromJson, isReference, withFooter, withMentions } from '../../../../feishu/im/content/cardContent';
import { checkCard } from '../../../../feishu/im/card';
import { InputError } from '../../../../feishu/input';
import { attribution } from './attribution';
import type { MessageKind } from './kind';
import { readMentions } from './mentions';

const SAMPLE = `{
  "schema": "2.0",
  "header": { "title": { "tag": "plain_text", "content": "Title" }, "template": "blue" },
  "body": { "elements": [{ "tag": "markdown", "content": "**Hello** from n8n" }] }
}`;

export const cardJson: MessageKind = {
	value: 'cardJson',
	name: 'Card (JSON)',
	description: 'A card as the card builder exports it, 1.0 or 2.0',
	fields: (surface) => [
		{
			displayName: 'Card JSON',
			name: 'cardJson',
			type: 'json',
			typeOptions: { rows: 10 },
			required: true,
			default: SAMPLE,
			description: `Up to ${surface.app ? 30 : 20} KB. <a href="https://open.feishu.cn/cardkit" target="_blank">Card builder</a>.`,
		},
	],
	async compose(context) {
		const { param, surface } = context;
		const field = param.label('cardJson');
		const written = cardFromJson(field, param.json('cardJson'));
		const mentions = await readMentions(context);
		if (isReference(written)) {
			if (mentions.length > 0)
				throw new InputError(
					'Mentions',
					"'Mentions' can't be added to a card by template",
					'Put them into the template, or remove the rows',
				);
			return [{ msg_type: 'interactive', content: written }];
		}
		const content = withFooter(withMentions(written, mentions), attribution(context));
		checkCard(content, { field, limitBytes: surface.cardLimit });
		return [{ msg_type: 'interactive', content }];
	},
};
