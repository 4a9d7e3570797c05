import type { UserIdType } from '../platform/ids';
import { type Item, itemOf } from '../state/documents';
import type { Viewer } from '../state/directory';
import type { Store } from '../state/store';
import { addressOf } from './addresses';
import { seconds, timesOf } from './times';

/** Something that lies in a folder, in the words of the platform. */
export function fileView(store: Store, app: Viewer, item: Item, idType?: UserIdType): Record<string, unknown> {
	const { created, modified } = timesOf(store, item.token);
	const shortcut = store.drive.shortcuts.get(item.token);
	const target = shortcut && itemOf(store, shortcut.target_token);
	return {
		token: item.token,
		name: shortcut && item.name === '' ? (target?.name ?? '') : item.name,
		type: item.type,
		parent_token: item.folder,
		url: target ? addressOf(target.type, target.token) : addressOf(item.type, item.token),
		...(shortcut && { shortcut_info: { target_type: shortcut.target_type, target_token: shortcut.target_token } }),
		created_time: seconds(created),
		modified_time: seconds(modified),
		owner_id: store.directory.idFor(app, item.owner, idType),
	};
}
