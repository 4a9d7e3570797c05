import { pagingFields } from '../../../shared/fields/common';
import { defineOperation } from '../../../shared/operation/operation';
import { outputOf } from '../../../shared/operation/output';
import { document, VERSION_SHAPE } from './chosen';

const HISTORY = 'GET /open-apis/drive/v1/files/:file_token/history';

/** The largest pages. Source of the first: …/drive-v1/file-version/list; the second is that of the command line tool. */
const [VERSIONS_PAGE, HISTORY_PAGE] = [100, 200];

export const getMany = defineOperation({
	value: 'getAll',
	name: 'Get Many',
	action: 'Get many versions',
	description: 'List the named versions of a document or spreadsheet, or what was uploaded of a file over time',
	endpoint: 'GET /open-apis/drive/v1/files/:file_token/versions',
	alsoCalls: [HISTORY],
	scopes: ['drive:drive:version:readonly', 'drive:drive:version'],
	identity: 'either',
	fields: [document, pagingFields],
	output: outputOf({ ...VERSION_SHAPE, '*': 'any' }),
	async run({ read, ...asking }) {
		const { feishu, errorContext } = asking;
		const chosen = read(document);
		const limit = read(pagingFields);
		const { type, token } = await chosen.content(asking);
		const path = { file_token: token };
		if (type !== 'file')
			return await feishu.list(this.endpoint, { path, query: { obj_type: type }, limit, pageSize: VERSIONS_PAGE });
		errorContext.scopes = ['drive:file:download'];
		return await feishu.list(HISTORY, { path, limit, pageSize: HISTORY_PAGE });
	},
});
