import type { IDataObject } from 'n8n-workflow';

import type { Endpoint } from '../../../../feishu/catalog';
import { endpointFields } from '../../../../feishu/catalog/endpointFields';
import { openedFields } from '../../../../feishu/catalog/endpointForm';
import type { EndpointValues } from '../../../../feishu/catalog/endpointRequest';
import type { JsonObject } from '../../../../feishu/json';
import { FACTS_FIELD } from './facts';

/**
 * What was entered for the endpoint's fields, by field ID: in the mapper, or in the item with automatic mapping, with
 * what is given besides on top.
 */
export function enteredValues(
	endpoint: Endpoint,
	mapped: JsonObject | 'item',
	more: JsonObject,
	item: IDataObject,
): EndpointValues {
	const values = mapped === 'item' ? fromItem(endpoint, item) : mapped;
	const { [FACTS_FIELD]: _facts, ...given } = { ...values, ...more };
	return given;
}

/** Fields of the item that are named like a parameter, with or without its part; others are left alone. */
function fromItem(endpoint: Endpoint, json: IDataObject): JsonObject {
	const fields = endpointFields(endpoint).filter(({ paging }) => !paging);
	const opened = fields.flatMap((field) => openedFields(endpoint, field));
	return Object.fromEntries([
		...fields.map(({ id, name }) => [id, json[id] ?? json[name]] as const),
		...opened.map(({ id, label }) => [id, json[id] ?? json[label]] as const),
	]);
}
