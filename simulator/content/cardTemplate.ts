import type { Store } from '../state/store';
import { CardProblem } from './cardProblem';

type Json = Record<string, unknown>;

function fill(value: unknown, variables: Json): unknown {
	if (Array.isArray(value)) return value.map((entry) => fill(entry, variables));
	if (typeof value === 'object' && value !== null)
		return Object.fromEntries(Object.entries(value).map(([name, entry]) => [name, fill(entry, variables)]));
	if (typeof value !== 'string') return value;
	const whole = /^\$\{(\w+)\}$/.exec(value)?.[1];
	if (whole !== undefined && typeof variables[whole] === 'object') return variables[whole];
	return value.replace(/\$\{(\w+)\}/g, (_match, name: string) => String(variables[name] ?? ''));
}

/** The card of a template with its variables filled in; unknown template or version: 200380, bad variables: 200737. */
export function resolveTemplate(data: unknown, store: Store): Json {
	const { template_id: id, template_version_name: version, template_variable: variables = {} } = (data ?? {}) as Json;
	const template = store.cards.templates.get(String(id));
	if (!template || (version !== undefined && !template.versions.includes(String(version)))) {
		throw new CardProblem(
			200380,
			'template does not exist, please confirm whether this template has been released',
			`templateID: ${String(id)}`,
		);
	}
	if (typeof variables !== 'object' || variables === null || Array.isArray(variables))
		throw new CardProblem(200737, 'template_variable is not an object', String(variables));
	return fill(template.card, variables as Json) as Json;
}
