import { dividerContent, SYSTEM_MESSAGE_SCOPES } from '../../../../feishu/im/content/systemContent';
import { fieldGroup } from '../../fields/nested';
import { flagField, jsonObjectField, textField } from '../../fields/plain';
import type { Compose, MessageKind } from './kind';

const words = textField({
	displayName: 'Divider Text',
	name: 'dividerText',
	required: true,
	placeholder: 'e.g. New conversation',
	description: 'Up to 20 characters, 10 of Chinese',
});

const languages = jsonObjectField({
	displayName: 'In Other Languages',
	name: 'dividerLanguages',
	description: 'By language, such as {"en_us": "New conversation"}',
});

const clear = flagField({
	displayName: 'Scroll Away',
	name: 'dividerClears',
	default: false,
	description: 'Whether what stands above scrolls out of sight',
});

export const system: MessageKind = {
	value: 'system',
	name: 'System Divider',
	description: `A line with words, in the app's chat with one person; needs ${SYSTEM_MESSAGE_SCOPES.join(', ')}`,
	field: () =>
		fieldGroup('system', [words, languages, clear], ({ read, label }): Compose => {
			const content = dividerContent(
				{
					text: read(words),
					languages: read(languages) as Readonly<Record<string, string>>,
					clear: read(clear),
				},
				label(words),
			);
			return async () => [{ msg_type: 'system', content }];
		}),
};
