import { complaint, mappedField } from '../../../shared/operation/field';
import { textField } from '../../../shared/fields/plain';
import { defineOperation } from '../../../shared/operation/operation';
import { outputOf } from '../../../shared/operation/output';
import { online, VERSION_SHAPE } from './chosen';

/** In characters. Source: …/drive-v1/file-version/create */
const MAX_NAME = 1024;

const name = mappedField(
	textField({
		displayName: 'Version Name',
		name: 'versionName',
		required: true,
		placeholder: 'e.g. Before the review',
		description: 'What people read in the version history',
	}),
	(given, label) => {
		if (given.length <= MAX_NAME) return given;
		throw complaint(label, 'is too long', `Use up to ${MAX_NAME} characters`);
	},
);

export const create = defineOperation({
	value: 'create',
	name: 'Create',
	action: 'Create a version',
	description: 'Keep a document or spreadsheet as it is now, under a name',
	endpoint: 'POST /open-apis/drive/v1/files/:file_token/versions',
	scopes: ['drive:drive:version'],
	identity: 'either',
	fields: [online, name],
	output: outputOf(VERSION_SHAPE),
	async run({ read, ...asking }) {
		const chosen = read(online);
		const wanted = read(name);
		const { type, token } = await chosen.content(asking);
		return await asking.feishu.call(this.endpoint, {
			path: { file_token: token },
			body: { name: wanted, obj_type: type },
		});
	},
});
