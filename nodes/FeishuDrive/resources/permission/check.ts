import type { IDataObject } from 'n8n-workflow';

import { choicesField } from '../../../shared/fields/plain';
import { mappedField, complaint } from '../../../shared/operation/field';
import { defineOperation } from '../../../shared/operation/operation';
import { outputOf } from '../../../shared/operation/output';
import { fileOrDocument } from './chosen';

const actions = mappedField(
	choicesField({
		displayName: 'Actions',
		name: 'accessActions',
		options: [
			{ name: 'Comment', value: 'comment' },
			{ name: 'Copy', value: 'copy' },
			{ name: 'Edit', value: 'edit' },
			{ name: 'Export', value: 'export' },
			{ name: 'Manage Its Settings', value: 'manage_public' },
			{ name: 'Print', value: 'print' },
			{ name: 'Share', value: 'share' },
			{ name: 'View', value: 'view' },
		],
		default: ['view', 'edit'],
		description: 'What to ask about; each takes a request',
	}),
	(chosen, label) => {
		if (chosen.length === 0) throw complaint(label, 'is empty', 'Choose at least one');
		return chosen;
	},
);

export const check = defineOperation({
	value: 'check',
	name: 'Check',
	action: 'Check access to a file',
	description: 'Whether the app, or the person, may view, edit, share or export a file, document or page',
	endpoint: 'GET /open-apis/drive/v1/permissions/:token/members/auth',
	scopes: ['docs:permission.member:auth', 'drive:drive'],
	identity: 'either',
	fields: [fileOrDocument, actions],
	output: outputOf({
		token: 'string',
		type: 'string',
		'view?': 'boolean',
		'edit?': 'boolean',
		'share?': 'boolean',
		'comment?': 'boolean',
		'export?': 'boolean',
		'copy?': 'boolean',
		'print?': 'boolean',
		'manage_public?': 'boolean',
	}),
	async run({ read, feishu }) {
		const { type, token } = read(fileOrDocument).named;
		const item: IDataObject = { token, type };
		for (const action of read(actions)) {
			const answer = await feishu.call<{ auth_result?: boolean }>(this.endpoint, {
				path: { token },
				query: { type, action },
			});
			item[action] = answer.auth_result === true;
		}
		return item;
	},
});
