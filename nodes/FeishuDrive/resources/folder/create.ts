import { optionalFolderField } from '../../../shared/drive/folder';
import { share, SHARED_SHAPE } from '../../../shared/drive/share';
import { shareFolderField } from '../../../shared/drive/shareField';
import { textField } from '../../../shared/fields/plain';
import { complaint, mappedField } from '../../../shared/operation/field';
import { defineOperation } from '../../../shared/operation/operation';
import { outputOf } from '../../../shared/operation/output';

/** In bytes. Source: …/drive-v1/file/create_folder */
const MAX_NAME = 256;

const name = mappedField(
	textField({
		displayName: 'Name',
		name: 'folderName',
		required: true,
		placeholder: 'e.g. Reports',
		description: 'What the folder is called',
	}),
	(given, label) => {
		if (Buffer.byteLength(given) <= MAX_NAME) return given;
		throw complaint(label, 'is too long', `Use up to ${MAX_NAME} bytes: a Chinese character takes three`);
	},
);

const parent = optionalFolderField({
	displayName: 'Parent Folder',
	name: 'parentFolder',
});

export const create = defineOperation({
	value: 'create',
	name: 'Create',
	action: 'Create a folder',
	description: 'Make a folder, share it, and get the address that opens it',
	endpoint: 'POST /open-apis/drive/v1/files/create_folder',
	scopes: ['space:folder:create', 'drive:drive'],
	identity: 'either',
	fields: [name, parent, shareFolderField],
	output: outputOf({ token: 'string', name: 'string', 'url?': 'string', ...SHARED_SHAPE }),
	async run({ read, ...asking }) {
		const { feishu } = asking;
		const wanted = read(name);
		const place = read(parent);
		const chosen = read(shareFolderField);
		if (place !== undefined && 'wikiNode' in place)
			throw parent.refuse('holds a page of a wiki', 'Folders lie in Drive: choose one, or leave it empty');
		const sharing = await chosen.resolve(feishu);
		const { token, url } = await feishu.call<{ token: string; url?: string }>(this.endpoint, {
			body: { name: wanted, folder_token: place?.folder_token ?? '' },
		});
		return { token, name: wanted, ...(url && { url }), ...(await share(asking, { type: 'folder', token }, sharing)) };
	},
});
