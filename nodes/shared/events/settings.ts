import type { IDataObject, NodeParameterValueType } from 'n8n-workflow';

import { isObject } from '../../../feishu/json';
import { ANY_EVENT } from './fields';
import type { EventFilters } from './filters';

/** What hook, webhook and trigger functions have in common. */
export interface ParameterReader {
	getNodeParameter(name: string, fallback?: unknown): NodeParameterValueType | object;
}

export interface EventSettings {
	filters: EventFilters;
	simple: boolean;
	deduplicate: boolean;
	includeRaw: boolean;
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
		},
		simple: node.getNodeParameter('simple', true) !== false,
		deduplicate: options.deduplicate !== false,
		includeRaw: options.includeRaw === true,
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

/** A list from a multiple choice, or from a text in which people separate by commas (also Chinese ones), spaces or lines. */
function list(value: unknown): string[] {
	const parts: unknown[] = Array.isArray(value) ? value : typeof value === 'string' ? value.split(/[,，;；\s]+/) : [];
	return parts.filter((part): part is string => typeof part === 'string' && part !== '');
}
