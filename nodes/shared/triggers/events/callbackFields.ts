import type { INodeProperties } from 'n8n-workflow';

import { CARD_ACTION, LEGACY_CARD_ACTION, LINK_PREVIEW } from '../../../../feishu/events/callback';

/** The choice that stands for every event has callbacks among them. */
const WITH_CALLBACKS = ['*', CARD_ACTION, LEGACY_CARD_ACTION, LINK_PREVIEW];

/** How callbacks are answered; shown when a callback is among the chosen events. */
export function callbackFields(): INodeProperties[] {
	return [
		{
			displayName: 'Answer Callbacks',
			name: 'answerCallbacks',
			type: 'options',
			noDataExpression: true,
			displayOptions: { show: { events: WITH_CALLBACKS } },
			options: [
				{
					name: 'By the Workflow',
					value: 'workflow',
					description:
						'The workflow answers within 2.5 seconds, with Callback → Respond of the Feishu node; if it does not, the toast is shown',
				},
				{ name: 'Nothing', value: 'nothing', description: 'The card stays as it is; the workflow may update it later' },
				{ name: 'Toast', value: 'toast', description: 'A short notice for the one who clicked' },
			],
			default: 'nothing',
			description: 'What the one who clicked in a card sees at once',
		},
		{
			displayName: 'Toast Type',
			name: 'toastType',
			type: 'options',
			noDataExpression: true,
			displayOptions: { show: { events: WITH_CALLBACKS, answerCallbacks: ['toast', 'workflow'] } },
			options: [
				{ name: 'Error', value: 'error', description: 'Red, with a cross' },
				{ name: 'Info', value: 'info', description: 'Blue' },
				{ name: 'Success', value: 'success', description: 'Green, with a tick' },
				{ name: 'Warning', value: 'warning', description: 'Orange' },
			],
			default: 'info',
			description: 'The color of the toast',
		},
		{
			displayName: 'Toast Text',
			name: 'toastText',
			type: 'string',
			displayOptions: { show: { events: WITH_CALLBACKS, answerCallbacks: ['toast', 'workflow'] } },
			default: '',
			placeholder: 'e.g. Received, working on it',
			description: 'What the toast says; of a link preview, its title. Without a text there is none.',
		},
	];
}
