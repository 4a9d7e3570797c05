import { defineRoute } from '../../gateway/route';
import { PlatformError } from '../../platform/envelope';
import { USER_ID_TYPES } from '../../platform/ids';
import { page } from '../../platform/paging';
import { hasScope } from '../../platform/scopes';
import { integer, oneOf, required, text, withDefault } from '../../platform/validate';
import type { App } from '../../state/apps';
import { applicationView, versionId, versionView, type Wanted } from './applicationViews';

const QUERY = {
	lang: required(oneOf(['zh_cn', 'en_us', 'ja_jp'])),
	user_id_type: withDefault(oneOf(USER_ID_TYPES), 'open_id'),
};
const OF_OTHERS = ['admin:app.info:readonly'];
const VERSIONS_OF_OTHERS = ['application:application.app_version:readonly'];
const OWN = 'application:application:self_manage';

/** The app that is asked about: itself, by `me` too, or another one of the company with the scope for those. */
function target({ app, by, params, platform: { store } }: Wanted, others: readonly string[]): App {
	const id = params.app_id ?? '';
	if (id === 'me' || id === app.app_id) return app;
	if (!/^cli_[0-9a-z]+$/.test(id)) throw new PlatformError(210503, 'invalid app_id');
	const found = store.apps.get(id);
	if (!found) throw new PlatformError(210506, 'no such app');
	if (!hasScope(by, others)) throw new PlatformError(210508, 'insufficient permission level');
	if (found.installs) throw new PlatformError(210505, 'target app not a custom app');
	return found;
}

/** An app as its console shows it. Source: https://open.feishu.cn/document/uAjLw4CM/ukTMukTMukTM/application-v6/application/get */
export const applicationRoutes = [
	defineRoute({
		method: 'GET',
		path: '/open-apis/application/v6/applications/:app_id',
		scopes: [...OF_OTHERS, OWN],
		tier: 9,
		query: QUERY,
		handle: (call) => ({ data: { app: applicationView(target(call, OF_OTHERS), call) } }),
	}),
	defineRoute({
		method: 'GET',
		path: '/open-apis/application/v6/applications/:app_id/app_versions',
		scopes: [...VERSIONS_OF_OTHERS, OWN],
		tier: 3,
		query: { ...QUERY, page_size: withDefault(integer({ min: 1, max: 50 }), 20), page_token: text(), order: integer() },
		handle(call) {
			const app = target(call, VERSIONS_OF_OTHERS);
			const versions = Array.from({ length: app.version }, (_each, index) => app.version - index);
			const { items, ...more } = page(versions, {
				size: call.query.page_size,
				token: call.query.page_token,
				scope: app.app_id,
				invalidToken: () => new PlatformError(210514, 'invalid page_token'),
			});
			return { data: { ...more, items: items.map((version) => versionView(app, call, version)) } };
		},
	}),
	defineRoute({
		method: 'GET',
		path: '/open-apis/application/v6/applications/:app_id/app_versions/:version_id',
		scopes: [...VERSIONS_OF_OTHERS, OWN],
		tier: 3,
		query: QUERY,
		handle(call) {
			const app = target(call, VERSIONS_OF_OTHERS);
			const versions = Array.from({ length: app.version }, (_each, index) => index + 1);
			const version = versions.find((one) => versionId(app, one) === call.params.version_id);
			if (version === undefined) throw new PlatformError(211002, 'no such version_id');
			return { data: { app_version: versionView(app, call, version) } };
		},
	}),
];
