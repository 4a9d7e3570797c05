import { pushBots } from '../events/chatEvents';
import { idsFor } from '../events/eventIds';
import { platformOf } from '../gateway/company';
import type { Platform } from '../gateway/platform';
import type { App } from '../state/apps';
import { groupOf } from '../state/chats';
import type { Store } from '../state/store';

type Installed = App & { installs: NonNullable<App['installs']> };

export const isStoreApp = (app: App): app is Installed => app.installs !== undefined;

const tell = (platform: Platform, app: App, type: string, event: object = {}) =>
	platform.push.event(app.app_id, type, event, { schema: '1.0' });

/** Who administers a company: whoever is in it first. */
function administratorOf(store: Store, app: App): { open_id: string; union_id: string } | undefined {
	const [openId] = store.contact.users.keys();
	if (openId === undefined) return undefined;
	const { open_id, union_id } = idsFor(store, app, openId);
	return { open_id, union_id };
}

/**
 * A company installs an app of the store, which starts it as well.
 * Source: https://open.feishu.cn/document/uAjLw4CM/ukTMukTMukTM/application-v6/event/app-first-enabled
 */
export function install(platform: Platform, app: Installed, store: Store): void {
	const here = platformOf(platform, store);
	// What was given out before an app was uninstalled does not come back with it.
	for (const token of store.apps.tokens)
		if (token.app_id === app.app_id && token.tenant_key === store.tenantKey) token.revoked = true;
	const isNew = app.installs[store.tenantKey] === undefined;
	app.installs[store.tenantKey] = 'on';
	const administrator = administratorOf(store, app);
	const { open_id } = administrator ?? { open_id: '' };
	if (isNew) tell(here, app, 'app_open', { applicants: [{ open_id }], installer: { open_id } });
	tell(here, app, 'app_status_change', { status: 'start_by_tenant', operator: administrator });
	store.changed();
}

/** Source: https://open.feishu.cn/document/uAjLw4CM/ukTMukTMukTM/application-v6/event/app-enabled-or-disabled */
export function stop(platform: Platform, app: Installed, store: Store): void {
	app.installs[store.tenantKey] = 'stopped';
	tell(platformOf(platform, store), app, 'app_status_change', { status: 'stop_by_tenant' });
	store.changed();
}

/** Source: https://open.feishu.cn/document/uAjLw4CM/ukTMukTMukTM/application-v6/event/app-uninstalled */
export function uninstall(platform: Platform, app: Installed, store: Store): void {
	delete app.installs[store.tenantKey];
	for (const chat of store.im.chats.values()) chat.bots = chat.bots.filter((id) => id !== app.app_id);
	tell(platformOf(platform, store), app, 'app_uninstalled');
	store.changed();
}

/** Somebody adds the bot to every group of the company. */
export function joinGroups(platform: Platform, app: App, store: Store): void {
	const here = platformOf(platform, store);
	for (const chat of store.im.chats.values()) {
		if (chat.chat_type !== 'group' || chat.bots.includes(app.app_id)) continue;
		chat.bots.push(app.app_id);
		groupOf(chat).joined[app.app_id] = store.tick();
		const id = chat.owner_id ?? '';
		pushBots(here, 'added', chat, { id, id_type: 'open_id', sender_type: 'user' }, [app.app_id]);
	}
}
