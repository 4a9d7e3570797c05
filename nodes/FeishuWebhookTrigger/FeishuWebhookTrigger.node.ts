import type {
	IHookFunctions,
	INodeType,
	INodeTypeDescription,
	IWebhookFunctions,
	IWebhookResponseData,
} from 'n8n-workflow';
import { NodeConnectionTypes } from 'n8n-workflow';

import { credentialsFor } from '../shared/client/authentication';
import { eventOutput } from '../shared/triggers/events/eventOutput';
import { EVENTS_SUBTITLE } from '../shared/triggers/events/eventsSubtitle';
import { forget, memoryScope } from '../shared/triggers/events/memory';
import { withBot } from '../shared/triggers/events/lookUp';
import {
	readEventSettings,
	readSubscriptionSettings,
	removesSubscriptions,
} from '../shared/triggers/events/eventSettings';
import { makeSubscriptions, removeSubscriptions } from '../shared/triggers/events/subscriptions';
import { searchChats } from '../shared/im/searchChats';
import { searchUsers } from '../shared/contact/searchUsers';
import { answerPost } from './answerPost';
import { TRIGGER_PANEL } from './webhookNotices';
import { properties } from './properties';
import { assertReady } from './assertReady';
import { responseMode } from './responseMode';
import { endsTest, noteTest } from './testRuns';
import { hearClicks, hearNoMore } from './hearClicks';

/** Starts a workflow from the events and callbacks that Feishu or Lark posts to the request URL of an app. */
export class FeishuWebhookTrigger implements INodeType {
	/** Of its items, for the editor. */
	static readonly schema = eventOutput.schema;

	description: INodeTypeDescription = {
		displayName: 'Feishu Webhook Trigger',
		name: 'feishuWebhookTrigger',
		icon: {
			light: 'file:../../icons/feishuWebhookTrigger.svg',
			dark: 'file:../../icons/feishuWebhookTrigger.dark.svg',
		},
		group: ['trigger'],
		// The same. For a webhook of version 1, n8n itself evaluates an expression on each request, in a V8 isolate.
		version: [1, 1.1],
		defaultVersion: 1.1,
		subtitle: EVENTS_SUBTITLE,
		description:
			'Starts the workflow when something happens in Feishu or Lark: a message, a card button, an approval, a changed record',
		eventTriggerDescription: 'Waiting for an event at the Test URL',
		activationMessage:
			'From now on the workflow starts for every chosen event. The Production URL must stand as request URL in the developer console.',
		triggerPanel: TRIGGER_PANEL,
		defaults: { name: 'Feishu Webhook Trigger' },
		inputs: [],
		outputs: [NodeConnectionTypes.Main],
		credentials: credentialsFor(['app', 'storeApp']),
		webhooks: [
			{
				name: 'default',
				httpMethod: 'POST',
				...responseMode,
				// Without it n8n answers with the name of its default instead of our response.
				responseData: '',
				path: 'webhook',
			},
		],
		properties: properties(),
	};

	methods = { listSearch: { searchChats, searchUsers } };

	/** The platform has no API that sets the request URL: what is made and removed over there are subscriptions. */
	webhookMethods = {
		default: {
			async checkExists(this: IHookFunctions): Promise<boolean> {
				// Never: then n8n calls create on each activation, which checks what can be checked.
				return false;
			},
			async create(this: IHookFunctions): Promise<boolean> {
				await assertReady(this);
				noteTest(this);
				await makeSubscriptions(this, readSubscriptionSettings(this));
				// Asked now, while nobody waits; what other bots write is rare enough to ask when it comes.
				const { filters } = readEventSettings(this);
				if (filters.mention !== '') await withBot(this, filters);
				await hearClicks(this);
				return true;
			},
			async delete(this: IHookFunctions): Promise<boolean> {
				const scope = memoryScope(this);
				if (endsTest(this)) {
					hearNoMore(this, 'manual');
					forget({ ...scope, manual: true });
				} else {
					hearNoMore(this);
					await removeSubscriptions(this, removesSubscriptions(this));
					forget(scope);
				}
				return true;
			},
		},
	};

	async webhook(this: IWebhookFunctions): Promise<IWebhookResponseData> {
		return await answerPost.call(this);
	}
}
