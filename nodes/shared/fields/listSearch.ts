import { NodeOperationError, sleep, type ILoadOptionsFunctions, type INodeListSearchResult } from 'n8n-workflow';

import { holdsAllWords } from '../../../feishu/words';
import { FeishuClient } from '../client/client';
import { authenticationOf } from '../client/sessions';
import type { ListSearch } from '../operation/field';
import { toNodeError } from '../client/errors';
import { asEntries, inList } from './inList';
import { listWalks, type Entry, type ListWalk } from './listWalks';

/** What somebody asks of a list. */
export interface Ask {
	feishu: FeishuClient;
	context: ILoadOptionsFunctions;
	/** Empty for the whole list. */
	filter: string;
}

/** What stands in a list that has nothing: why, and what to do. */
export interface Nothing {
	message: string;
	advice: string;
}

export interface ListSpec {
	/** What its entries are called, as in "people". */
	what: string;
	/** Scopes of which one is enough. */
	scopes: readonly string[];
	/** The whole list, fetched as it is read. Entries that come twice are shown once. */
	entries(ask: Ask): AsyncIterable<Entry>;
	/** The platform finds what fits, so that nothing is left to compare here. */
	searched?: true;
	/** Whose list it is where that depends on the panel, as on a chat. @throws InputError where nothing is chosen */
	of?(ask: Ask): string;
	/** How long what was read serves further searches, in ms: for lists that take many requests. */
	keepMs?: number;
	/** When the list as a whole is empty. */
	nothing: Nothing;
	/** How one does without the list where it is refused. */
	otherwise?: string;
	/** All that is looked through, in the words of an error. */
	among?: string;
	/** Where words are looked for, when that is more than the name. */
	foundBy?: string;
	/** What takes the place of this for a person who has entered words: the platform finds for people what an app has to walk. */
	person?: Pick<ListSpec, 'entries' | 'scopes' | 'foundBy'> & { nothing: Nothing };
}

/** As many as n8n's list shows before somebody scrolls. */
const PAGE = 50;

/** With something to show, nobody waits longer for more: n8n asks on by itself. */
const ENOUGH_MS = 2_000;

/** After this, the list says how far it has come. */
const LONGEST_MS = 15_000;

/** In which both are counted. */
const STEP_MS = 250;

/** Further pages come soon after one another. */
const NEXT_PAGE_MS = 30_000;

/**
 * The search of a list, for n8n. It walks on until there are matches or the list ends, because n8n takes an empty page for
 * the end; shows nothing twice; and where there is nothing, says why in the list itself, below the words that were looked
 * for if there are any.
 */
export function listSearch(shared: ListSpec): ListSearch {
	return async function (this: ILoadOptionsFunctions, filter = '', token?: string): Promise<INodeListSearchResult> {
		const feishu = new FeishuClient(this);
		const ask: Ask = { feishu, context: this, filter: filter.trim() };
		let spec = shared;
		let key: string | undefined;
		try {
			spec = await specFor(shared, ask);
			key = await keyOf(spec, ask);
			if (token === undefined && spec.keepMs === undefined) listWalks.forget(key);
			const walk = listWalks.get(key, () => spec.entries(ask), spec.keepMs ?? NEXT_PAGE_MS);
			const page = await pageOf(spec, walk, ask, Number(token ?? 0) || 0);
			if ('results' in page) return page;
			if (walk.size === 0) listWalks.forget(key);
			if (ask.filter !== '') return asEntries({ message: page.message, description: page.advice });
			throw refusal(ask, page);
		} catch (error) {
			// What was refused may be granted now.
			if (key !== undefined && !(error instanceof NodeOperationError)) listWalks.forget(key);
			throw await listError(ask, error, spec);
		}
	};
}

