import { perChanger } from '../../../shared/client/pacing';
import { anyDocumentField } from '../../../shared/drive/anyDocument';
import { defineOperation } from '../../../shared/operation/operation';
import { outputOf } from '../../../shared/operation/output';
import { driveNameField } from './name';

const document = anyDocumentField({
	displayName: 'File, Document or Folder',
	types: ['bitable', 'docx', 'file', 'folder', 'sheet', 'slides'],
	takes: 'Feishu lets nobody rename those through the API',
});

const name = driveNameField({
	displayName: 'New Name',
	name: 'newName',
	required: true,
	placeholder: 'e.g. Report 2026.pdf',
	description: 'Of a file with its extension: it is the whole name',
});

/** In no page of the documentation; the platform's own command line tool calls it. */
export const rename = defineOperation({
	value: 'rename',
	name: 'Rename',
	action: 'Rename a file',
	description: 'Give a file, document, folder or page of a wiki another name',
	endpoint: 'PATCH /open-apis/drive/v1/files/:file_token',
	scopes: ['drive:file:upload', 'docx:document:write_only', 'sheets:spreadsheet:write_only', 'base:app:update'],
	identity: 'either',
	fields: [document, name],
	output: outputOf({ token: 'string', type: 'string', name: 'string' }),
	orderBy: () => 'drive',
	async run({ read, ...asking }) {
		const { feishu } = asking;
		const chosen = read(document);
		const new_title = read(name);
		// Which token of a wiki's page it takes nobody says; that of what lies in it is one as any other.
		const { type, token } = await chosen.content(asking);
		await feishu.call(this.endpoint, {
			path: { file_token: token },
			query: { type },
			body: { new_title },
			idempotent: true,
			paces: [perChanger(await feishu.sender())],
		});
		return { token, type, name: new_title };
	},
});
