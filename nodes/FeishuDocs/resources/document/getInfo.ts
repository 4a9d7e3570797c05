import { documentField } from '../../../shared/docs/document';
import { addressOf, METADATA } from '../../../shared/drive/addressOf';
import { defineOperation } from '../../../shared/operation/operation';
import { outputOf } from '../../../shared/operation/output';

const document = documentField();

export const getInfo = defineOperation({
	value: 'getInfo',
	name: 'Get Info',
	action: 'Get info of a document',
	description: 'Get the title, the revision and the address of a document',
	endpoint: 'GET /open-apis/docx/v1/documents/:document_id',
	alsoCalls: [METADATA],
	scopes: ['docx:document:readonly', 'docx:document'],
	identity: 'either',
	fields: [document],
	output: outputOf({ document_id: 'string', title: 'string', revision_id: 'number', 'url?': 'string' }),
	async run({ read, ...asking }) {
		const { feishu } = asking;
		const document_id = await read(document).id(asking);
		const { document: found } = await feishu.call<{ document: { title: string; revision_id: number } }>(this.endpoint, {
			path: { document_id },
		});
		const url = await addressOf(feishu, { type: 'docx', token: document_id });
		const { title, revision_id } = found;
		return { document_id, title, revision_id, ...(url && { url }) };
	},
});
