import { peopleField } from '../../../shared/contact/severalPeople';
import { optionalUserField } from '../../../shared/contact/person';
import { defineOperation } from '../../../shared/operation/operation';
import { outputOf } from '../../../shared/operation/output';
import { commentField } from '../../instance/commentField';
import { instanceField } from '../../instance/instanceField';
import { INSTANCE_CALLS, readInstance } from '../../../shared/approval/readInstance';
import { ID_CALLS, openIds, ownId } from '../../people/ids';
import { WHO, whoAre } from '../../people/who';
import { nameWhomItDoesNotKnow } from '../../people/unknownPerson';
import { refuseOfApps } from '../../people/ofApps';
import { CHANGE_SCOPES } from './scopes';

const CC = 'POST /open-apis/approval/v4/instances/cc';
/** For a person. */
const ADD_CC = 'POST /open-apis/approval/v4/instances/add_cc';

const people = peopleField({ displayName: 'Copy To', name: 'copyTo', description: 'Who is to see it' });

const sender = optionalUserField({
	displayName: 'Copy As',
	name: 'copyAs',
	description: 'In whose name an app sends the copies; who started it where it is empty',
});

/** Source: https://open.feishu.cn/document/server-docs/approval-v4/instance/cc */
export const copyTo = defineOperation({
	value: 'copyTo',
	name: 'Send Copies',
	action: 'Send copies of an instance',
	description: 'Let further people see an approval, in the name of somebody who takes part in it',
	endpoint: CC,
	alsoCalls: [ADD_CC, ...INSTANCE_CALLS, ...ID_CALLS],
	scopes: CHANGE_SCOPES,
	identity: 'either',
	fields: [instanceField, people, commentField, sender],
	output: outputOf({ copied: 'boolean', instance_code: 'string', copied_to: [WHO], 'copied_as?': WHO }),
	async run({ read, label, feishu, errorContext }) {
		const code = read(instanceField);
		const several = read(people);
		const comment = read(commentField);
		const as = read(sender);
		const said = comment === '' ? {} : { comment };
		nameWhomItDoesNotKnow(errorContext, { [label(people)]: several, [label(sender)]: as });
		if (await feishu.isPerson()) {
			refuseOfApps({ [label(sender)]: as });
			const { ids, type } = await several.resolve(feishu);
			const body = { instance_code: code, cc_user_ids: ids, ...said };
			await feishu.call(ADD_CC, { query: { user_id_type: type }, body });
			return { copied: true, instance_code: code, copied_to: await whoAre(feishu, ids) };
		}
		const { instance_code, approval_code, open_id } = await readInstance(feishu, code);
		const cc_user_ids = await openIds(feishu, several);
		const { id: user_id } = as ? await ownId(feishu, as, label(sender)) : { id: open_id };
		await feishu.call(CC, {
			query: { user_id_type: 'open_id' },
			body: { approval_code, instance_code, user_id, cc_user_ids, ...said },
		});
		const [copied_as, ...copied_to] = await whoAre(feishu, [user_id, ...cc_user_ids]);
		return { copied: true, instance_code, copied_to, copied_as };
	},
});
