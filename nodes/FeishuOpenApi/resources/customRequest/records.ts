import type { IDataObject } from 'n8n-workflow';

import { collectPages, hasPages, readPage, type Page } from '../../../../feishu/api/paging';
import { isObject, type JsonObject } from '../../../../feishu/json';
import type { CallRequest, FeishuClient } from '../../../shared/client/client';
import type { Reader } from '../../../shared/operation/field';
import { itemsKeyField, limitFields, optionsField, type fileNameField } from './fields';

/** A request whose fields are right, and what is made of its answer. */
export interface Sending {
	read: Reader<typeof limitFields | typeof fileNameField | typeof optionsField>['read'];
	feishu: FeishuClient;
	endpoint: string;
	request: CallRequest;
}

/** One item a record, over all pages. An answer without a list is one record: an item that is not there helps nobody. */
export async function recordsOf({ read, feishu, endpoint, request }: Sending): Promise<IDataObject[]> {
	const { pageSize, itemsKey = '', pagingIn = 'query' } = read(optionsField);
	const limit = read(limitFields);
	const given = request[pagingIn];
	const records = await collectPages(async (page_token, wanted) => {
		const page = {
			...(pageSize !== undefined && { page_size: Math.min(pageSize, wanted) }),
			...(page_token !== undefined && { page_token }),
		};
		const part = Object.keys(page).length === 0 ? given : { ...(isObject(given) && given), ...page };
		return pageOf(await feishu.call<JsonObject>(endpoint, { ...request, [pagingIn]: part }), itemsKey);
	}, limit);
	return records as IDataObject[];
}

function pageOf(data: JsonObject, itemsKey: string): Page {
	const lists = Object.keys(data).filter((name) => Array.isArray(data[name]));
	// The platform leaves lists out that are empty.
	if (lists.length > 0 || hasPages(data)) {
		if (itemsKey !== '' && lists.length > 0 && !lists.includes(itemsKey)) throw withoutList(itemsKey, lists);
		return readPage(data, itemsKey || undefined);
	}
	if (itemsKey !== '') throw withoutList(itemsKey, Object.keys(data));
	return { records: Object.keys(data).length === 0 ? [] : [data] };
}

function withoutList(itemsKey: string, names: readonly string[]) {
	const has = names.length === 0 ? 'nothing' : names.join(', ');
	return itemsKeyField.refuse(`names '${itemsKey}', and the answer has no list of that name`, `Its data has: ${has}`);
}
