import type { ILoadOptionsFunctions, INodeListSearchResult } from 'n8n-workflow';

import { findEndpoint, searchEndpoints as search } from '../../../../feishu/catalog';
import { asEntries } from '../../../shared/fields/inList';

const PAGE = 50;

/** Endpoints of the catalog, best match first: "Send message 发送消息 · im", with the link to the documentation. No call is made. */
export async function searchEndpoints(
	this: ILoadOptionsFunctions,
	filter?: string,
	paginationToken?: string,
): Promise<INodeListSearchResult> {
	const found = await search(filter ?? '');
	if (found.length === 0) {
		const message = `No endpoint fits '${filter}'`;
		const description = 'Search by name in English or Chinese, by path or by domain, with fewer words';
		return asEntries({ message, description });
	}
	const from = Number(paginationToken ?? 0);
	const page = found.slice(from, from + PAGE);
	return {
		results: await Promise.all(
			page.map(async ({ id, en, zh, domain, historical, undocumented }) => ({
				name: [`${en}${zh === '' ? '' : ` ${zh}`}`, domain, historical && 'historical', undocumented && 'undocumented']
					.filter(Boolean)
					.join(' · '),
				value: id,
				url: (await findEndpoint(id))?.doc,
			})),
		),
		paginationToken: from + PAGE < found.length ? String(from + PAGE) : undefined,
	};
}
