import type { Store } from '../state/store';
import type { Platform } from './platform';

const known = new WeakMap<Store, Platform>();

/** The platform as the people of a company know it: their own chats and documents, and events of their own. */
export function platformOf(platform: Platform, store: Store): Platform {
	if (store === platform.store) return platform;
	const found = known.get(store) ?? { ...platform, store, push: platform.push.forCompany(store) };
	known.set(store, found);
	return found;
}
