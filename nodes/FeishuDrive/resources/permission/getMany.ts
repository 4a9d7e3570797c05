import { defineOperation } from '../../../shared/operation/operation';
import { outputOf } from '../../../shared/operation/output';
import { fileOrDocument, MEMBER, pageOptions } from './chosen';

export const getMany = defineOperation({
	value: 'getAll',
	name: 'Get Many',
	action: 'Get many members of a file',
	description: 'List who may open a file, document or page, and what they may do with it',
	endpoint: 'GET /open-apis/drive/v1/permissions/:token/members',
	scopes: ['docs:permission.member:retrieve', 'drive:drive'],
	identity: 'either',
	fields: [fileOrDocument, pageOptions],
	output: outputOf(MEMBER),
	async run({ read, feishu }) {
		const { type, token } = read(fileOrDocument).named;
		const { permType: perm_type } = read(pageOptions);
		// It has no pages.
		return await feishu.list(this.endpoint, {
			path: { token },
			query: { type, fields: '*', perm_type },
			limit: Infinity,
			itemsKey: 'items',
		});
	},
});
