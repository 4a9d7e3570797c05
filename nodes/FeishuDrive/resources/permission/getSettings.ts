import type { IDataObject } from 'n8n-workflow';

import { defineOperation } from '../../../shared/operation/operation';
import { outputOf } from '../../../shared/operation/output';
import { document } from './chosen';
import { SETTINGS_SHAPE } from './settings';

export const getSettings = defineOperation({
	value: 'getSettings',
	name: 'Get Settings',
	action: 'Get the access settings of a file',
	description: 'Who may share, copy, comment, and what the link opens',
	endpoint: 'GET /open-apis/drive/v2/permissions/:token/public',
	scopes: ['docs:permission.setting:read', 'drive:drive:readonly', 'drive:drive'],
	identity: 'either',
	fields: [document],
	output: outputOf(SETTINGS_SHAPE),
	async run({ read, feishu }) {
		const { type, token } = read(document).named;
		const { permission_public = {} } = await feishu.call<{ permission_public?: IDataObject }>(this.endpoint, {
			path: { token },
			query: { type },
		});
		return { token, type, ...permission_public };
	},
});
