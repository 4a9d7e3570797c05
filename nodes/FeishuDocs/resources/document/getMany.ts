import { LISTS_OF_DOCUMENTS, LIST_SCOPES } from '../../../shared/drive/documentsSeen';
import { LIST_FILES } from '../../../shared/drive/filesIn';
import { seenPlacesField } from '../../../shared/drive/seenPlaces';
import { defineOperation } from '../../../shared/operation/operation';
import { outputOf } from '../../../shared/operation/output';

export const getMany = defineOperation({
	value: 'getAll',
	name: 'Get Many',
	action: 'Get many documents',
	description: 'List the documents in the folders and wikis of the app, or of the person',
	endpoint: LIST_FILES,
	alsoCalls: LISTS_OF_DOCUMENTS,
	scopes: LIST_SCOPES,
	identity: 'either',
	fields: [seenPlacesField],
	output: outputOf({
		document_id: 'string',
		name: 'string',
		'url?': 'string',
		'node_token?': 'string',
		'space_id?': 'string',
	}),
	async run({ read, feishu }) {
		const seen = read(seenPlacesField);
		return (await seen(feishu, 'docx')).map(({ token: document_id, ...document }) => ({ document_id, ...document }));
	},
});
