import { createHash } from 'node:crypto';
import { hasScopes } from '../../accounts/console';
import type { Call } from '../../gateway/route';
import type { App } from '../../state/apps';
import { scopesOf } from './appScopes';

export type Wanted = Pick<Call, 'app' | 'by' | 'params' | 'platform'>;

/** Nothing before the first one. */
export const versionId = (app: App, version: number) =>
	version === 0 ? '' : `oav_${createHash('md5').update(`${app.app_id} ${version}`).digest('hex')}`;

/** A scope of both kinds stands once, with both. */
function scopesView(app: App, { platform: { store } }: Wanted) {
	const types = new Map<string, string[]>();
	for (const { scope_name: scope, scope_type: type } of scopesOf(app, store.settings))
		types.set(scope, [...(types.get(scope) ?? []), type]);
	return [...types].map(([scope, token_types]) => ({ scope, description: scope, level: 1, token_types }));
}

const names = (app: App) => [{ i18n_key: 'zh_cn', name: app.name, description: '', help_use: '' }];

export function applicationView(app: App, call: Wanted) {
	const { store } = call.platform;
	const [owner = ''] = store.contact.users.keys();
	const ownerId = store.directory.idFor(call.app, owner);
	return {
		app_id: app.app_id,
		creator_id: ownerId,
		status: app.version === 0 ? 2 : store.installOf(app) === 'on' ? 1 : 0,
		scene_type: app.installs ? 1 : 0,
		payment_type: 0,
		redirect_urls: app.redirect_urls ?? [],
		online_version_id: versionId(app, app.version),
		unaudit_version_id: hasScopes(app.waiting) ? versionId(app, app.version) : '',
		app_name: app.name,
		avatar_url: 'https://example.com/avatar/app.png',
		description: '',
		scopes: scopesView(app, call),
		back_home_url: '',
		i18n: names(app),
		primary_language: 'zh_cn',
		common_categories: [],
		owner: { type: 2, owner_id: ownerId },
		...(app.bot && { mobile_default_ability: 'bot', pc_default_ability: 'bot' }),
		allow_refresh_token: app.allow_refresh_token,
		callback_info: {
			callback_type: app.callback_url ? 'webhook' : 'websocket',
			subscribed_callbacks: app.callbacks ?? [],
		},
	};
}

export const versionView = (app: App, call: Wanted, version = app.version) => ({
	app_id: app.app_id,
	version: `1.0.${version}`,
	version_id: versionId(app, version),
	app_name: app.name,
	avatar_url: 'https://example.com/avatar/app.png',
	description: '',
	scopes: scopesView(app, call),
	back_home_url: '',
	i18n: names(app),
	common_categories: [],
	events: app.events ?? [],
	status: 1,
	create_time: String(Math.floor(call.platform.clock.now() / 1000)),
	publish_time: String(Math.floor(call.platform.clock.now() / 1000)),
	ability: app.bot ? { bot: { card_request_url: app.callback_url ?? '' } } : {},
	event_infos: (app.events ?? []).map((type) => ({ event_type: type, event_name: type, event_description: '' })),
});
