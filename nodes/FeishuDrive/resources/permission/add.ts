import { SHARE_MEMBER } from '../../../shared/drive/share';
import { defineOperation } from '../../../shared/operation/operation';
import { outputOf } from '../../../shared/operation/output';
import { document, MEMBER, memberOptions, members, namedMembers, permission } from './chosen';
import { eachMember } from './eachMember';

export const add = defineOperation({
	value: 'add',
	name: 'Add Members',
	action: 'Add members to a file',
	description: 'Share a file, document, folder or page with people, groups and departments',
	endpoint: SHARE_MEMBER,
	scopes: ['docs:permission.member:create', 'drive:file', 'drive:drive'],
	identity: 'either',
	fields: [document, members, permission, memberOptions],
	output: outputOf({ token: 'string', type: 'string', added: [MEMBER] }),
	orderBy: ({ read }) => read(document).named.token,
	async run({ read, feishu, errorContext }) {
		const { type, token } = read(document).named;
		const find = read(members);
		const perm = read(permission);
		const { notify = false, permType: perm_type } = read(memberOptions);
		const named = await namedMembers(find, feishu);
		const need_notification = (notify && (await feishu.isPerson())) || undefined;
		const added = await eachMember(named, errorContext, 'added', async (member) => {
			const body = { ...member, perm, ...(perm_type && { perm_type }) };
			await feishu.call(this.endpoint, {
				path: { token },
				query: { type, need_notification },
				body,
				// Who has a permission keeps it.
				idempotent: true,
			});
			return body;
		});
		return { token, type, added };
	},
});
