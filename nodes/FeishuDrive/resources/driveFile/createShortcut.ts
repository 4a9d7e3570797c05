import type { IDataObject } from 'n8n-workflow';

import { perChanger } from '../../../shared/client/pacing';
import { anyDocumentField } from '../../../shared/drive/anyDocument';
import { driveFolderField } from '../../../shared/drive/folder';
import { defineOperation } from '../../../shared/operation/operation';
import { FILE } from './output';

const document = anyDocumentField({
	types: ['bitable', 'doc', 'docx', 'file', 'mindnote', 'sheet', 'slides'],
	takes: 'A shortcut leads to a file or document, not to a folder',
});

const folder = driveFolderField(
	{ description: 'Where the shortcut is to lie' },
	'In a wiki a shortcut is made by Feishu Wiki → Page → Create Shortcut',
);

export const createShortcut = defineOperation({
	value: 'createShortcut',
	name: 'Create Shortcut',
	action: 'Create a shortcut to a file',
	description: 'Put a shortcut to a file or document into a folder; the rights stay those of what it leads to',
	endpoint: 'POST /open-apis/drive/v1/files/create_shortcut',
	scopes: ['space:document:shortcut', 'drive:drive'],
	identity: 'either',
	fields: [document, folder],
	output: FILE,
	orderBy: () => 'drive',
	async run({ read, ...asking }) {
		const { feishu } = asking;
		const target = read(document);
		const parent_token = read(folder);
		const { type, token } = await target.content(asking);
		const { succ_shortcut_node } = await feishu.call<{ succ_shortcut_node?: IDataObject }>(this.endpoint, {
			body: { parent_token, refer_entity: { refer_token: token, refer_type: type } },
			paces: [perChanger(await feishu.sender())],
		});
		return succ_shortcut_node ?? {};
	},
});
