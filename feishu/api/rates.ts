import type { HttpMethod } from './endpoint';
import type { RateLimit } from './governor';

/** The tier of an endpoint that publishes no other. */
export const DEFAULT_TIER: readonly RateLimit[] = [
	{ count: 1000, windowMs: 60_000 },
	{ count: 50, windowMs: 1000 },
];

/** Messages to one chat or one person, whichever app sends them. @see https://open.feishu.cn/document/server-docs/im-v1/message/create */
export const RECEIVER_TIER: readonly RateLimit[] = [{ count: 5, windowMs: 1000 }];

/** Changes of one card entity, by all its endpoints. @see https://open.feishu.cn/document/uAjLw4CM/ukzMukzMukzM/feishu-cards/streaming-updates-openapi-overview */
export const CARD_TIER: readonly RateLimit[] = [{ count: 10, windowMs: 1000 }];

/**
 * Uploads into documents and Drive, and downloads from there. The API Explorer lists 20 a second, the endpoints' own
 * pages 5, which is taken.
 * @see https://open.feishu.cn/document/server-docs/docs/drive-v1/media/introduction
 */
export const TRANSFER_TIER: readonly RateLimit[] = [{ count: 5, windowMs: 1000 }];

/** Changes of one document, by all its endpoints. @see https://open.feishu.cn/document/server-docs/docs/docs/docx-v1/docx-overview */
export const DOCUMENT_TIER: readonly RateLimit[] = [{ count: 3, windowMs: 1000 }];

/** `catalog/rates.json`: the endpoints of each tier, by its name: `100/min`, `5/s`, `default`. */
type RatesFile = Readonly<Record<string, readonly string[]>>;

/** An endpoint as the catalog names it, with its tier. */
export interface Rated {
	id: string;
	tier: readonly RateLimit[];
}

interface Row extends Rated {
	method: string;
	segments: readonly string[];
}

let rows: Promise<ReadonlyMap<string, readonly Row[]>> | undefined;

/**
 * The published tier of an endpoint, given as the catalog writes it or with its path filled in.
 * The file is read at the first call.
 */
export async function rateOf(method: HttpMethod, path: string): Promise<Rated> {
	rows ??= read();
	const segments = path.split('/');
	const candidates = (await rows).get(shape(method, segments.length)) ?? [];
	const row = candidates.find((one) =>
		one.segments.every((segment, index) => segment.startsWith(':') || segment === segments[index]),
	);
	return row ?? { id: `${method} ${path}`, tier: DEFAULT_TIER };
}

async function read(): Promise<ReadonlyMap<string, readonly Row[]>> {
	const file = (await import('../../catalog/rates.json')).default as RatesFile;
	const byShape = new Map<string, Row[]>();
	for (const [name, ids] of Object.entries(file)) {
		const tier = name === 'default' ? DEFAULT_TIER : [readTier(name)];
		for (const id of ids) {
			const [method = '', path = ''] = id.split(' ');
			const row = { id, tier, method, segments: path.split('/') };
			const key = shape(method, row.segments.length);
			byShape.set(key, [...(byShape.get(key) ?? []), row]);
		}
	}
	// Where both fit, the path with fewer parameters is meant.
	for (const list of byShape.values()) list.sort((a, b) => parameters(a) - parameters(b));
	return byShape;
}

function shape(method: string, length: number): string {
	return `${method} ${length}`;
}

function parameters({ segments }: Row): number {
	return segments.filter((segment) => segment.startsWith(':')).length;
}

/** `100/min` or `5/s`. */
function readTier(name: string): RateLimit {
	const [count, unit] = name.split('/');
	return { count: Number(count), windowMs: unit === 'min' ? 60_000 : 1000 };
}
