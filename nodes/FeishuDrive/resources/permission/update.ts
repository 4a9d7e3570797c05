import { defineOperation } from '../../../shared/operation/operation';
import { outputOf } from '../../../shared/operation/output';
import { fileOrDocument, MEMBER, memberOptions, members, namedMembers, permission } from './chosen';
import { eachMember } from './eachMember';

export const update = defineOperation({
	value: 'update',
	name: 'Update Members',
	action: 'Update members of a file',
	description: 'Change what people, groups and departments may do with a file, document or page',
	endpoint: 'PUT /open-apis/drive/v1/permissions/:token/members/:member_id',
	scopes: ['docs:permission.member:update', 'drive:file', 'drive:drive'],
	identity: 'either',
	fields: [fileOrDocument, members, permission, memberOptions],
	output: outputOf({ token: 'string', type: 'string', updated: [MEMBER] }),
	orderBy: ({ read }) => read(fileOrDocument).named.token,
	async run({ read, feishu, errorContext }) {
		const { type, token } = read(fileOrDocument).named;
		const find = read(members);
		const perm = read(permission);
		const { notify = false, permType: perm_type } = read(memberOptions);
		const named = await namedMembers(find, feishu);
		const need_notification = (notify && (await feishu.isPerson())) || undefined;
		const updated = await eachMember(named, errorContext, 'changed', async ({ member_id, ...member }) => {
			const body = { ...member, perm, ...(perm_type && { perm_type }) };
			await feishu.call(this.endpoint, {
				path: { token, member_id },
				query: { type, need_notification },
				body,
				idempotent: true,
			});
			return { ...body, member_id };
		});
		return { token, type, updated };
	},
});
