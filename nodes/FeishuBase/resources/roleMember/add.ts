import { defineOperation } from '../../../shared/operation/operation';
import { outputOf } from '../../../shared/operation/output';
import { ADVANCED_CALLS } from '../role/onceAdvanced';
import { base, CHANGE_FIELDS, changeChosen, MEMBER } from './chosen';

export const add = defineOperation({
	value: 'add',
	name: 'Add',
	action: 'Add members to a role',
	description: 'Give people, groups and departments a role; the base has to be shared with them as well',
	endpoint: 'POST /open-apis/bitable/v1/apps/:app_token/roles/:role_id/members/batch_create',
	alsoCalls: ADVANCED_CALLS,
	scopes: ['base:collaborator:create', 'bitable:app'],
	identity: 'either',
	fields: CHANGE_FIELDS,
	output: outputOf({ app_token: 'string', role_id: 'string', added: [MEMBER], not_found: [MEMBER] }),
	orderBy: ({ read }) => JSON.stringify(read(base).address),
	async run(turn) {
		const { path, done, unknown } = await changeChosen(turn, this.endpoint);
		return { ...path, added: done, not_found: unknown };
	},
});
