import { newId } from '../platform/ids';
import type { Store } from '../state/store';
import type { Space, SpaceMember } from '../state/wiki';

export interface SpaceRequest {
	name?: string;
	description?: string;
	open_sharing?: Space['open_sharing'];
	visibility?: Space['visibility'];
	space_type?: Space['space_type'];
	space_id?: string;
	/** open_id in the store of who administers it. */
	admin?: string;
}

/** Somebody or a group in a space: who administers it may do all there, others may edit. */
export const memberAs = (
	role: SpaceMember['role'],
	member: Pick<SpaceMember, 'member_type' | 'member_id' | 'named'>,
): SpaceMember => ({ ...member, role, perm: role === 'admin' ? 'full_access' : 'edit' });

export function addSpace(store: Store, request: SpaceRequest): Space {
	const { admin, space_id = newId.long() } = request;
	const space: Space = {
		space_id,
		name: request.name ?? '',
		description: request.description ?? '',
		space_type: request.space_type ?? 'team',
		visibility: request.visibility ?? 'private',
		open_sharing: request.open_sharing ?? 'closed',
		setting: { create_setting: 'admin_and_member', security_setting: 'allow', comment_setting: 'allow' },
		members: admin === undefined ? [] : [memberAs('admin', { member_type: 'openid', member_id: admin })],
		writing: false,
	};
	store.wiki.spaces.set(space_id, space);
	return space;
}

/** The library that everybody has without having made it. */
export function personalSpace(store: Store, openId: string): Space {
	const isOwn = ({ space_type: type, members }: Space) => type === 'my_library' && members[0]?.member_id === openId;
	const found = [...store.wiki.spaces.values()].find(isOwn);
	return found ?? addSpace(store, { name: '我的文档库', space_type: 'my_library', admin: openId });
}
