import { defineRoute, type Route } from '../../gateway/route';
import { BOTH } from '../../gateway/tokens';
import { PlatformError } from '../../platform/envelope';
import type { Shape } from '../../platform/validate';
import { integer, text, withDefault } from '../../platform/validate';
import { page } from '../../platform/paging';
import type { AilyApp, AilyCondition, AilySession } from '../../state/aily';
import { type Operator, openIdOf } from '../../state/operator';
import type { Store } from '../../state/store';

const AILY = '/open-apis/aily/v1';
export const APP = `${AILY}/apps/:app_id`;
export const SESSIONS = `${AILY}/sessions`;
export const SESSION = `${SESSIONS}/:aily_session_id`;

const refusal =
	(code: number, msg: string, http = 400) =>
	(more = '') =>
		new PlatformError(code, more === '' ? msg : `${msg}: ${more}`, { http });

/** Source: the tables at the end of https://open.feishu.cn/document/aily-v1/data-knowledge/data-knowledge-management/create and its neighbors */
export const refused = {
	params: refusal(2700001, 'param is invalid'),
	environment: refusal(2700026, 'only support development environment'),
	oneFile: refusal(2700027, 'only supports uploading a single file'),
	chunks: refusal(2700028, 'invalid chunk setting parameter'),
	source: refusal(2700029, 'the data source information is invalid'),
	noSource: refusal(2700030, 'data source not found'),
	download: refusal(2700031, 'import cloud document permission check failed', 403),
	connection: refusal(2700032, 'unsupported data connection type'),
	sourceType: refusal(2700033, 'unsupported data source type'),
	fileType: refusal(2700034, 'unsupported file types'),
	fileSize: refusal(2700035, 'the file size exceeds 50M'),
	identity: refusal(2700036, 'cloud document-related resources only support user identity calls'),
	asset: refusal(2700404, 'data asset not found', 404),
	document: refusal(2700460, 'failed to get doc meta'),
	missing: refusal(2700472, 'some param miss or invalid'),
	denied: refusal(2701004, 'permission denied', 403),
	/** Of questions: the same codes as above with HTTP 200, of which the words alone tell what they are. */
	askFails: refusal(2700033, 'failed to ask knowledges', 200),
	askForbidden: refusal(2700034, 'ask is forbidden, please contact developer', 200),
	askSlow: refusal(2700035, 'run time too long', 200),
};

/** An endpoint of Aily: for apps and people. */
export const ailyRoute = <Q extends Shape = Record<never, never>, B extends Shape = Record<never, never>>(
	declared: Parameters<typeof defineRoute<Q, B>>[0],
): Route => defineRoute<Q, B>({ tokens: BOTH, ...declared });

export const PAGE = { page_size: withDefault(integer({ min: 1, max: 100 }), 20), page_token: text() };

/** A page of a list; without a token where nothing follows. */
export function paged<T>(
	store: Store,
	all: readonly T[],
	{ page_size: size, page_token: token }: { page_size: number; page_token?: string },
	scope: string,
) {
	const { items, ...rest } = page(all, {
		...{ size, token, scope, invalidToken: () => refused.params('page_token') },
		uneven: store.settings.pages === 'uneven',
	});
	return { items, rest };
}

/** What can't be done with an assistant of which something is so, and how it is refused. */
const CONDITIONS: Readonly<Record<AilyCondition, readonly [deed: 'see' | 'ask', refuse: () => PlatformError]>> = {
	closed: ['see', refused.denied],
	askFails: ['ask', refused.askFails],
	askForbidden: ['ask', refused.askForbidden],
	askSlow: ['ask', refused.askSlow],
};

/** An assistant whose knowledge is seen, or asked. */
export function knowingApp(store: Store, id: string | undefined, deed: 'see' | 'ask'): AilyApp {
	const app = appOf(store, id);
	const [against, refuse] = app.condition === undefined ? [] : CONDITIONS[app.condition];
	if (refuse && against === deed) throw refuse();
	return app;
}

export function appOf(store: Store, id = ''): AilyApp {
	const app = store.aily.apps.get(id);
	if (!app) throw refused.params('app_id');
	return app;
}

/** A session, for whoever has begun it. */
export function sessionOf(store: Store, by: Operator, id = ''): AilySession {
	const session = store.aily.sessions.get(id);
	if (session?.created_by !== openIdOf(by)) throw refused.params('aily_session_id');
	return session;
}
