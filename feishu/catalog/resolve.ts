import { InputError } from '../input';
import { editDistance } from './editDistance';
import { allEndpoints, findEndpoint, loadIndex } from './load';
import { comparablePath, searchEndpoints } from './search';
import type { Endpoint, IndexEntry } from './types';

/** How many endpoints a complaint names. */
const SUGGESTIONS = 4;

/**
 * The endpoint that a person means: its id, or a path, a documentation link, a method of the SDK or a name that
 * stands for one endpoint only.
 * @param field the name shown on the panel
 * @throws InputError that names endpoints that may be meant
 */
export async function resolveEndpoint(text: string, field: string): Promise<Endpoint> {
	const exact = await findEndpoint(text.trim());
	if (exact) return exact;
	const meant = await idsMeant(text);
	const [id] = meant;
	const endpoint = id !== undefined && meant.length === 1 ? await findEndpoint(id) : undefined;
	if (endpoint) return endpoint;
	throw await unknown(text, field, meant);
}

async function idsMeant(text: string): Promise<string[]> {
	const { entries } = await loadIndex();
	const [, method, rest = ''] = /^\s*([a-z]+)\s+(\S+)\s*$/i.exec(text) ?? [undefined, undefined, text];
	if (!rest.includes('/')) return await idsNamed(text);
	if (/^\s*https?:\/\/[^/]+\/document\//i.test(rest)) return await idsDocumented(rest);
	const path = comparablePath(rest);
	return entries
		.filter(({ id }) => comparablePath(id.slice(id.indexOf(' ') + 1)) === path)
		.filter(({ id }) => method === undefined || id.startsWith(`${method.toUpperCase()} `))
		.map(({ id }) => id);
}

/** By the name in either language, or by the SDK's method (`im.v1.message.create`). */
async function idsNamed(text: string): Promise<string[]> {
	const name = text.trim().toLowerCase();
	if (name === '') return [];
	const { entries } = await loadIndex();
	const named = entries.filter(({ en, zh }) => en.toLowerCase() === name || zh === name);
	if (named.length > 0) return named.map(({ id }) => id);
	if (!/^\w+(\.\w+){2,}$/.test(name)) return [];
	return (await allEndpoints()).filter(({ sdk }) => sdk?.toLowerCase() === name).map(({ id }) => id);
}

async function idsDocumented(link: string): Promise<string[]> {
	const page = pageOf(link);
	return (await allEndpoints()).filter(({ doc }) => doc !== undefined && pageOf(doc) === page).map(({ id }) => id);
}

/** The end of a documentation link: one page has several addresses that differ before it, and in host and language. */
function pageOf(link: string): string {
	const path = link
		.replace(/[?#].*$/, '')
		.replace(/\/+$/, '')
		.toLowerCase();
	return path.split('/').slice(-3).join('/');
}

async function unknown(text: string, field: string, meant: readonly string[]): Promise<InputError> {
	const shown = text.trim().slice(0, 100);
	const { byId } = await loadIndex();
	if (meant.length > 1) {
		const all = meant.map((id) => byId.get(id)).filter((entry) => entry !== undefined);
		return new InputError(
			field,
			`The field '${field}' names several endpoints: ${shown}`,
			`Enter one of them with its method: ${all
				.slice(0, 2 * SUGGESTIONS)
				.map(described)
				.join('; ')}`,
		);
	}
	const close = (await closest(text)).slice(0, SUGGESTIONS).map(described).join('; ');
	return new InputError(
		field,
		`The catalog has no endpoint '${shown}'`,
		`${close === '' ? '' : `The closest are: ${close}. `}Choose one from the list, or use the resource Custom Request for what the catalog lacks`,
	);
}

/** What a search finds; for a mistyped path, what begins like it. */
async function closest(text: string): Promise<IndexEntry[]> {
	const bare = text.replace(/^\s*(get|post|put|patch|delete)\s+/i, '');
	const tries = [text, bare];
	if (bare.includes('/')) {
		const path = comparablePath(bare);
		const alike = await mistyped(path);
		if (alike.length > 0) return alike;
		const steps = path.split('/');
		tries.push(...steps.map((_, index) => `${steps.slice(0, steps.length - index).join('/')}/`));
		tries.push(steps.filter((step) => !/^(v\d+|:)$/.test(step)).join(' '));
	} else {
		tries.push(...bare.split(/\s+/).sort((a, b) => b.length - a.length));
	}
	for (const one of tries) {
		const found = one.trim() === '' || one === '/' ? [] : await searchEndpoints(one);
		if (found.length > 0) return found;
	}
	return [];
}

/** Of a path, so many letters may be wrong. */
const SLIPS = 3;

/** The endpoints whose path is nearly this one, the nearest first. */
async function mistyped(path: string): Promise<IndexEntry[]> {
	const { entries } = await loadIndex();
	return entries
		.map((entry) => ({ entry, slips: editDistance(path, comparablePath(entry.id.slice(entry.id.indexOf(' ') + 1))) }))
		.filter(({ slips }) => slips <= SLIPS)
		.sort((a, b) => a.slips - b.slips)
		.map(({ entry }) => entry);
}

const described = ({ id, en }: IndexEntry): string => `${id} (${en})`;
