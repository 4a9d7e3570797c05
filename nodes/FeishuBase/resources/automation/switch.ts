import { baseField } from '../../../shared/base/base';
import { defineOperation } from '../../../shared/operation/operation';
import { outputOf } from '../../../shared/operation/output';
import { automationField } from './automation';

const base = baseField();

/** The same call for both directions, with the platform's own word. */
const switching = (value: string, name: string, status: 'Enable' | 'Disable', description: string) =>
	defineOperation({
		value,
		name,
		action: `${name} an automation`,
		description,
		endpoint: 'PUT /open-apis/bitable/v1/apps/:app_token/workflows/:workflow_id',
		scopes: ['base:workflow:write', 'bitable:app'],
		identity: 'either',
		fields: [base, automationField],
		output: outputOf({ app_token: 'string', workflow_id: 'string', status: 'string' }),
		orderBy: ({ read }) => read(automationField).entered,
		async run({ read, ...asking }) {
			const place = read(base);
			const automation = read(automationField);
			const app_token = await place.token(asking);
			const workflow_id = await automation.id(asking, app_token);
			await asking.feishu.call(this.endpoint, {
				path: { app_token, workflow_id },
				body: { status },
				idempotent: true,
			});
			return { app_token, workflow_id, status };
		},
	});

export const enable = switching('enable', 'Enable', 'Enable', 'Switch an automation of a base on');

export const disable = switching('disable', 'Disable', 'Disable', 'Switch an automation of a base off');
