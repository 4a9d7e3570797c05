import type { Store } from '../../simulator';
import { addSpace, memberAs } from '../../simulator/wiki/spaces';

/** A space of a wiki that every app and everybody may change: only people can make one. */
export function putSpace(store: Store, space_id: string): void {
	const space = addSpace(store, { space_id, name: 'Wiki' });
	const bots = [...store.apps.values()].map(({ bot_open_id: id }) => id);
	for (const member_id of [...bots, ...store.users.keys()])
		space.members.push(memberAs('admin', { member_type: 'openid', member_id }));
}
