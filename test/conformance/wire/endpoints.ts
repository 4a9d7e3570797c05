import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

import type { Endpoint, Schema } from '../../../scripts/catalog/types';

const FOLDER = join(__dirname, '../../../catalog/endpoints');

/** An endpoint that the official SDK can call. */
export type SdkEndpoint = Endpoint & { sdk: string };

/** Every endpoint of the catalog that the official SDK has, in the catalog's order. */
export function sdkEndpoints(): SdkEndpoint[] {
	return readdirSync(FOLDER)
		.sort()
		.flatMap((file) => JSON.parse(readFileSync(join(FOLDER, file), 'utf8')) as Endpoint[])
		.filter((endpoint): endpoint is SdkEndpoint => endpoint.sdk !== undefined);
}

/** Whether a person may call it, as far as the documentation says. */
export const takesPeople = ({ tokens }: Endpoint): boolean => tokens?.includes('user') ?? false;

/** The top-level parameters of a part of the request. */
export function parametersOf(endpoint: Endpoint, part: 'path' | 'query' | 'body'): Array<[string, Schema]> {
	return Object.entries(endpoint.request?.[part]?.properties ?? {});
}

export interface PageNames {
	part: 'query' | 'body';
	token: string;
	isTokenRequired: boolean;
	size: string;
	nextToken: string;
	/** Where the records stand in `data`, dotted; nothing where a page is one record. */
	items?: string;
	itemsAreText: boolean;
}

/** How the endpoint pages; nothing where the SDK's request has no page token. */
export function pagesOf(endpoint: Endpoint): PageNames | undefined {
	const { paging } = endpoint;
	if (!paging) return undefined;
	const token = paging.tokenParam ?? 'page_token';
	if (!parametersOf(endpoint, paging.in).some(([name]) => name === token)) return undefined;
	return {
		part: paging.in,
		token,
		isTokenRequired: endpoint.request?.[paging.in]?.required?.includes(token) ?? false,
		size: 'page_size',
		nextToken: paging.tokenKey ?? 'page_token',
		items: paging.itemsKey === null ? undefined : (paging.itemsKey ?? 'items'),
		itemsAreText: paging.itemsJson === true,
	};
}
