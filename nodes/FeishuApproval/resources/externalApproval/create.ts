import { defineOperation } from '../../../shared/operation/operation';
import { outputOf } from '../../../shared/operation/output';
import { EXTERNAL_SCOPES, externalCodeField } from '../../external/fields';
import { Texts } from '../../external/texts';
import { ID_CALLS, openIds } from '../../people/ids';
import { nameWhomItDoesNotKnow } from '../../people/unknownPerson';
import {
	definitionOptions,
	mobileField,
	MOST_VIEWERS,
	nameField,
	pcField,
	peopleField,
	viewersField,
} from './definitionFields';

/** Source: https://open.feishu.cn/document/server-docs/approval-v4/external_approval/create */
export const create = defineOperation({
	value: 'create',
	name: 'Create or Update',
	action: 'Create or update an external approval',
	description: "Put an approval of another system into Feishu's approval centre; a code that is known is overwritten",
	endpoint: 'POST /open-apis/approval/v4/external_approvals',
	alsoCalls: ID_CALLS,
	scopes: EXTERNAL_SCOPES,
	identity: 'app',
	fields: [externalCodeField, nameField, pcField, mobileField, viewersField, peopleField, definitionOptions],
	output: outputOf({ approval_code: 'string' }),
	async run({ read, label, feishu, errorContext }) {
		const approval_code = read(externalCodeField);
		const called = read(nameField);
		const [pc, mobile] = [read(pcField), read(mobileField)];
		if (pc === '' && mobile === '')
			throw pcField.refuse(`and the field '${mobileField.label}' are both empty`, 'One of them is needed');
		const who = read(viewersField);
		const people = who === 'USER' ? read(peopleField) : undefined;
		if (people?.count === 0) throw peopleField.refuse('is empty', 'Add at least one person');
		if (people && people.count > MOST_VIEWERS)
			throw peopleField.refuse(`has ${people.count} people`, `Up to ${MOST_VIEWERS} are possible`);
		const more = read(definitionOptions);
		nameWhomItDoesNotKnow(errorContext, { [label(peopleField)]: people });
		const texts = new Texts();
		const ids = people ? await openIds(feishu, people) : [];
		return await feishu.call(this.endpoint, {
			query: { user_id_type: 'open_id' },
			body: {
				approval_name: texts.key(called),
				approval_code,
				...(more.externalGroup && { group_code: more.externalGroup, group_name: texts.key(more.externalGroup) }),
				...(more.externalDescription && { description: texts.key(more.externalDescription) }),
				external: {
					...(more.externalSystem && { biz_name: texts.key(more.externalSystem) }),
					...(pc !== '' && { create_link_pc: pc }),
					...(mobile !== '' && { create_link_mobile: mobile }),
					support_pc: pc !== '',
					support_mobile: mobile !== '',
					...(more.externalCallback && { action_callback_url: more.externalCallback }),
					...(more.externalCallbackToken && { action_callback_token: more.externalCallbackToken }),
					...(more.externalCallbackKey && { action_callback_key: more.externalCallbackKey }),
				},
				// Without it nobody sees the approval.
				viewers: people ? ids.map((id) => ({ viewer_type: 'USER', viewer_user_id: id })) : [{ viewer_type: who }],
				i18n_resources: texts.resources('list'),
			},
			idempotent: true,
		});
	},
});
