import type { FeishuClient } from '../../shared/client/client';

export const DISTRICTS = 'POST /open-apis/approval/v4/districts/search';

interface District {
	id?: string;
	name?: string;
	parent_districts?: Array<{ id?: string; name?: string }>;
}

type Locale = 'zh-CN' | 'en-US';

/** A district with its names in all languages asked for, as those of the districts around it. */
interface Named {
	id: string;
	names: Set<string>;
	around: Map<string, Set<string>>;
}

const isChinese = (name: string): boolean => /\p{Script=Han}/u.test(name);

/**
 * The districts of this name, which may stand behind what they lie in: `Shanghai/Pudong Xinqu`. A province is often called
 * as the city in it, and then the city is meant: the one that holds no other of these.
 * @throws CallError @see https://open.feishu.cn/document/server-docs/approval-v4/district/search
 */
export async function districtsNamed(feishu: FeishuClient, entered: string): Promise<string[]> {
	const path = entered.split('/').map((part) => part.trim());
	const keyword = path.pop() ?? '';
	const known = new Map<string, Named>();
	// Names come in one language, English unless Chinese is asked for; what somebody writes may be in either, or in both.
	const locales: Locale[] = isChinese(keyword) ? ['zh-CN', 'en-US'] : ['en-US', 'zh-CN'];
	let found: string[] = [];
	for (const locale of locales) {
		for (const one of await search(feishu, keyword, locale)) add(known, one);
		found = meant([...known.values()], keyword, path);
		if (found.length === 1) return found;
	}
	return found;
}

async function search(feishu: FeishuClient, keyword: string, locale: Locale): Promise<District[]> {
	const { items = [] } = await feishu.call<{ items?: District[] }>(DISTRICTS, {
		query: { locale },
		body: { keyword },
		idempotent: true,
	});
	return items;
}

function add(known: Map<string, Named>, { id, name = '', parent_districts: parents = [] }: District): void {
	if (id === undefined) return;
	const named = known.get(id) ?? { id, names: new Set(), around: new Map<string, Set<string>>() };
	known.set(id, named);
	named.names.add(name.toLowerCase());
	for (const { id: outer = '', name: called = '' } of parents)
		named.around.set(outer, (named.around.get(outer) ?? new Set()).add(called.toLowerCase()));
}

function meant(all: readonly Named[], keyword: string, path: readonly string[]): string[] {
	const exact = all.filter(({ names }) => names.has(keyword.toLowerCase()));
	const found = (exact.length > 0 ? exact : all).filter(({ around }) =>
		path.every((part) => [...around.values()].some((names) => names.has(part.toLowerCase()))),
	);
	const outer = new Set(found.flatMap(({ around }) => [...around.keys()]));
	return found.flatMap(({ id }) => (outer.has(id) ? [] : [id]));
}
