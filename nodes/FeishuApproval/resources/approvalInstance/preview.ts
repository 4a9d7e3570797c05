import type { IDataObject } from 'n8n-workflow';

import { namesOf, NAMES_CALL } from '../../../shared/contact/namesOf';
import { defineOperation } from '../../../shared/operation/operation';
import { outputOf } from '../../../shared/operation/output';
import { definitionField } from '../../definition/definitionField';
import { definitionOf } from '../../definition/readDefinition';
import { controlAdvice } from '../../form/controlAdvice';
import { FORM_CALLS_OF_APP, formField } from '../../form/formField';
import { formText, valuesIn } from '../../form/sendForm';
import { ID_CALLS, ownId } from '../../people/ids';
import { nameWhomItDoesNotKnow } from '../../people/unknownPerson';
import { previewOptions } from './createOptions';
import { requiredStarter } from './starter';

const idsIn = (list: unknown): string[] => (Array.isArray(list) ? list.map(String) : []);

/** Source: https://open.feishu.cn/document/server-docs/approval-v4/instance/preview */
export const preview = defineOperation({
	value: 'previewRoute',
	name: 'Preview Route',
	action: 'Preview the route of an approval',
	description: 'See through which steps an approval would go with these values, without starting it',
	endpoint: 'POST /open-apis/approval/v4/instances/preview',
	alsoCalls: [...FORM_CALLS_OF_APP, ...ID_CALLS, NAMES_CALL],
	scopes: ['approval:instance', 'approval:approval:readonly', 'approval:approval'],
	identity: 'app',
	fields: [definitionField, requiredStarter, formField, previewOptions],
	output: outputOf({
		'node_id?': 'string',
		'custom_node_id?': 'string',
		'node_name?': 'string',
		'node_type?': 'string',
		approvers: [{ open_id: 'string', 'name?': 'string' }],
		copies: [{ open_id: 'string', 'name?': 'string' }],
		to_be_chosen: 'boolean',
		'nobody_found?': 'boolean',
		'comments?': ['string'],
	}),
	async run({ read, label, feishu, context, itemIndex, panel, errorContext }) {
		const approval_code = read(definitionField);
		const starter = read(requiredStarter);
		const { json = {} } = context.getInputData()[itemIndex] ?? {};
		const { startDepartment } = read(previewOptions);
		const filled = valuesIn(read(formField), json, label(formField));
		const definition = await definitionOf(feishu, approval_code);
		errorContext.adviceOf = controlAdvice(definition.widgets);
		nameWhomItDoesNotKnow(errorContext, { [label(requiredStarter)]: starter });
		const form = await formText(definition, filled, { feishu, panel });
		const { id: user_id, type } = await ownId(feishu, starter, label(requiredStarter));
		const { preview_nodes = [] } = await feishu.call<{ preview_nodes?: IDataObject[] }>(this.endpoint, {
			query: { user_id_type: type, department_id_type: startDepartment?.type },
			body: { approval_code, user_id, form, ...(startDepartment && { department_id: startDepartment.id }) },
			idempotent: true,
		});
		const all = preview_nodes.flatMap((node) => [...idsIn(node.user_id_list), ...idsIn(node.end_cc_id_list)]);
		const names = await namesOf(feishu, [...new Set(all)].filter((id) => id.startsWith('ou_')).slice(0, 50));
		const who = (list: unknown) =>
			idsIn(list).map((open_id) => ({ open_id, ...(names.get(open_id) && { name: names.get(open_id) }) }));
		return preview_nodes.map(({ node_id, node_name, node_type, custom_node_id, ...node }) => ({
			node_id,
			...(custom_node_id ? { custom_node_id } : {}),
			node_name,
			node_type,
			approvers: who(node.user_id_list),
			copies: who(node.end_cc_id_list),
			to_be_chosen: node.is_approver_type_free === true,
			...(node.is_empty_logic === true && { nobody_found: true }),
			...(Array.isArray(node.comments) && node.comments.length > 0 && { comments: node.comments }),
		}));
	},
});
