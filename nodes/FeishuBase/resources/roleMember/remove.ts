import { defineOperation } from '../../../shared/operation/operation';
import { outputOf } from '../../../shared/operation/output';
import { ADVANCED_CALLS } from '../role/onceAdvanced';
import { base, CHANGE_FIELDS, changeChosen, MEMBER } from './chosen';

export const remove = defineOperation({
	value: 'remove',
	name: 'Remove',
	action: 'Remove members from a role',
	description: 'Take a role from people, groups and departments; who did not have it is in the output',
	endpoint: 'POST /open-apis/bitable/v1/apps/:app_token/roles/:role_id/members/batch_delete',
	alsoCalls: ADVANCED_CALLS,
	scopes: ['base:collaborator:delete', 'bitable:app'],
	identity: 'either',
	fields: CHANGE_FIELDS,
	output: outputOf({ app_token: 'string', role_id: 'string', removed: [MEMBER], not_found: [MEMBER] }),
	orderBy: ({ read }) => JSON.stringify(read(base).address),
	async run(turn) {
		const { path, done, unknown } = await changeChosen(turn, this.endpoint);
		return { ...path, removed: done, not_found: unknown };
	},
});
