import { anyDocumentField } from '../../../shared/drive/anyDocument';
import { pagingFields } from '../../../shared/fields/common';
import { choiceField } from '../../../shared/fields/plain';
import { collectionField } from '../../../shared/fields/nested';
import { defineOperation } from '../../../shared/operation/operation';
import { outputOf } from '../../../shared/operation/output';

/** The largest page. Source: …/drive-v1/file-view_record/list */
const PAGE = 50;

const document = anyDocumentField({
	types: ['bitable', 'doc', 'docx', 'file', 'mindnote', 'sheet', 'wiki'],
	takes: 'Feishu keeps no such records of folders and slides',
});

const idType = choiceField({
	displayName: 'ID of People',
	name: 'viewerIdType',
	options: [
		{ name: 'Open ID', value: 'open_id' },
		{ name: 'Union ID', value: 'union_id' },
		{ name: 'User ID', value: 'user_id' },
	],
	default: 'open_id',
	description: 'Which of their IDs the output has',
});

const options = collectionField({ displayName: 'Options', name: 'options', placeholder: 'Add option' }, [idType]);

export const getViewRecords = defineOperation({
	value: 'getViewRecords',
	name: 'Get View Records',
	action: 'Get who viewed a file',
	description: 'List who opened a file or document, and when; told to who may manage it, in some plans of Feishu',
	endpoint: 'GET /open-apis/drive/v1/files/:file_token/view_records',
	scopes: ['drive:file:view_record:readonly'],
	identity: 'either',
	fields: [document, pagingFields, options],
	output: outputOf({
		viewer_id: 'string',
		'name?': 'string',
		'avatar_url?': 'string',
		'last_view_time?': 'string',
	}),
	async run({ read, feishu }) {
		const { type, token } = read(document).named;
		const limit = read(pagingFields);
		const { viewerIdType: viewer_id_type } = read(options);
		return await feishu.list(this.endpoint, {
			path: { file_token: token },
			query: { file_type: type, viewer_id_type },
			limit,
			pageSize: PAGE,
		});
	},
});
