import { cardAnswer, toastAnswer } from '../../../../feishu/events/callback';
import { InputError } from '../../../../feishu/input';
import { languageAdvice, languageNamed } from '../../../../feishu/im/languages';
import { choiceField, jsonObjectField, textField } from '../../../shared/fields/plain';
import { CALLBACK, composerField } from '../../../shared/im/composer';
import { complaint, mappedField } from '../../../shared/operation/field';
import { defineOperation, LOCAL } from '../../../shared/operation/operation';
import { outputOf } from '../../../shared/operation/output';
import { toResponse } from '../../../shared/triggers/events/callbacks';

const toastText = textField({
	displayName: 'Toast Text',
	name: 'toastText',
	placeholder: 'e.g. Approved',
	description: 'A short notice for the one who clicked; of a link preview, its title',
});

const toastType = choiceField({
	displayName: 'Toast Type',
	name: 'toastType',
	options: [
		{ name: 'Error', value: 'error', description: 'Red, with a cross' },
		{ name: 'Info', value: 'info', description: 'Blue' },
		{ name: 'Success', value: 'success', description: 'Green, with a tick' },
		{ name: 'Warning', value: 'warning', description: 'Orange' },
	],
	default: 'success',
	description: 'The color of the toast',
});

const languages = mappedField(
	jsonObjectField({
		displayName: 'Toast in Other Languages',
		name: 'toastLanguages',
		description: 'By language, such as {"en_us": "Approved"}',
	}),
	(given, label) =>
		Object.fromEntries(
			Object.entries(given).map(([name, words]) => {
				const language = languageNamed(name);
				if (!language) throw complaint(label, `has an unknown language: ${name}`, languageAdvice(name));
				if (typeof words === 'string' && words.trim() !== '') return [language, words];
				throw complaint(label, `has no text for ${name}`);
			}),
		),
);

const composer = composerField(CALLBACK);

export const respond = defineOperation({
	value: 'respond',
	name: 'Respond',
	action: 'Respond to a callback',
	description: 'Answer the click that started this workflow, within 2.5 seconds',
	endpoint: LOCAL,
	fields: [toastText, toastType, languages, composer],
	output: outputOf({ answered: 'boolean', answer: 'any' }),
	// The first answer counts, so the items answer in their order.
	orderBy: () => 'callback',
	async run({ read, feishu, context }) {
		if (!('sendResponse' in context))
			throw new InputError(
				'Operation',
				"A tool of an AI agent can't answer a callback",
				'Put the Feishu node with Callback → Respond into the workflow itself',
			);
		const toast = toastAnswer(read(toastType), read(toastText), read(languages));
		const draft = read(composer);
		const card = draft.isNothing ? {} : cardAnswer((await draft.composeOne({ context, feishu })).content);
		const answer = { ...toast, ...card };
		await context.sendResponse(toResponse(answer));
		return { answered: true, answer };
	},
});