async function specFor(spec: ListSpec, { feishu, filter }: Ask): Promise<ListSpec> {
	const { person, ...shared } = spec;
	if (!person || filter === '' || !(await feishu.isPerson())) return shared;
	return {
		...shared,
		...person,
		among: `the ${spec.what} that this person may find`,
		searched: true,
		keepMs: undefined,
	};
}

async function keyOf(spec: ListSpec, { feishu, context, filter }: Ask): Promise<string> {
	const of = spec.of?.({ feishu, context, filter }) ?? '';
	const credentials = JSON.stringify(context.getNode().credentials ?? {});
	return JSON.stringify([spec.what, credentials, await feishu.sender(), of, spec.searched ? filter : '']);
}

async function pageOf(
	spec: ListSpec,
	walk: ListWalk,
	ask: Ask,
	from: number,
): Promise<INodeListSearchResult | Nothing> {
	const patience = { over: false };
	try {
		return await readPage(spec, walk, ask, from, [late(ENOUGH_MS, patience), late(LONGEST_MS, patience)]);
	} finally {
		patience.over = true;
	}
}

async function readPage(
	spec: ListSpec,
	walk: ListWalk,
	ask: Ask,
	from: number,
	[enough, longest]: readonly [Promise<'late'>, Promise<'late'>],
): Promise<INodeListSearchResult | Nothing> {
	const results: INodeListSearchResult['results'] = [];
	let place = from;
	for (; results.length < PAGE; place++) {
		const entry = await walk.at(place, results.length > 0 ? enough : longest);
		if (entry === 'late') {
			if (results.length === 0 && from === 0) return tooLong(spec, walk);
			break;
		}
		if (entry === undefined) {
			if (results.length === 0 && from === 0) return nothingIn(spec, walk, ask.filter);
			return { results };
		}
		if (spec.searched || holdsAllWords(`${entry.name}\n${entry.words ?? ''}`, ask.filter)) results.push(shown(entry));
	}
	return { results, paginationToken: String(place) };
}

/** Comes after a time, or soon after nobody waits for it any more: n8n gives no timer that could be taken back. */
async function late(ms: number, patience: { over: boolean }): Promise<'late'> {
	for (let waited = 0; waited < ms && !patience.over; waited += STEP_MS) await sleep(STEP_MS);
	return 'late';
}

const shown = ({ name, value, url }: Entry) => ({ name, value, ...(url !== undefined && { url }) });

/** With words that fit nothing, the words come first: what the app can't see is the less likely reason. */
function nothingIn(
	{ what, nothing, searched, among, foundBy = 'the name' }: ListSpec,
	walk: ListWalk,
	filter: string,
): Nothing {
	if (filter === '' || (walk.size === 0 && !searched)) return nothing;
	const all = among ?? (searched ? `the ${what} of this app` : `the ${walk.size} ${what} that this app can see`);
	const words = `Try other words: they are looked for in ${foundBy}. Still missing?`;
	return { message: `Nothing fits '${filter}' among ${all}`, advice: `${words} ${nothing.advice}` };
}

function tooLong({ what }: ListSpec, { size }: ListWalk): Nothing {
	return {
		message: `Nothing found yet, after ${size} ${what}`,
		advice: 'Search again to look further, or choose another way to enter it',
	};
}

function refusal({ context }: Ask, { message, advice }: Nothing): NodeOperationError {
	return new NodeOperationError(context.getNode(), message, { description: advice });
}

/** The error of a list's search, in the same words as an operation's. */
async function listError({ context, feishu }: Ask, error: unknown, { scopes, otherwise }: ListSpec): Promise<Error> {
	const consoleUrl = await feishu.consoleUrl().catch(() => undefined);
	const told = toNodeError(context.getNode(), error, { scopes, consoleUrl, caller: authenticationOf(context) });
	const words = inList(told);
	// A list that is empty says that by itself.
	const isRefused = otherwise !== undefined && error !== told;
	told.message = isRefused ? `${words.replace(/\.?$/, '.')} ${otherwise}` : words;
	return told;
}
