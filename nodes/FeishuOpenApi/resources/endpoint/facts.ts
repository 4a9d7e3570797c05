import type { INodePropertyOptions } from 'n8n-workflow';

import type { Endpoint, EndpointRate, TokenKind } from '../../../../feishu/catalog';
import { exampleOf } from '../../../../feishu/catalog/endpointExample';
import { formFields, type FormField } from '../../../../feishu/catalog/endpointForm';
import { idOf } from '../../../../feishu/catalog/endpointIds';
import { hasZone } from '../../../../feishu/catalog/endpointZone';
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
		{
			name: headline(endpoint),
			value: 'facts',
			description: `${scopeText(scopes)}; ${rateText(rate)}. What the app needs, and how often it may call.`,
		},
		...warnings(endpoint),
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
	const fields = formFields(endpoint).filter(({ paging }) => !paging);
	facts.push(...zoneOf(fields));
	return [...facts, ...fields.flatMap((field) => helpOf(endpoint, field, texts[field.id]))];
}

/** The closed list shows so many characters; of a description the open one shows two lines. */
const CLOSED = 45;

/** The most important first: what does not fit stands in the open list. */
function headline({ risk, scopes = [], rate }: Endpoint): string {
	const [first = 'no scope', ...others] = scopes;
	const scope = others.length === 0 ? first : `${first} +${others.length}`;
	const often =
		rate === undefined || rate === 'special'
			? undefined
			: `${rate.perSecond ? `${rate.perSecond}/s` : `${rate.perMinute}/min`}`;
	const parts = [risk === RISKY && 'High risk', often, scope].filter((part) => typeof part === 'string');
	const whole = parts.join(' · ');
	return whole.length <= CLOSED ? whole : `${whole.slice(0, CLOSED - 1)}…`;
}

const RISKY = 'high-risk-write';

function warnings({ risk, historical, undocumented }: Endpoint): INodePropertyOptions[] {
	const all: Array<INodePropertyOptions | false> = [
		risk === RISKY && {
			name: 'High Risk',
			value: 'risk',
			description: 'The platform warns of this call: what it deletes, sends or opens to others may not be taken back',
		},
		historical === true && {
			name: 'Historical',
			value: 'historical',
			description: 'Kept for those who use it: the platform has a newer endpoint for most of them',
		},
		undocumented === true && {
			name: 'Undocumented',
			value: 'undocumented',
			description:
				"Known from the platform's own command line alone: what its body takes is not known, and it may change",
		},
	];
	return all.filter((one) => one !== false);
}

/** A field's help, whose ID it holds, and an example of what takes JSON. */
function helpOf(endpoint: Endpoint, field: FormField, text: string | undefined): INodePropertyOptions[] {
	const { id, label, name, schema } = field;
	const owner = idOf(endpoint, id);
	const help = [
		text,
		owner && `ID of a ${owner.of}${owner.by ? `, of the kind that ${owner.by} says` : ''}`,
		schema.undocumented && 'The official SDK sends it; the documentation does not know it',
	].filter(Boolean);
	const takesJson = schema.type === 'array' || schema.type === 'object';
	return [
		...(help.length > 0 ? [{ name: label, value: id, description: help.join('. ') }] : []),
		...(takesJson
			? [{ name: `Example of ${label}`, value: `example.${id}`, description: JSON.stringify(exampleOf(schema, name)) }]
			: []),
	];
}

/** In which zone dates are read that don't say it themselves. */
function zoneOf(fields: readonly FormField[]): INodePropertyOptions[] {
	const moments = fields.filter(({ schema }) => schema.format?.startsWith('timestamp'));
	if (moments.length === 0) return [];
	const isBeside = moments.some(({ within }) => within && hasZone(within.schema));
	const zone = "in the workflow's time zone (Settings → Timezone)";
	return [
		{
			name: 'Dates Without an Offset',
			value: 'zone',
			description: isBeside ? `In the timezone beside them; without it, ${zone}` : `They are ${zone}`,
		},
	];
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

/** As the panel and the kinds of credentials call them. */
const CALLERS: Readonly<Record<TokenKind, string>> = {
	tenant: 'an app',
	user: 'a person',
	app: "an app, with the app's own token",
};

function identityText(tokens: readonly TokenKind[] | undefined): string {
	if (!tokens) return 'The documentation does not say whose identity it takes';
	if (tokens.length === 0) return 'Takes no token';
	return `May be called by ${tokens.map((kind) => CALLERS[kind]).join(' or ')}`;
}
