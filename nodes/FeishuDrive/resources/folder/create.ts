import { perChanger } from '../../../shared/client/pacing';
import { optionalDriveFolderField } from '../../../shared/drive/folder';
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

const parent = optionalDriveFolderField(
	{ displayName: 'Parent Folder', name: 'parentFolder' },
	'Folders lie in Drive: choose one, or leave it empty',
);

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
	orderBy: () => 'drive',
	async run({ read, ...asking }) {
		const { feishu } = asking;
		const wanted = read(name);
		const folder_token = read(parent) ?? '';
		const chosen = read(shareFolderField);
		const sharing = await chosen.resolve(feishu);
		const { token, url } = await feishu.call<{ token: string; url?: string }>(this.endpoint, {
			body: { name: wanted, folder_token },
			paces: [perChanger(await feishu.sender())],
		});
		return { token, name: wanted, ...(url && { url }), ...(await share(asking, { type: 'folder', token }, sharing)) };
	},
});
