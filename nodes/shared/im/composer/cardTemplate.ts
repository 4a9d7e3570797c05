import { cardTemplate as template } from '../../../../feishu/im/content/cardContent';
import { checkSize } from '../../../../feishu/im/content/contentLimits';
import type { MessageKind } from './kind';

export const cardTemplate: MessageKind = {
	value: 'cardTemplate',
	name: 'Card (Template)',
	description: 'A card that was saved in the card builder, with values for its variables',
	fields: () => [
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
	async compose({ param, surface }) {
		const variables = param.jsonObject('templateVariables');
		const content = template(param.text('templateId'), param.optionalText('templateVersion'), variables);
		checkSize(param.label('templateVariables'), JSON.stringify(content), surface.cardLimit);
		return [{ msg_type: 'interactive', content }];
	},
};
