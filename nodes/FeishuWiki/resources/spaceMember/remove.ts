import { defineOperation } from '../../../shared/operation/operation';
import { outputOf } from '../../../shared/operation/output';
import { MEMBER, members, memberType, role, space } from './chosen';

export const remove = defineOperation({
	value: 'remove',
	name: 'Remove',
	action: 'Remove members from a wiki',
	description: 'Take people, groups and departments out of a wiki',
	endpoint: 'DELETE /open-apis/wiki/v2/spaces/:space_id/members/:member_id',
	scopes: ['wiki:member:update', 'wiki:wiki'],
	identity: 'either',
	fields: [space, members, role],
	output: outputOf({ space_id: 'string', removed: [MEMBER] }),
	orderBy: ({ read }) => JSON.stringify(read(space).address),
	async run({ read, ...asking }) {
		const place = read(space);
		const membersOf = read(members);
		const member_role = read(role);
		const { feishu } = asking;
		const chosen = await membersOf(feishu);
		const space_id = await place.id(asking);
		const removed = [];
		for (const member of chosen) {
			const body = { member_type: memberType(member), member_role };
			await feishu.call(this.endpoint, { path: { space_id, member_id: member.id }, body });
			removed.push({ ...body, member_id: member.id });
		}
		return { space_id, removed };
	},
});
