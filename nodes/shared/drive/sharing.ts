import { userIdType, type UserIdType } from '../../../feishu/ids';
import type { FeishuClient } from '../client/client';
import { findPeople, lookUpBy } from '../contact/people';

/** What somebody may do with a document: open it, change it, or decide about it as well. */
export type Permission = 'view' | 'edit' | 'full_access';

/** Who gets a document, in the words of the endpoint. */
export interface ShareMember {
	member_type: 'openid' | 'unionid' | 'userid' | 'email' | 'openchat';
	member_id: string;
	perm: Permission;
	type: 'user' | 'chat';
	/** The platform tells them, which only a person can ask for. */
	notify: boolean;
}

/** A row of the field. */
export interface ShareRow extends Pick<ShareMember, 'perm' | 'notify'> {
	/** IDs, e-mail addresses, mobile numbers and names, or the ID of one chat. */
	entries: readonly string[];
	isChat: boolean;
	/** What complaints call it. */
	label: string;
}

/** What was chosen, ready to be carried out. */
export interface ReadySharing {
	members: readonly ShareMember[];
	/** For everybody in the organization who has the link. */
	link?: 'tenant_readable' | 'tenant_editable';
}

const MEMBER_TYPES: Readonly<Record<UserIdType, ShareMember['member_type']>> = {
	open_id: 'openid',
	union_id: 'unionid',
	user_id: 'userid',
};

/** With whom something new is to be shared, as filled in. */
export class Sharing {
	constructor(
		private readonly rows: readonly ShareRow[],
		private readonly link?: ReadySharing['link'],
	) {}

	/**
	 * To be asked before anything is made. The platform takes e-mail addresses as they are; mobile numbers and names it
	 * does not, so their owners are looked up. Who is named twice gets what the later row says.
	 * @throws InputError naming who was not found
	 */
	async resolve(feishu: FeishuClient): Promise<ReadySharing> {
		const lookedUp = this.rows
			.filter(({ isChat }) => !isChat)
			.map(({ label, entries }) => ({ label, entries: entries.filter((entry) => lookUpBy(entry) !== 'emails') }));
		const found = await findPeople(feishu, lookedUp, 'open_id');
		const members = new Map<string, ShareMember>();
		for (const { entries, isChat, perm, notify } of this.rows) {
			for (const entry of entries) {
				const member_id = found.get(entry) ?? entry;
				const named = isChat ? ({ member_type: 'openchat', type: 'chat' } as const) : personBy(member_id);
				members.set(member_id, { ...named, member_id, perm, notify });
			}
		}
		return { members: [...members.values()], link: this.link };
	}
}

function personBy(id: string): Pick<ShareMember, 'member_type' | 'type'> {
	return { member_type: lookUpBy(id) === 'emails' ? 'email' : MEMBER_TYPES[userIdType(id)], type: 'user' };
}
