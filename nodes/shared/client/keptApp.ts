import type { App } from '../../../feishu/api/app';
import { appOf } from './appOf';
import type { ClientContext } from './context';

/** Milliseconds for which what was read stands for the credential. */
export const KEPT_MS = 30_000;
/** Milliseconds between two readings that refused requests bring about: forged ones come as fast as they like. */
export const REREAD_MS = 2_000;

interface Kept {
	/** Under way or read: requests that come together share one. */
	app: Promise<App>;
	/** When the reading began; milliseconds since 1970. */
	at: number;
	/** When a refusal last brought about a reading. */
	reread: number;
}

/** By node and credential, in this process. */
const kept = new Map<string, Kept>();

/**
 * The app of the node's credential for a request that waits for its answer. n8n reads a credential from the database and
 * resolves it in a V8 isolate of its own, which costs as much as all the rest; so it is kept for a while. Who is refused
 * by what was kept is judged again by what is stored now: a key that is changed works with the next request.
 * @param judge what the request comes to with this app, without any effect
 * @param isRefused whether another app might have let it pass
 * @param now milliseconds since 1970
 */
export async function judgedByApp<T>(
	context: ClientContext,
	judge: (app: App) => T,
	isRefused: (judgement: T) => boolean,
	now: number,
): Promise<{ app: App; judgement: T }> {
	const key = keyOf(context);
	const known = kept.get(key);
	const good = known && Math.abs(now - known.at) < KEPT_MS ? known : undefined;
	const app = await (good ?? read(context, key, now)).app;
	const judgement = judge(app);
	if (!good || !isRefused(judgement)) return { app, judgement };
	const current = kept.get(key) ?? good;
	// Another request has had it read since.
	if (current !== good) return await judgedBy(current, judge);
	if (Math.abs(now - good.reread) < REREAD_MS) return { app, judgement };
	return await judgedBy(read(context, key, now, now), judge);
}

async function judgedBy<T>(one: Kept, judge: (app: App) => T): Promise<{ app: App; judgement: T }> {
	const app = await one.app;
	return { app, judgement: judge(app) };
}

function read(context: ClientContext, key: string, now: number, reread = 0): Kept {
	for (const [other, { at }] of kept) if (now - at >= KEPT_MS) kept.delete(other);
	const one: Kept = { app: appOf(context), at: now, reread };
	kept.set(key, one);
	one.app.catch(() => {
		if (kept.get(key) === one) kept.delete(key);
	});
	return one;
}

/** One node's right to a credential is not another's, so neither has what the other was given. */
function keyOf(context: ClientContext): string {
	const { id, credentials } = context.getNode();
	const ids = Object.values(credentials ?? {}).map((one) => one.id);
	return JSON.stringify([context.getWorkflow().id, id, ids]);
}
