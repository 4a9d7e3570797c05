import { defineOperation } from '../../../shared/operation/operation';
import { outputOf } from '../../../shared/operation/output';
import { document, MEMBER, members, namedMembers, pageOptions } from './chosen';
import { eachMember } from './eachMember';

export const remove = defineOperation({
	value: 'remove',
	name: 'Remove Members',
	action: 'Remove members from a file',
	description: 'Take a file, document, folder or page away from people, groups and departments',
	endpoint: 'DELETE /open-apis/drive/v1/permissions/:token/members/:member_id',
	scopes: ['docs:permission.member:delete', 'drive:file', 'drive:drive'],
	identity: 'either',
	fields: [document, members, pageOptions],
	output: outputOf({ token: 'string', type: 'string', removed: [MEMBER] }),
	orderBy: ({ read }) => read(document).named.token,
	async run({ read, feishu, errorContext }) {
		const { type, token } = read(document).named;
		const find = read(members);
		const { permType: perm_type } = read(pageOptions);
		const named = await namedMembers(find, feishu);
		const removed = await eachMember(named, errorContext, 'removed', async ({ member_id, member_type, type: kind }) => {
			await feishu.call(this.endpoint, {
				path: { token, member_id },
				query: { type, member_type },
				body: { type: kind, ...(perm_type && { perm_type }) },
			});
			return { member_type, member_id, type: kind };
		});
		return { token, type, removed };
	},
});
