import { walk } from './schema';
import { PARTS, type Endpoint, type Schema } from './types';

/** The catalog against another state of itself, for people: one line a finding. */
export interface Report {
	added: string[];
	removed: string[];
	changed: string[];
}

const ROW_KEYS = [
	'name',
	'sdk',
	'tokens',
	'scopes',
	'needScopes',
	'fieldScopes',
	'rate',
	'errors',
	'risk',
	'headers',
	'upload',
	'download',
	'paging',
	'answer',
	'doc',
	'historical',
	'undocumented',
	'ids',
	'host',
] as const;

const show = (value: unknown): string => {
	const text = value === undefined ? 'nothing' : JSON.stringify(value);
	return text.length > 120 ? `${text.slice(0, 117)}…` : text;
};

/** Fields by path; a field's own facts without those of the fields in it, and whether it is mandatory. */
function flatten(endpoint: Endpoint): Map<string, string> {
	const fields = new Map<string, string>();
	for (const part of PARTS) {
		const schema = endpoint.request?.[part];
		if (!schema) continue;
		for (const [path, field] of walk(schema, part)) {
			const { properties, items, additionalProperties, required, ...own } = field;
			const names = required ? { required } : {};
			fields.set(path, JSON.stringify({ ...own, ...names } satisfies Omit<Schema, 'properties'>));
		}
	}
	return fields;
}

function fieldChanges(before: Endpoint, after: Endpoint): string[] {
	const [old, now] = [flatten(before), flatten(after)];
	const changes: string[] = [];
	for (const [path, field] of now) {
		if (!old.has(path)) changes.push(`+ ${path} ${field}`);
		else if (old.get(path) !== field) changes.push(`~ ${path} ${old.get(path)} → ${field}`);
	}
	for (const path of old.keys()) if (!now.has(path)) changes.push(`- ${path}`);
	return changes;
}

/** What `after` adds to `before`, takes away from it and changes in it: endpoints, their facts, and their parameters. */
export function compare(before: Map<string, Endpoint>, after: Map<string, Endpoint>): Report {
	const report: Report = { added: [], removed: [], changed: [] };
	for (const [id, endpoint] of after) {
		const old = before.get(id);
		if (!old) {
			report.added.push(`${id}  ${endpoint.name.en}`);
			continue;
		}
		const changes = ROW_KEYS.filter((key) => JSON.stringify(old[key]) !== JSON.stringify(endpoint[key])).map(
			(key) => `~ ${key}: ${show(old[key])} → ${show(endpoint[key])}`,
		);
		changes.push(...fieldChanges(old, endpoint));
		if (changes.length > 0) report.changed.push([id, ...changes.map((change) => `    ${change}`)].join('\n'));
	}
	for (const [id, endpoint] of before) if (!after.has(id)) report.removed.push(`${id}  ${endpoint.name.en}`);
	return report;
}

const section = (title: string, rows: string[]): string[] =>
	rows.length > 0 ? [`${title} (${rows.length})`, ...rows.map((row) => `  ${row}`), ''] : [];

export const format = ({ added, removed, changed }: Report): string =>
	[...section('Added', added), ...section('Removed', removed), ...section('Changed', changed)].join('\n') ||
	'The packages and the facts say what the committed catalog says.\n';
