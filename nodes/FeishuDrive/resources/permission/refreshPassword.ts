import { defineOperation } from '../../../shared/operation/operation';
import { outputOf } from '../../../shared/operation/output';
import { fileOrDocument } from './chosen';

export const refreshPassword = defineOperation({
	value: 'refreshPassword',
	name: 'Refresh Password',
	action: 'Refresh the password of a file',
	description: 'Have Feishu make another password; the one before is then no longer good',
	endpoint: 'PUT /open-apis/drive/v1/permissions/:token/public/password',
	scopes: ['docs:permission.setting:write_only', 'drive:drive'],
	identity: 'either',
	fields: [fileOrDocument],
	output: outputOf({ token: 'string', type: 'string', password: 'string' }),
	orderBy: ({ read }) => read(fileOrDocument).named.token,
	async run({ read, feishu }) {
		const { type, token } = read(fileOrDocument).named;
		const { password } = await feishu.call<{ password: string }>(this.endpoint, { path: { token }, query: { type } });
		return { token, type, password };
	},
});
