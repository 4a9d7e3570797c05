import type { IDataObject } from 'n8n-workflow';

import type { Endpoint } from '../../../../feishu/catalog';
import { pagingNames } from '../../../../feishu/catalog/endpointFields';
import { pageParameters, readEndpointPage } from '../../../../feishu/catalog/endpointPaging';
import type { JsonObject } from '../../../../feishu/json';
import { collectPages } from '../../../../feishu/api/paging';
import type { CallRequest, FeishuClient } from '../../../shared/client/client';

/**
 * The pages of an endpoint up to the limit. A page token or a page size among the values is where it starts and how
 * it goes on.
 */
export class Pages {
	private readonly part: 'query' | 'body';

	/** What the request carries besides the page. */
	private readonly rest: JsonObject;

	private readonly startToken: string | undefined;

	private readonly size: number | undefined;

	constructor(
		private readonly endpoint: Endpoint,
		private readonly given: CallRequest,
		private readonly limit: number,
		pageSize: number | undefined,
	) {
		this.part = endpoint.paging?.in ?? 'query';
		const names = pagingNames(endpoint);
		const { [names.token]: token, [names.size]: size, ...rest } = (given[this.part] ?? {}) as JsonObject;
		const chosen = pageSize ?? size;
		this.rest = rest;
		this.startToken = token === undefined ? undefined : String(token);
		this.size = chosen === undefined ? undefined : Number(chosen);
	}

	/** The request for the page behind a token; without one, for the first page. */
	request(token = this.startToken, wanted = this.limit): CallRequest {
		const page = pageParameters(this.endpoint, { token, wanted, size: this.size });
		return { ...this.given, [this.part]: { ...this.rest, ...page } };
	}

	async records(feishu: FeishuClient): Promise<IDataObject[]> {
		const records = await collectPages(async (token, wanted) => {
			const data = await feishu.call<JsonObject>(this.endpoint.id, this.request(token, wanted));
			return readEndpointPage(this.endpoint, data);
		}, this.limit);
		return records as IDataObject[];
	}
}
