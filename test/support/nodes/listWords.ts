import type { INodeListSearchResult } from 'n8n-workflow';

/** What a list says in place of entries, in one piece: who chooses any line of it has chosen nothing. */
export function listWords({ results, paginationToken }: INodeListSearchResult): string {
	if (paginationToken !== undefined) throw new Error('It goes on');
	if (results.some(({ value }) => String(value).trim() !== '')) throw new Error('There are entries');
	if (new Set(results.map(({ value }) => value)).size < results.length) throw new Error('Lines that n8n shows once');
	return results.map(({ name }) => name).join(' ');
}
