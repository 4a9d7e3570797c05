import type { INodeType, INodeTypeDescription, ITriggerFunctions, ITriggerResponse } from 'n8n-workflow';
import { NodeConnectionTypes } from 'n8n-workflow';

import { eventOutput } from '../shared/triggers/events/eventOutput';
import { EVENTS_SUBTITLE } from '../shared/triggers/events/eventsSubtitle';
import { triggerFields } from '../shared/triggers/events/triggerFields';
import { searchChats } from '../shared/im/searchChats';
import { searchUsers } from '../shared/contact/searchUsers';
import { listen } from './listen';
import { setupNotices, TRIGGER_PANEL } from './connectionNotices';

/** Starts a workflow from the events and callbacks of an app, over a connection that n8n opens. */
export class FeishuTrigger implements INodeType {
	/** Of its items, for the editor. */
	static readonly schema = eventOutput.schema;

	description: INodeTypeDescription = {
		displayName: 'Feishu Trigger',
		name: 'feishuTrigger',
		icon: { light: 'file:../../icons/feishuTrigger.svg', dark: 'file:../../icons/feishuTrigger.dark.svg' },
		group: ['trigger'],
		version: [1],
		subtitle: EVENTS_SUBTITLE,
		// n8n shows it for the node of the actions as well.
		description:
			'Send messages, cards and files in Feishu or Lark, or start a workflow when something happens there: a message, a card button, an approval, a changed record',
		eventTriggerDescription: 'Waiting for an event in Feishu or Lark',
		activationMessage: 'From now on the workflow starts for every chosen event.',
		triggerPanel: TRIGGER_PANEL,
		defaults: { name: 'Feishu Trigger' },
		inputs: [],
		outputs: [NodeConnectionTypes.Main],
		credentials: [{ name: 'feishuApi', required: true }],
		properties: triggerFields(setupNotices()),
	};

	methods = { listSearch: { searchChats, searchUsers } };

	async trigger(this: ITriggerFunctions): Promise<ITriggerResponse> {
		return await listen.call(this);
	}
}
