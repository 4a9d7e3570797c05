import { cardTemplate as template } from '../../../../feishu/im/content/cardContent';
import { checkSize } from '../../../../feishu/im/content/contentLimits';
import { checkCardOn } from './checked';
import { idIn } from '../../fields/idField';
import { fieldGroup } from '../../fields/nested';
import { jsonObjectField, textField } from '../../fields/plain';
import type { Compose, MessageKind } from './kind';

const id = idIn(
	'template',
	textField({
		displayName: 'Template ID',
		name: 'templateId',
		required: true,
		placeholder: 'e.g. AAqCMIwYpNQzM',
		description: 'From the card builder; the template must be published and the app allowed to use it',
	}),
);

const version = textField({
	displayName: 'Template Version',
	name: 'templateVersion',
	placeholder: 'e.g. 1.0.0',
	description: 'The newest one when empty',
});

const variables = jsonObjectField({
	displayName: 'Template Variables',
	name: 'templateVariables',
	typeOptions: { rows: 4 },
	description: 'A JSON object with a value for each variable',
});

export const cardTemplate: MessageKind = {
	value: 'cardTemplate',
	name: 'Card (Template)',
	description: 'Saved in the card builder, with variables',
	field: (surface) =>
		fieldGroup('cardTemplate', [id, version, variables], ({ read }): Compose => {
			const values = read(variables);
			const content = template(read(id), read(version), values);
			checkSize(variables.label, JSON.stringify(content), surface.cardLimit);
			checkCardOn(surface, { ...content }, id.label);
			return async () => [{ msg_type: 'interactive', content }];
		}),
};
