import type { FeishuClient } from '../../shared/client/client';

export const DISTRICTS = 'POST /open-apis/approval/v4/districts/search';

interface District {
	id?: string;
	name?: string;
	parent_districts?: Array<{ id?: string; name?: string }>;
}

/** Names are English unless Chinese is asked for. */
const localeOf = (name: string) => (/\p{Script=Han}/u.test(name) ? 'zh-CN' : 'en-US');

const isSame = (one: string | undefined, other: string): boolean => one?.toLowerCase() === other.toLowerCase();

/**
 * The districts of this name, which may stand behind what they lie in: `Shanghai/Pudong Xinqu`. A province is often called
 * as the city in it, and then the city is meant.
 * @throws CallError @see https://open.feishu.cn/document/server-docs/approval-v4/district/search
 */
export async function districtsNamed(feishu: FeishuClient, entered: string): Promise<string[]> {
	const path = entered.split('/').map((part) => part.trim());
	const keyword = path.pop() ?? '';
	const { items = [] } = await feishu.call<{ items?: District[] }>(DISTRICTS, {
		query: { locale: localeOf(entered) },
		body: { keyword },
		idempotent: true,
	});
	const exact = items.filter(({ name }) => isSame(name, keyword));
	const found = (exact.length > 0 ? exact : items).filter(({ parent_districts: around = [] }) =>
		path.every((part) => around.some(({ name }) => isSame(name, part))),
	);
	const outer = new Set(found.flatMap(({ parent_districts: around = [] }) => around.map(({ id }) => id)));
	return found.flatMap(({ id }) => (id !== undefined && !outer.has(id) ? [id] : []));
}
