import type { IDataObject } from 'n8n-workflow';

import type { Endpoint } from '../../../../feishu/catalog';
import { isObject, type JsonObject } from '../../../../feishu/json';

/**
 * What the next step works with: the one object of an answer, or the entries of its one list, each an item. Where the
 * platform left that out, and where an answer says more, all of its data.
 */
export function unwrapped({ answer }: Endpoint, data: JsonObject): IDataObject | IDataObject[] {
	if (!answer) return data as IDataObject;
	const inner = 'record' in answer ? data[answer.record] : data[answer.records];
	const fits = 'record' in answer ? isObject(inner) : Array.isArray(inner) && inner.every(isObject);
	return (fits ? inner : data) as IDataObject | IDataObject[];
}
