import type { IDataObject } from 'n8n-workflow';

import { perChanger } from '../../../shared/client/pacing';
import { addressOf, METADATA } from '../../../shared/drive/addressOf';
import { anyDocumentField, type DriveDocument } from '../../../shared/drive/anyDocument';
import { optionalDriveFolderField } from '../../../shared/drive/folder';
import { share, SHARED_SHAPE } from '../../../shared/drive/share';
import { shareField } from '../../../shared/drive/shareField';
import { defineOperation, type OperationContext } from '../../../shared/operation/operation';
import { outputOf } from '../../../shared/operation/output';
import { driveNameField } from './name';
import { FILE_SHAPE } from './output';

const document = anyDocumentField({
	types: ['bitable', 'doc', 'docx', 'file', 'mindnote', 'sheet', 'slides'],
	takes: 'Feishu copies no folders: make one, and copy what lies in it',
});

const name = driveNameField({
	displayName: 'New Name',
	name: 'newName',
	description: 'Empty for the name that it has',
});

const folder = optionalDriveFolderField({}, 'A page of a wiki is copied by Feishu Wiki → Page → Copy');

export const copy = defineOperation({
	value: 'copy',
	name: 'Copy',
	action: 'Copy a file',
	description: 'Copy a file or document into a folder, share the copy, and get the address that opens it',
	endpoint: 'POST /open-apis/drive/v1/files/:file_token/copy',
	alsoCalls: [METADATA],
	scopes: ['docs:document:copy', 'drive:drive'],
	identity: 'either',
	fields: [document, name, folder, shareField],
	output: outputOf({ ...FILE_SHAPE, ...SHARED_SHAPE }),
	// The platform takes one change of an app at a time (1061045).
	orderBy: () => 'drive',
	async run({ read, ...asking }) {
		const { feishu } = asking;
		const source = read(document);
		const wanted = read(name);
		const folder_token = read(folder) ?? '';
		const sharing = await read(shareField).resolve(feishu);
		const { type, token } = await source.content(asking);
		const { file = {} } = await feishu.call<{ file?: IDataObject }>(this.endpoint, {
			path: { file_token: token },
			body: { name: wanted || (await nameOf(asking, { type, token })), type, folder_token },
			paces: [perChanger(await feishu.sender())],
		});
		const made = { type, token: String(file.token) };
		const url = await addressOf(feishu, made, file.url as string | undefined);
		return { ...file, ...(url && { url }), ...(await share(asking, made, sharing)) };
	},
});

/** The platform wants a name for every copy. */
async function nameOf(
	{ feishu, errorContext }: Pick<OperationContext, 'feishu' | 'errorContext'>,
	{ type, token }: DriveDocument,
): Promise<string> {
	const { scopes } = errorContext;
	errorContext.scopes = ['drive:drive.metadata:readonly', 'drive:drive'];
	const { metas } = await feishu.call<{ metas?: Array<{ title?: string }> }>(METADATA, {
		body: { request_docs: [{ doc_token: token, doc_type: type }] },
		idempotent: true,
	});
	errorContext.scopes = scopes;
	return metas?.[0]?.title || 'Copy';
}
