import type { IDataObject, NodeParameterValueType } from 'n8n-workflow';

import { readDriveFile } from '../../../../feishu/events/driveFile';
import type { ToastType } from '../../../../feishu/events/callback';
import { isObject } from '../../../../feishu/json';
import type { AnswerBy, CallbackSettings } from './callbacks';
import { ANY_EVENT } from './triggerFields';
import type { EventFilters, MentionFilter } from './filters';

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
	callbacks: CallbackSettings;
}

/** Reads the fields of `fields.ts` from a trigger node. */
export function readEventSettings(node: ParameterReader): EventSettings {
	const filters = node.getNodeParameter('filters', {}) as IDataObject;
	const options = node.getNodeParameter('options', {}) as IDataObject;
	return {
		filters: {
			types: chosenTypes(node),
			chats: located(filters.chats, 'chat').map(chatIdIn),
			senders: located(filters.senders, 'sender'),
			messageTypes: list(filters.messageTypes),
			chatType: typeof filters.chatType === 'string' ? filters.chatType : '',
			ignoreOwn: filters.ignoreOwn !== false,
			maxAgeMinutes: Number(filters.maxEventAge) || Number.POSITIVE_INFINITY,
			approvalCodes: list(filters.approvalCodes),
			files: list(filters.files).map((file) => readDriveFile(file)?.token ?? file),
			mention: typeof filters.mention === 'string' ? (filters.mention as MentionFilter) : '',
			textContains: phrases(filters.textContains),
			textPattern: typeof filters.textPattern === 'string' ? filters.textPattern.trim() : '',
		},
		simple: node.getNodeParameter('simple', true) !== false,
		deduplicate: options.deduplicate !== false,
		includeRaw: options.includeRaw === true,
		downloadAttachments: options.downloadAttachments === true,
		callbacks: readCallbackSettings(node),
	};
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
export function list(value: unknown): string[] {
	const parts: unknown[] = Array.isArray(value) ? value : typeof value === 'string' ? value.split(/[,，;；\s]+/) : [];
	return parts.filter((part): part is string => typeof part === 'string' && part !== '');
}
