import { defineRoute, type Route } from '../../gateway/route';
import { BOTH } from '../../gateway/tokens';
import { PlatformError } from '../../platform/envelope';
import type { Shape } from '../../platform/validate';
import { integer, text, withDefault } from '../../platform/validate';
import { page } from '../../platform/paging';
import type { AilyApp, AilySession } from '../../state/aily';
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
	source: refusal(2700029, 'the data source information is invalid'),
	connection: refusal(2700032, 'unsupported data connection type'),
	fileType: refusal(2700034, 'unsupported file types'),
	identity: refusal(2700036, 'cloud document-related resources only support user identity calls'),
	asset: refusal(2700404, 'data asset not found', 404),
	missing: refusal(2700472, 'some param miss or invalid'),
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
