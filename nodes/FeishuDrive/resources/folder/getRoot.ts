import type { IDataObject } from 'n8n-workflow';

import { text } from '../../../../feishu/json';
import { platformAddress } from '../../../shared/drive/addressOf';
import { defineOperation } from '../../../shared/operation/operation';
import { outputOf } from '../../../shared/operation/output';

export const getRoot = defineOperation({
	value: 'getRoot',
	name: 'Get Root',
	action: 'Get the root folder',
	description: 'The own space of the app, or of the person: where something new lies that gets no folder',
	endpoint: 'GET /open-apis/drive/explorer/v2/root_folder/meta',
	scopes: ['drive:drive.metadata:readonly', 'drive:drive'],
	identity: 'either',
	fields: [],
	output: outputOf({ token: 'string', 'id?': 'string', 'user_id?': 'string', 'url?': 'string' }),
	once: true,
	async run({ feishu }) {
		const root = await feishu.call<IDataObject>(this.endpoint);
		const url = await platformAddress(feishu, { type: 'folder', token: text(root.token) });
		return { ...root, ...(url && { url }) };
	},
});
