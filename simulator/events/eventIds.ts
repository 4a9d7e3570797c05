import { createHash } from 'node:crypto';
import { hasScope, USER_ID_SCOPES } from '../platform/scopes';
import type { App } from '../state/apps';
import type { Store } from '../state/store';

/** The three ids of a person or a bot, as an event to the app carries them; `user_id` is null without its scope. */
export function idsFor(store: Store, app: App, openId: string) {
	const user = store.contact.users.get(openId);
	return {
		union_id: user?.union_id ?? `on_${createHash('md5').update(openId).digest('hex')}`,
		user_id: user && hasScope(app, USER_ID_SCOPES) ? user.user_id : null,
		open_id: store.directory.openIdFor(app, openId),
	};
}
