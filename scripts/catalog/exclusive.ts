import { fieldAt } from './merge';
import type { Endpoint, McpEndpoint, NotExclusive } from './types';

/** How texts say that two values can't be given together, or that one of them does not count. */
const SAYS = [
	/[二两]选一|二选其一|互斥|只填一个|任选其一/,
	/不能.{0,3}同时(?!为空)|不可.{0,2}同时(?!为空)|不允许.{0,20}同时使用/,
	/同时(?:存在|传|填|使用|设置).{0,24}(?:为准|只使用|只生效|优先|报错|忽略)/,
	/(?:参数|字段|字段将?会?|参数将?)(?:失效|会被忽略)|参数有值时该参数不生效|其[余他]查询(?:字段|条件)(?:失效|不生效)/,
	/mutually exclusive|can(?:no|')t be (?:used|specified|set|passed)[^.]{0,20} (?:together|at the same time)/i,
	/at the same time,? [^.]{0,40}(?:prevail|preferential|ignored)|only one of (?:them|the two)/i,
];

export interface Finding {
	id: string;
	/** `body.filter.start_time` */
	field: string;
	/** What the text says, cut. */
	says: string;
}

/**
 * Texts of the parameters that speak of values that exclude each other, where neither the facts have such a pair nor
 * anybody has judged that there is none: to be read, and written into `catalog/facts/`.
 */
export function unreviewed(
	endpoints: readonly Endpoint[],
	mcp: readonly McpEndpoint[],
	judged: readonly NotExclusive[],
): Finding[] {
	const requests = new Map(endpoints.map(({ id, request }) => [id, request]));
	const settled = new Set(judged.flatMap(({ id, fields }) => fields.map((field) => `${id} ${field}`)));
	return mcp.flatMap(({ id, texts, zhTexts }) =>
		[...Object.entries(zhTexts), ...Object.entries(texts)].flatMap(([field, text]) => {
			const found = SAYS.map((pattern) => pattern.exec(text)).find((match) => match !== null);
			if (!found || settled.has(`${id} ${field}`)) return [];
			const end = field.lastIndexOf('.');
			const { exclusive = [], prevails = [] } = fieldAt(requests.get(id), field.slice(0, end)) ?? {};
			if ([...exclusive, ...prevails].some((pair) => pair.includes(field.slice(end + 1)))) return [];
			return [{ id, field, says: text.slice(Math.max(0, found.index - 40), found.index + 80).replace(/\s+/g, ' ') }];
		}),
	);
}

/** How many endpoints have values that exclude each other, or of which one does not count beside the other. */
export const countPairs = (endpoints: readonly Endpoint[]) => ({
	exclusive: endpoints.filter(({ request }) => JSON.stringify(request ?? {}).includes('"exclusive":')).length,
	prevails: endpoints.filter(({ request }) => JSON.stringify(request ?? {}).includes('"prevails":')).length,
});
