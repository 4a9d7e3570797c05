import type { IDataObject, IExecuteFunctions } from 'n8n-workflow';

import type { Endpoint } from '../../../../feishu/catalog';
import { endpointFields } from '../../../../feishu/catalog/endpointFields';
import type { EndpointValues } from '../../../../feishu/catalog/endpointRequest';
import { InputError } from '../../../../feishu/input';
import { isObject, type JsonObject } from '../../../../feishu/json';
import type { Params } from '../../../shared/operation/params';
import { FACTS_FIELD } from './facts';

/**
 * What was entered for the endpoint's fields, by field id: from the mapper, or from the item with automatic mapping,
 * with More Parameters on top.
 * @throws InputError when Parameters or More Parameters is not what it should be
 */
export function enteredValues(
	endpoint: Endpoint,
	param: Params,
	context: IExecuteFunctions,
	itemIndex: number,
): EndpointValues {
	const mapped = mapperValue(param);
	const values = mapped === 'item' ? fromItem(endpoint, context.getInputData()[itemIndex]?.json ?? {}) : mapped;
	const { [FACTS_FIELD]: _facts, ...given } = { ...values, ...byFieldId(param.jsonObject('options.moreParameters')) };
	return given;
}

/** The mapper's values. An expression may give the mapper's whole value, or the values alone. */
export function mapperValue(param: Params): JsonObject | 'item' {
	const whole = param.json('parameters') ?? {};
	if (!isObject(whole)) {
		const field = param.label('parameters');
		throw new InputError(field, `The field '${field}' must give an object of values by parameter name`);
	}
	if (whole.mappingMode === 'autoMapInputData') return 'item';
	if (!('mappingMode' in whole)) return byFieldId(whole);
	return isObject(whole.value) ? whole.value : {};
}

/** `{query: {a: 1}}` means the same as `{'query.a': 1}`; a body that is a list stays whole. */
function byFieldId(values: JsonObject): JsonObject {
	const nested = ([id, value]: [string, unknown]): Array<[string, unknown]> =>
		['path', 'query', 'body', 'header'].includes(id) && isObject(value)
			? Object.entries(value).map(([name, one]) => [`${id}.${name}`, one])
			: [[id, value]];
	return Object.fromEntries(Object.entries(values).flatMap(nested));
}

/** Fields of the item that are named like a parameter, with or without its part; others are left alone. */
function fromItem(endpoint: Endpoint, json: IDataObject): JsonObject {
	const fields = endpointFields(endpoint).filter(({ paging }) => !paging);
	return Object.fromEntries(fields.map(({ id, name }) => [id, json[id] ?? json[name]]));
}
