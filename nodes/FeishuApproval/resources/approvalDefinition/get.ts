import type { IDataObject } from 'n8n-workflow';

import { columnsOf } from '../../../../feishu/approval/columns';
import type { Widget } from '../../../../feishu/approval/widget';
import { text } from '../../../../feishu/json';
import { simplifyField } from '../../../shared/fields/common';
import { defineOperation } from '../../../shared/operation/operation';
import { outputOf } from '../../../shared/operation/output';
import { definitionField } from '../../definition/definitionField';
import {
	DEFINITION_SCOPES,
	definitionOf,
	GET_DEFINITION,
	GET_DEFINITION_DETAIL,
	type Definition,
} from '../../definition/readDefinition';

const DEFINITION = outputOf({
	approval_code: 'string',
	'approval_name?': 'string',
	'status?': 'string',
	controls: [
		{
			id: 'string',
			'custom_id?': 'string',
			name: 'string',
			type: 'string',
			required: 'boolean',
			fillable: 'boolean',
			'options?': ['string'],
			'controls?': ['any'],
		},
	],
	steps: [
		{ node_id: 'string', 'custom_node_id?': 'string', name: 'string', node_type: 'string', need_approver: 'boolean' },
	],
});

/** Source: https://open.feishu.cn/document/server-docs/approval-v4/approval/get */
export const get = defineOperation({
	value: 'get',
	name: 'Get',
	action: 'Get a definition',
	description: 'Get the form of an approval, what each control takes, and the steps that it goes through',
	endpoint: GET_DEFINITION,
	alsoCalls: [GET_DEFINITION_DETAIL],
	scopes: DEFINITION_SCOPES,
	identity: 'either',
	fields: [definitionField, simplifyField],
	output: DEFINITION,
	async run({ read, feishu }) {
		const approval_code = read(definitionField);
		const simple = read(simplifyField);
		const definition = await definitionOf(feishu, approval_code);
		return simple ? plain(definition) : { approval_code, ...definition.raw };
	},
});

function plain({ approval_code, name, raw, widgets, steps }: Definition): IDataObject {
	return {
		approval_code,
		...(name !== '' && { approval_name: name }),
		...(text(raw.status) !== '' && { status: text(raw.status) }),
		controls: widgets.map(control),
		steps: steps.map((step) => ({ ...step })),
	};
}

function control(widget: Widget): IDataObject {
	const { id, customId, name, type, required, options, children } = widget;
	return {
		id,
		...(customId !== '' && { custom_id: customId }),
		name,
		type,
		required,
		fillable: columnsOf([widget]).length > 0,
		...(options.length > 0 && { options: options.map(({ text: words }) => words) }),
		...(children.length > 0 && { controls: children.map(control) }),
	};
}
