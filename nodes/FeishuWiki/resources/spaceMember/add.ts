import { codeOf } from '../../../../feishu/api/call';
import { collectionField } from '../../../shared/fields/nested';
import { flagField } from '../../../shared/fields/plain';
import { defineOperation } from '../../../shared/operation/operation';
import { outputOf } from '../../../shared/operation/output';
import { MEMBER, members, memberType, role, space } from './chosen';

const notify = flagField({
	displayName: 'Notify',
	name: 'notify',
	default: false,
	description: 'Whether Feishu tells them',
});

const options = collectionField({ displayName: 'Options', name: 'options', placeholder: 'Add option' }, [notify]);

/** A member already. Source: …/wiki-v2/space-member/create */
const EXISTS = 131008;

export const add = defineOperation({
	value: 'add',
	name: 'Add',
	action: 'Add members to a wiki',
	description: 'Let people, groups and departments into a wiki; who is a member already stays one',
	endpoint: 'POST /open-apis/wiki/v2/spaces/:space_id/members',
	scopes: ['wiki:member:create', 'wiki:wiki'],
	identity: 'either',
	fields: [space, members, role, options],
	output: outputOf({ space_id: 'string', added: [MEMBER], already: [MEMBER] }),
	orderBy: ({ read }) => JSON.stringify(read(space).address),
	async run({ read, ...asking }) {
		const place = read(space);
		const membersOf = read(members);
		const member_role = read(role);
		const need_notification = read(options).notify ? true : undefined;
		const { feishu } = asking;
		const chosen = await membersOf(feishu);
		const space_id = await place.id(asking);
		const [added, already]: [object[], object[]] = [[], []];
		for (const member of chosen) {
			const body = { member_type: memberType(member), member_id: member.id, member_role };
			const isNew = await feishu
				.call(this.endpoint, { path: { space_id }, query: { need_notification }, body, idempotent: true })
				.then(
					() => true,
					(error: unknown) => {
						if (codeOf(error) === EXISTS) return false;
						throw error;
					},
				);
			(isNew ? added : already).push(body);
		}
		return { space_id, added, already };
	},
});
