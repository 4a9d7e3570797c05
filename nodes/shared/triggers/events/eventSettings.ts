import type { IDataObject, NodeParameterValueType } from 'n8n-workflow';

import { readDriveFile } from '../../../../feishu/events/driveFile';
import type { ToastType } from '../../../../feishu/events/callback';
import { isObject, type JsonObject } from '../../../../feishu/json';
import type { AnswerBy, CallbackSettings } from './callbacks';
import { ANY_EVENT } from './triggerFields';
import type { EventFilters, MentionFilter } from './filters';

const MINUTE_MS = 60_000;

/** What hook, webhook and trigger functions have in common. */
export interface ParameterReader {
	getNodeParameter(name: string, fallback?: unknown): NodeParameterValueType | object;
}

export interface EventSettings {
	filters: EventFilters;
	simple: boolean;
	deduplicate: boolean;
	includeRaw: boolean;
	downloadAttachments: boolean;
	/** Whether what an approval event is about is read. */
	includeApproval: boolean;
	callbacks: CallbackSettings;
}

/**
 * Reads the panel of a trigger: this file has all its readers, for both triggers and what only one of them has. To be
 * called while n8n activates or deactivates the node, or hands it a request: later, it resolves no expressions.
 */
export function readEventSettings(node: ParameterReader): EventSettings {
	const filters = node.getNodeParameter('filters', {}) as IDataObject;
	const options = node.getNodeParameter('options', {}) as IDataObject;
	return {
		filters: {
			types: chosenTypes(node),
			chats: located(filters.chats, 'chat').map(chatIdIn),
			senders: located(filters.senders, 'sender'),
			sentBy: filters.sentBy === 'bot' || filters.sentBy === 'person' ? filters.sentBy : '',
			messageTypes: list(filters.messageTypes),
			chatType: typeof filters.chatType === 'string' ? filters.chatType : '',
			ignoreOwn: filters.ignoreOwn !== false,
			maxAgeMinutes: Number(filters.maxEventAge) || Number.POSITIVE_INFINITY,
			approvalCodes: list(filters.approvalCodes),
			files: enteredFiles(node).map((file) => readDriveFile(file)?.token ?? file),
			mention: typeof filters.mention === 'string' ? (filters.mention as MentionFilter) : '',
			textContains: phrases(filters.textContains),
			textPattern: typeof filters.textPattern === 'string' ? filters.textPattern.trim() : '',
		},
		simple: node.getNodeParameter('simple', true) !== false,
		deduplicate: options.deduplicate !== false,
		includeRaw: options.includeRaw === true,
		downloadAttachments: options.downloadAttachments === true,
		includeApproval: options.includeApproval !== false,
		callbacks: readCallbackSettings(node),
	};
}

/** Resources whose events the platform sends only after a subscription: the fields of `subscriptionFields.ts`. */
export interface SubscriptionSettings {
	/** The rows as filled in; `wantedResources` understands them. */
	resources: JsonObject[];
	/** Whether what this node subscribes to is ended with it. */
	removes: boolean;
}

export function readSubscriptionSettings(node: ParameterReader): SubscriptionSettings {
	const { resource } = node.getNodeParameter('subscriptions', {}) as { resource?: unknown };
	return { resources: Array.isArray(resource) ? resource.filter(isObject) : [], removes: removesSubscriptions(node) };
}

/** The option alone, for the deactivation: nothing else on the panel may keep n8n from it. */
export function removesSubscriptions(node: ParameterReader): boolean {
	return node.getNodeParameter('options.removeSubscriptions', false) === true;
}

/** Milliseconds by which the time of a signed post may differ from ours; undefined for the default. The webhook's own. */
export function readSignatureWindow(node: ParameterReader): number | undefined {
	const minutes = Number(node.getNodeParameter('options.signatureWindow', 0));
	return minutes > 0 ? minutes * MINUTE_MS : undefined;
}

/** What stands in the filter for files, addresses or tokens. */
export function enteredFiles(node: ParameterReader): string[] {
	return list((node.getNodeParameter('filters', {}) as IDataObject).files);
}

/** How callbacks are answered: the fields of `callbackFields.ts`. */
export function readCallbackSettings(node: ParameterReader): CallbackSettings {
	const text = node.getNodeParameter('toastText', '');
	return {
		by: node.getNodeParameter('answerCallbacks', 'nothing') as AnswerBy,
		toastType: node.getNodeParameter('toastType', 'info') as ToastType,
		toastText: typeof text === 'string' ? text.trim() : '',
	};
}

/** The event types that start the workflow; ["*"] for any. */
export function chosenTypes(node: ParameterReader): string[] {
	const chosen = [...list(node.getNodeParameter('events', [])), ...list(node.getNodeParameter('otherEventTypes', ''))];
	return chosen.includes(ANY_EVENT) ? [ANY_EVENT] : chosen;
}

/** The ids in a field that can be given several times; one that is typed in may hold several. */
function located(field: unknown, name: string): string[] {
	const values = isObject(field) && Array.isArray(field.values) ? field.values : [];
	return values.filter(isObject).flatMap(({ [name]: locator }) => list(isObject(locator) ? locator.value : locator));
}

/** People also paste the address of a chat. */
function chatIdIn(value: string): string {
	return /oc_\w+/.exec(value)?.[0] ?? value;
}

/** Texts as they were written, with their commas. */
function phrases(value: unknown): string[] {
	const parts: unknown[] = Array.isArray(value) ? value : [value];
	return parts.filter((part): part is string => typeof part === 'string' && part.trim() !== '');
}

/** A list from a multiple choice, or from a text in which people separate by commas (also Chinese ones), spaces or lines. */
function list(value: unknown): string[] {
	const parts: unknown[] = Array.isArray(value) ? value : typeof value === 'string' ? value.split(/[,，;；\s]+/) : [];
	return parts.filter((part): part is string => typeof part === 'string' && part !== '');
}
