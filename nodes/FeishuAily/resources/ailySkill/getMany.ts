import type { IDataObject } from 'n8n-workflow';

import { pagingFields } from '../../../shared/fields/common';
import { textField } from '../../../shared/fields/plain';
import { complaint, mappedField } from '../../../shared/operation/field';
import { defineOperation } from '../../../shared/operation/operation';
import { outputOf } from '../../../shared/operation/output';

const APP = /^spring_\w{4,}__c$/;

const app = mappedField(
	textField({
		displayName: 'Aily App',
		name: 'ailyApp',
		required: true,
		placeholder: 'e.g. spring_5862e4fea8__c',
		description: 'The ID of the assistant, as its address has it',
	}),
	(given, label) => {
		if (APP.test(given)) return given;
		throw complaint(label, 'is no ID of an assistant', 'It begins with spring_ and ends with __c');
	},
);

/** Source: https://open.feishu.cn/document/aily-v1/skill/list */
export const getMany = defineOperation({
	value: 'getAll',
	name: 'Get Many',
	action: 'Get many skills',
	description: 'List the skills of an assistant',
	endpoint: 'GET /open-apis/aily/v1/apps/:app_id/skills',
	scopes: ['aily:skill:read'],
	identity: 'either',
	fields: [app, pagingFields],
	output: outputOf({ id: 'string', 'label?': 'string', 'description?': 'string' }),
	async run({ read, feishu }) {
		const app_id = read(app);
		const limit = read(pagingFields);
		const { skills = [] } = await feishu.call<{ skills?: IDataObject[] }>(this.endpoint, {
			path: { app_id },
			query: { page_size: 20 },
		});
		return skills.slice(0, limit);
	},
});
