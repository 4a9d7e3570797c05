import { anyDocumentField } from '../../../shared/drive/anyDocument';
import { textField } from '../../../shared/fields/plain';

const TAKES = 'Feishu keeps versions of documents, spreadsheets and uploaded files';

/** Named versions are those of documents and spreadsheets; uploaded files have a version for each upload. */
export const document = anyDocumentField({ types: ['docx', 'file', 'sheet'], takes: TAKES });

export const online = anyDocumentField({
	displayName: 'Document',
	types: ['docx', 'sheet'],
	takes: 'Named versions are those of documents and spreadsheets; of a file they come with each upload',
});

export const uploaded = anyDocumentField({
	displayName: 'File',
	types: ['file'],
	takes: 'Only versions of uploaded files come back; of documents people do that under … → Version history',
});

export const version = textField({
	displayName: 'Version ID',
	name: 'versionId',
	required: true,
	placeholder: 'e.g. fnJfyX',
	description: 'As Get Many gives it',
});

/** A named version. Times are seconds since 1970. Source: …/drive-v1/file-version/get */
export const VERSION_SHAPE = {
	version: 'string',
	'name?': 'string',
	'parent_token?': 'string',
	'owner_id?': 'string',
	'creator_id?': 'string',
	'create_time?': 'string',
	'update_time?': 'string',
	'status?': 'string',
	'obj_type?': 'string',
	'parent_type?': 'string',
} as const;
