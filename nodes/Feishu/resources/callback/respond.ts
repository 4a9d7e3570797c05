import { cardAnswer, toastAnswer, type ToastType } from '../../../../feishu/events/callback';
import { InputError } from '../../../../feishu/input';
import { CALLBACK, compose, composerFieldsOld } from '../../../shared/im/composer';
import { toResponse } from '../../../shared/triggers/events/callbacks';
import { FIND_ENDPOINT } from '../../../shared/contact/user';
import { defineOperation, LOCAL } from '../../../shared/operation/operation';
import { UPLOAD_IMAGE } from '../../../shared/im/upload';

export const respond = defineOperation({
	value: 'respond',
	name: 'Respond',
	action: 'Respond to a callback',
	description:
		'Answer the click that started this workflow, within 2.5 seconds. The trigger must have Answer Callbacks: By the Workflow.',
	endpoint: LOCAL,
	alsoCalls: [UPLOAD_IMAGE, FIND_ENDPOINT],
	fields: [
		{
			displayName: 'Toast Text',
			name: 'toastText',
			type: 'string',
			default: '',
			placeholder: 'e.g. Approved',
			description: 'A short notice for the one who clicked; of a link preview, its title',
		},
		{
			displayName: 'Toast Type',
			name: 'toastType',
			type: 'options',
			options: [
				{ name: 'Error', value: 'error', description: 'Red, with a cross' },
				{ name: 'Info', value: 'info', description: 'Blue' },
				{ name: 'Success', value: 'success', description: 'Green, with a tick' },
				{ name: 'Warning', value: 'warning', description: 'Orange' },
			],
			default: 'success',
			description: 'The color of the toast',
		},
		...composerFieldsOld(CALLBACK),
	],
	// The first answer counts, so the items answer in their order.
	orderBy: () => 'callback',
	async run({ param, feishu, context }) {
		if (!('sendResponse' in context))
			throw new InputError(
				'Operation',
				"A tool of an AI agent can't answer a callback",
				'Put the Feishu node with Callback → Respond into the workflow itself',
			);
		const toast = toastAnswer(param.choice<ToastType>('toastType'), param.optionalText('toastText'));
		const [card] = await compose({ param, feishu, context, surface: CALLBACK });
		const answer = { ...toast, ...(card && cardAnswer(card.content)) };
		await context.sendResponse(toResponse(answer));
		return { answered: true, answer };
	},
});
