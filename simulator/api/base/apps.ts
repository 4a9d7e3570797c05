import { requireFolder } from '../../base/access';
import { addBase, copyBase } from '../../base/make';
import { problem } from '../../base/problem';
import { flag, text } from '../../platform/validate';
import type { Base } from '../../state/bases';
import { openIdOf } from '../../state/operator';
import { APPS, baseOf, baseRoute } from './baseRoute';

const MAX_NAME = 255;

function baseName(given: string): string {
	if (given.length > MAX_NAME || /[?/\\*:[\]]/.test(given)) throw problem(1254031);
	return given;
}

const baseUrl = ({ app_token: token }: Base) => `https://company.feishu.cn/base/${token}`;

const made = (base: Base) => ({
	app_token: base.app_token,
	name: base.name,
	folder_token: base.folder_token,
	url: baseUrl(base),
	time_zone: base.time_zone,
});

/** Source: https://open.feishu.cn/document/uAjLw4CM/ukTMukTMukTM/reference/bitable-v1/app/create and its neighbors */
export const baseAppRoutes = [
	baseRoute({
		method: 'POST',
		path: APPS,
		scopes: ['base:app:create', 'bitable:app'],
		tier: 2,
		body: { name: text(), folder_token: text(), time_zone: text() },
		handle({ platform: { store }, by, body: { name = '', ...more } }) {
			requireFolder(store, by, more.folder_token);
			const { base, first } = addBase(store, { name: baseName(name), owner: openIdOf(by), ...more });
			store.changed();
			return { data: { app: { ...made(base), default_table_id: first.table_id } } };
		},
	}),
	baseRoute({
		method: 'GET',
		path: `${APPS}/:app_token`,
		scopes: ['base:app:read', 'bitable:app', 'bitable:app:readonly'],
		tier: 8,
		handle(call) {
			const { app_token, name, revision, is_advanced, time_zone, formula_type } = baseOf(call, 'view');
			const advanced = is_advanced ? { advance_version: 'v2' } : {};
			return { data: { app: { app_token, name, revision, is_advanced, time_zone, formula_type, ...advanced } } };
		},
	}),
	baseRoute({
		method: 'PUT',
		path: `${APPS}/:app_token`,
		scopes: ['base:app:update', 'bitable:app'],
		tier: 7,
		body: { name: text(), is_advanced: flag() },
		handle(call) {
			const { store } = call.platform;
			const { name, is_advanced } = call.body;
			const base = baseOf(call, is_advanced === undefined ? 'edit' : 'full_access');
			if (name !== undefined && name !== '') base.name = baseName(name);
			// The name is changed all the same: the call is not all or nothing.
			if (is_advanced && base.in_wiki) throw problem(1254301);
			if (is_advanced && !base.is_advanced) base.advanced_at = store.clock.now() + store.settings.baseAdvancedMs;
			base.is_advanced = is_advanced ?? base.is_advanced;
			base.revision += 1;
			store.changed();
			const { app_token, time_zone } = base;
			return { data: { app: { app_token, name: base.name, is_advanced: base.is_advanced, time_zone } } };
		},
	}),
	baseRoute({
		method: 'POST',
		path: `${APPS}/:app_token/copy`,
		scopes: ['base:app:copy', 'bitable:app'],
		tier: 2,
		body: { name: text(), folder_token: text(), without_content: flag(), time_zone: text() },
		handle(call) {
			const { store } = call.platform;
			const source = baseOf(call, 'view');
			const { name, ...more } = call.body;
			requireFolder(store, call.by, more.folder_token);
			const copy = copyBase(store, source, {
				...more,
				name: baseName(name ?? source.name),
				owner: openIdOf(call.by),
			});
			store.changed();
			return { data: { app: made(copy) } };
		},
	}),
];
