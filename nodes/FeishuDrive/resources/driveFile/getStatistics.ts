import type { IDataObject } from 'n8n-workflow';

import { anyDocumentField } from '../../../shared/drive/anyDocument';
import { defineOperation } from '../../../shared/operation/operation';
import { outputOf } from '../../../shared/operation/output';

const document = anyDocumentField({
	types: ['bitable', 'doc', 'docx', 'file', 'mindnote', 'sheet', 'wiki'],
	takes: 'Feishu counts nothing for folders and slides',
});

/** -1 stands for what is not counted for such a document. */
export const getStatistics = defineOperation({
	value: 'getStatistics',
	name: 'Get Statistics',
	action: 'Get the statistics of a file',
	description: 'How many people opened a file or document, how often, and how many like it',
	endpoint: 'GET /open-apis/drive/v1/files/:file_token/statistics',
	scopes: ['drive:drive.metadata:readonly', 'drive:drive:readonly', 'drive:drive'],
	identity: 'either',
	fields: [document],
	output: outputOf({
		token: 'string',
		type: 'string',
		'uv?': 'number',
		'pv?': 'number',
		'like_count?': 'number',
		'uv_today?': 'number',
		'pv_today?': 'number',
		'like_count_today?': 'number',
		'timestamp?': 'number',
	}),
	async run({ read, feishu }) {
		const { type, token } = read(document).named;
		const { statistics = {} } = await feishu.call<{ statistics?: IDataObject }>(this.endpoint, {
			path: { file_token: token },
			query: { file_type: type },
		});
		return { token, type, ...statistics };
	},
});
