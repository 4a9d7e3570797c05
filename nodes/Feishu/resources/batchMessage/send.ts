import { legacyMessage } from '../../../../feishu/im/content/legacyMessage';
import { userIdType } from '../../../../feishu/ids';
import { InputError } from '../../../../feishu/input';
import { BATCH, composeOne, composerFieldsOld } from '../../../shared/im/composer';
import { FIND_ENDPOINT } from '../../../shared/contact/user';
import { defineOperation } from '../../../shared/operation/operation';
import type { Params } from '../../../shared/operation/params';
import { UPLOAD_IMAGE } from '../../../shared/im/upload';

/** Receivers of each kind in one request. */
const MOST = 200;

const NAMES = { open_id: 'open_ids', union_id: 'union_ids', user_id: 'user_ids' } as const;

interface Answer {
	message_id: string;
	invalid_department_ids?: string[];
	invalid_open_ids?: string[];
	invalid_user_ids?: string[];
	invalid_union_ids?: string[];
}

export const send = defineOperation({
	value: 'sendBatch',
	name: 'Send',
	action: 'Send a batch message',
	description:
		'Write to many people and whole departments with one request; each gets it in the chat with the app. Progress and reads can be asked for later.',
	endpoint: 'POST /open-apis/message/v4/batch_send/',
	alsoCalls: [UPLOAD_IMAGE, FIND_ENDPOINT],
	scopes: ['im:message:send_multi_users', 'im:message:send_multi_depts'],
	fields: [
		{
			displayName: 'Department IDs',
			name: 'departmentIds',
			type: 'string',
			default: '',
			placeholder: 'e.g. od-4e6ac4d14bcd5071a37a39de902c7141',
			description: 'Up to 200, separated by commas or line breaks; the departments below are included',
		},
		{
			displayName: 'User IDs',
			name: 'userIds',
			type: 'string',
			default: '',
			placeholder: 'e.g. ou_7d8a6e6df7621556ce0d21922b676706',
			description: 'Up to 200 open_ids, union_ids or user_ids, separated by commas or line breaks',
		},
		...composerFieldsOld(BATCH),
	],
	async run({ param, feishu, context }) {
		const departments = upTo(param, 'departmentIds');
		const users = upTo(param, 'userIds');
		if (departments.length + users.length === 0)
			throw new InputError(
				param.label('userIds'),
				`The fields '${param.label('departmentIds')}' and '${param.label('userIds')}' are both empty`,
			);
		const receivers: Record<string, string[]> = departments.length > 0 ? { department_ids: departments } : {};
		for (const id of users) (receivers[NAMES[userIdType(id)]] ??= []).push(id);
		const message = await composeOne({ param, feishu, context, surface: BATCH });
		const answer = await feishu.call<Answer>(this.endpoint, { body: { ...receivers, ...legacyMessage(message) } });
		return { batch_message_id: answer.message_id, ...answer };
	},
});

function upTo(param: Params, name: string): string[] {
	const ids = param.optionalList(name);
	if (ids.length <= MOST) return ids;
	const field = param.label(name);
	throw new InputError(
		field,
		`The field '${field}' holds ${ids.length} IDs; Feishu takes at most ${MOST} at once`,
		'Split them over several items',
	);
}
