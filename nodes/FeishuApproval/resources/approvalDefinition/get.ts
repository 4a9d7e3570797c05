import type { IDataObject } from 'n8n-workflow';

import { textField } from '../../../shared/fields/plain';
import { complaint, mappedField } from '../../../shared/operation/field';
import { defineOperation } from '../../../shared/operation/operation';
import { outputOf } from '../../../shared/operation/output';

const APPROVAL_CODE = /^[0-9A-F]{8}(-[0-9A-F]{4}){3}-[0-9A-F]{12}$/i;

const definition = mappedField(
	textField({
		displayName: 'Definition',
		name: 'approvalDefinition',
		required: true,
		placeholder: 'e.g. 7C468A54-8745-2245-9675-08B7C63E7A85',
		description: 'The code of the approval',
	}),
	(given, label) => {
		if (APPROVAL_CODE.test(given)) return given;
		throw complaint(label, 'is no code of an approval', 'Take the definitionCode of its address');
	},
);

/** Source: https://open.feishu.cn/document/server-docs/approval-v4/approval/get */
export const get = defineOperation({
	value: 'get',
	name: 'Get',
	action: 'Get a definition',
	description: 'Get the form and the steps of an approval',
	endpoint: 'GET /open-apis/approval/v4/approvals/:approval_code',
	scopes: ['approval:approval:readonly', 'approval:approval', 'approval:definition'],
	identity: 'app',
	fields: [definition],
	output: outputOf({ approval_code: 'string', 'approval_name?': 'string', 'status?': 'string' }),
	async run({ read, feishu }) {
		const approval_code = read(definition);
		const found = await feishu.call<IDataObject>(this.endpoint, { path: { approval_code } });
		return { approval_code, ...found };
	},
});
