import type { IDataObject } from 'n8n-workflow';

import { defineOperation } from '../../../shared/operation/operation';
import { outputOf } from '../../../shared/operation/output';
import { uploaded, version } from './chosen';

/** In no page of the documentation; the platform's own command line tool calls it. */
export const restore = defineOperation({
	value: 'restore',
	name: 'Restore',
	action: 'Restore a version of a file',
	description: 'Make an uploaded file again what it once was; what it is now stays as a version',
	endpoint: 'POST /open-apis/drive/v1/files/:file_token/revert',
	scopes: ['drive:file:upload'],
	identity: 'either',
	fields: [uploaded, version],
	output: outputOf({ restored: 'boolean', token: 'string', restored_version: 'string', 'version?': 'string' }),
	async run({ read, ...asking }) {
		const chosen = read(uploaded);
		const wanted = read(version);
		const { token } = await chosen.content(asking);
		const answer = await asking.feishu.call<IDataObject>(this.endpoint, {
			path: { file_token: token },
			body: { version: wanted },
		});
		const made = answer.version ?? answer.data_version;
		return { restored: true, token, restored_version: wanted, ...(made !== undefined && { version: String(made) }) };
	},
});
