import { baseField } from '../../../shared/base/base';
import { choiceField } from '../../../shared/fields/plain';
import { pagingFields } from '../../../shared/fields/common';
import { defineOperation } from '../../../shared/operation/operation';
import { outputOf } from '../../../shared/operation/output';
import { GET_AUTOMATIONS } from './automation';

const GET_WORKFLOWS = 'GET /open-apis/bitable/v1/apps/:app_token/block_workflows';

const base = baseField();

const kind = choiceField({
	displayName: 'Kind',
	name: 'automationKind',
	options: [
		{ name: 'Automations', value: 'automations', description: 'What a base calls automations (自动化流程)' },
		{ name: 'Workflows', value: 'workflows', description: 'The newer workflows (工作流); 20 times a minute at most' },
	],
	default: 'automations',
	description: 'Which of the two lists that a base has',
});

export const getMany = defineOperation({
	value: 'getAll',
	name: 'Get Many',
	action: 'Get many automations',
	description: 'List the automations of a base, and whether they are switched on',
	endpoint: GET_AUTOMATIONS,
	alsoCalls: [GET_WORKFLOWS],
	scopes: ['base:workflow:read', 'bitable:app'],
	identity: 'either',
	fields: [base, kind, pagingFields],
	output: outputOf({ workflow_id: 'string', 'title?': 'string', status: 'string' }),
	async run({ read, ...asking }) {
		const place = read(base);
		const endpoint = read(kind) === 'workflows' ? GET_WORKFLOWS : GET_AUTOMATIONS;
		const limit = read(pagingFields);
		const path = { app_token: await place.token(asking) };
		return await asking.feishu.list(endpoint, { path, limit, itemsKey: 'workflows' });
	},
});
