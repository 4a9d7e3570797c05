import type { IDataObject } from 'n8n-workflow';

import { SHARE_LINK } from '../../../shared/drive/share';
import { defineOperation } from '../../../shared/operation/operation';
import { outputOf } from '../../../shared/operation/output';
import { tell } from '../../../shared/operation/tell';
import { fileOrDocument } from './chosen';
import { SETTINGS_SHAPE, settingsField } from './settings';

export const updateSettings = defineOperation({
	value: 'updateSettings',
	name: 'Update Settings',
	action: 'Update the access settings of a file',
	description: 'Open or close a file, document or page by its link, and say who may share, copy, export and comment',
	endpoint: SHARE_LINK,
	scopes: ['docs:permission.setting:write_only', 'drive:file', 'drive:drive'],
	identity: 'either',
	fields: [fileOrDocument, settingsField],
	output: outputOf(SETTINGS_SHAPE),
	orderBy: ({ read }) => read(fileOrDocument).named.token,
	async run({ read, feishu, context }) {
		const { type, token } = read(fileOrDocument).named;
		const body: IDataObject = { ...read(settingsField) };
		if (Object.keys(body).length === 0) throw settingsField.refuse('is empty', 'Add the setting that is to change');
		const { permission_public = {} } = await feishu.call<{ permission_public?: IDataObject }>(this.endpoint, {
			path: { token },
			query: { type },
			body,
			idempotent: true,
		});
		// What the rules of the organization forbid, some of them leave as it was without a word.
		const unheard = Object.keys(body).filter((key) => key in permission_public && permission_public[key] !== body[key]);
		if (unheard.length > 0)
			tell(context, [`Feishu has left these settings as they were: ${unheard.join(', ')}`], 'warning');
		return { token, type, ...body, ...permission_public };
	},
});
