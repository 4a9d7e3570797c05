import { cardFromJson, cardTemplate, isReference, withMentions } from '../../../feishu/content/card';
import { CARD_LIMIT_BYTES, checkSize } from '../../../feishu/content/limits';
import { InputError } from '../../../feishu/input';
import type { MessageKind } from './index';
import { mentionsField, readMentions } from './mentions';

const SAMPLE = `{
  "schema": "2.0",
  "header": { "title": { "tag": "plain_text", "content": "Title" }, "template": "blue" },
  "body": { "elements": [{ "tag": "markdown", "content": "**Hello** from n8n" }] }
}`;

export const card: MessageKind = {
	value: 'cardJson',
	name: 'Card (JSON)',
	description: 'A card as the card builder exports it, 1.0 or 2.0',
	fields: [
		{
			displayName: 'Card JSON',
			name: 'cardJson',
			type: 'json',
			typeOptions: { rows: 10 },
			required: true,
			default: SAMPLE,
			description: 'Up to 30 KB. <a href="https://open.feishu.cn/cardkit" target="_blank">Card builder</a>.',
		},
		mentionsField,
	],
	async compose(context) {
		const { param } = context;
		const field = param.label('cardJson');
		const written = cardFromJson(field, param.json('cardJson'));
		const mentions = await readMentions(context);
		if (mentions.length > 0 && isReference(written))
			throw new InputError(
				'Mentions',
				"'Mentions' can't be added to a card by template",
				'Put them into the template, or remove the rows',
			);
		const content = withMentions(written, mentions);
		checkSize(field, JSON.stringify(content), CARD_LIMIT_BYTES);
		return { msg_type: 'interactive', content };
	},
};

export const cardTemplateKind: MessageKind = {
	value: 'cardTemplate',
	name: 'Card (Template)',
	description: 'A card that was saved in the card builder, with values for its variables',
	fields: [
		{
			displayName: 'Template ID',
			name: 'templateId',
			type: 'string',
			required: true,
			default: '',
			placeholder: 'e.g. AAqCMIwYpNQzM',
			description: 'From the card builder; the template must be published and the app allowed to use it',
		},
		{
			displayName: 'Template Version',
			name: 'templateVersion',
			type: 'string',
			default: '',
			placeholder: 'e.g. 1.0.0',
			description: 'The newest one when empty',
		},
		{
			displayName: 'Template Variables',
			name: 'templateVariables',
			type: 'json',
			typeOptions: { rows: 4 },
			default: '{}',
			description: 'A JSON object with a value for each variable',
		},
	],
	async compose({ param }) {
		const variables = param.jsonObject('templateVariables');
		const content = cardTemplate(param.text('templateId'), param.optionalText('templateVersion'), variables);
		checkSize(param.label('templateVariables'), JSON.stringify(content), CARD_LIMIT_BYTES);
		return { msg_type: 'interactive', content };
	},
};
