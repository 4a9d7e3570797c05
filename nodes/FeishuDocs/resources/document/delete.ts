import { documentField } from '../../../shared/docs/document';
import { defineOperation } from '../../../shared/operation/operation';
import { doneOutput } from '../../../shared/operation/output';

const document = documentField();

export const deleteDocument = defineOperation({
	value: 'delete',
	name: 'Delete',
	action: 'Delete a document',
	description: 'Put a document into the recycle bin, from which people can take it back',
	endpoint: 'DELETE /open-apis/drive/v1/files/:file_token',
	scopes: ['space:document:delete', 'drive:drive'],
	identity: 'either',
	fields: [document],
	output: doneOutput('deleted', 'document_id'),
	// The platform takes one deletion of an app at a time (1061045).
	orderBy: () => 'documents',
	async run({ read, ...asking }) {
		const chosen = read(document);
		if (chosen.address.type === 'wiki')
			throw document.refuse('holds a page of a wiki', 'There the page is deleted: use Feishu Wiki → Page → Delete');
		const { type, token: document_id } = chosen.address;
		await asking.feishu.call(this.endpoint, { path: { file_token: document_id }, query: { type } });
		return { deleted: true, document_id };
	},
});
