import { defineOperation } from '../../../shared/operation/operation';
import { doneOutput } from '../../../shared/operation/output';
import { fileOrDocument } from './chosen';

export const removePassword = defineOperation({
	value: 'removePassword',
	name: 'Remove Password',
	action: 'Remove the password of a file',
	description: 'Let everybody with the link in without a password',
	endpoint: 'DELETE /open-apis/drive/v1/permissions/:token/public/password',
	scopes: ['docs:permission.setting:write_only', 'drive:drive'],
	identity: 'either',
	fields: [fileOrDocument],
	output: doneOutput('removed', 'token', 'type'),
	orderBy: ({ read }) => read(fileOrDocument).named.token,
	async run({ read, feishu }) {
		const { type, token } = read(fileOrDocument).named;
		await feishu.call(this.endpoint, { path: { token }, query: { type }, idempotent: true });
		return { removed: true, token, type };
	},
});
