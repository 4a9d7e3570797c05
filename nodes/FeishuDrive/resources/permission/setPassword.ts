import { defineOperation } from '../../../shared/operation/operation';
import { outputOf } from '../../../shared/operation/output';
import { fileOrDocument } from './chosen';

export const setPassword = defineOperation({
	value: 'setPassword',
	name: 'Set Password',
	action: 'Set a password for the link of a file',
	description: 'Have Feishu make a password; the link has to be open to anybody, and only outsiders are asked for it',
	endpoint: 'POST /open-apis/drive/v1/permissions/:token/public/password',
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
