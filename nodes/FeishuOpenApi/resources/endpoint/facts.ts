import type { INodePropertyOptions } from 'n8n-workflow';

import type { Endpoint, EndpointRate, TokenKind } from '../../../../feishu/catalog';
import { endpointFields } from '../../../../feishu/catalog/endpointFields';
import { NO_BODY_WITH_GET } from './refusals';

/** The row of the mapper that tells about the endpoint. It is no parameter. */
export const FACTS_FIELD = 'about';

/**
 * What a person wants to know about an endpoint: scopes, rate limit, identity, documentation, and each parameter's
 * help. The first entry is what shows while the list is closed.
 * @param texts help by field id
 */
export function endpointFacts(endpoint: Endpoint, texts: Readonly<Record<string, string>>): INodePropertyOptions[] {
	const { scopes = [], needScopes = [], fieldScopes = [], tokens, rate, doc } = endpoint;
	const facts: INodePropertyOptions[] = [
		// The closed list shows some 45 characters of it; of a description the open one shows two lines.
		{
			name: `${scopeText(scopes)} · ${rateText(rate)}`,
			value: 'facts',
			description: 'The scope that the app needs, and how often the endpoint may be called',
		},
		...(scopes.length > 1
			? [{ name: scopes.join(' or '), value: 'scopes', description: 'Scopes, of which one suffices' }]
			: []),
		...(needScopes.length > 0
			? [{ name: needScopes.join(' and '), value: 'needScopes', description: 'Scopes that are needed besides' }]
			: []),
		...(fieldScopes.length > 0
			? [
					{
						name: fieldScopes.join(', '),
						value: 'fieldScopes',
						description: 'Optional scopes: each opens some fields of the answer, or a kind of ID',
					},
				]
			: []),
		{ name: endpoint.id, value: 'id', description: identityText(tokens) },
	];
	if (doc) facts.push(documentation(doc));
	if (endpoint.method === 'GET' && endpoint.request?.body) facts.push(withoutBody(endpoint));
	const help = endpointFields(endpoint).filter(({ id, paging }) => texts[id] && !paging);
	return [...facts, ...help.map(({ id, label }) => ({ name: label, value: id, description: texts[id] }))];
}

function withoutBody({ request }: Endpoint): INodePropertyOptions {
	const names = Object.keys(request?.body?.properties ?? {});
	return { name: `Left out: ${names.join(', ')}`, value: 'left', description: NO_BODY_WITH_GET };
}

function documentation(url: string): INodePropertyOptions {
	// The address itself is wider than the list.
	const description = `<a href="${url}" target="_blank">Open the page in the browser</a>`;
	return { name: 'Documentation', value: 'doc', description };
}

function scopeText([first, ...others]: readonly string[]): string {
	if (first === undefined) return 'No scope is documented';
	return others.length === 0 ? `Scope ${first}` : `Scope ${first} (or ${others.length} more)`;
}

function rateText(rate: EndpointRate | undefined): string {
	if (rate === undefined) return 'no rate limit is documented';
	if (rate === 'special') return 'a rate limit of its own (see the documentation)';
	const tiers = [rate.perSecond && `${rate.perSecond}/s`, rate.perMinute && `${rate.perMinute}/min`];
	return tiers.filter(Boolean).join(', ');
}

function identityText(tokens: readonly TokenKind[] | undefined): string {
	if (!tokens) return 'The documentation does not say whose identity it takes';
	if (tokens.length === 0) return 'Takes no token';
	return `Takes the identity of: ${tokens.join(', ')}`;
}
