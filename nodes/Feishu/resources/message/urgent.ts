import { InputError } from '../../../../feishu/input';
import { messageFieldOld, messageId } from '../../../shared/fields/common';
import { checkPeople, peopleFieldOld, readPeople } from '../../../shared/contact/people';
import { FIND_ENDPOINT } from '../../../shared/contact/user';
import { defineOperation } from '../../../shared/operation/operation';
import type { Params } from '../../../shared/operation/params';

/** People in one request. @see https://open.feishu.cn/document/uAjLw4CM/ukTMukTMukTM/reference/im-v1/message/urgent_app */
const MOST = 200;

interface Channel {
	endpoint: string;
	scopes: readonly string[];
}

const APP: Channel = {
	endpoint: 'PATCH /open-apis/im/v1/messages/:message_id/urgent_app',
	scopes: ['im:message.urgent', 'im:message.urgent:app_send'],
};

const SMS: Channel = {
	endpoint: 'PATCH /open-apis/im/v1/messages/:message_id/urgent_sms',
	scopes: ['im:message.urgent:sms', 'im:message.urgent:sms_send'],
};

const PHONE: Channel = {
	endpoint: 'PATCH /open-apis/im/v1/messages/:message_id/urgent_phone',
	scopes: ['im:message.urgent:phone', 'im:message.urgent:phone_send'],
};

const CHANNELS: ReadonlyMap<string, Channel> = new Map([
	['app', APP],
	['sms', SMS],
	['phone', PHONE],
]);

export const urgent = defineOperation({
	value: 'urgent',
	name: 'Urgent',
	action: 'Make a message urgent',
	description: "Buzz people about one of the app's own messages: in the app, by SMS or by phone call",
	endpoint: APP.endpoint,
	alsoCalls: [SMS.endpoint, PHONE.endpoint, FIND_ENDPOINT],
	scopes: APP.scopes,
	fields: [
		messageFieldOld({ description: "One of the app's own messages; comes out of Send as message_id" }),
		{
			displayName: 'Channel',
			name: 'channel',
			type: 'options',
			options: [
				{ name: 'App', value: 'app', description: 'A notice in Feishu that stays until it is read; costs nothing' },
				{
					name: 'Phone',
					value: 'phone',
					description: 'Calls each person too, which uses up the quota that the organization has bought',
				},
				{
					name: 'SMS',
					value: 'sms',
					description: 'Sends each person an SMS too, which uses up the quota that the organization has bought',
				},
			],
			default: 'app',
			description: 'How people are told. SMS and phone calls cost quota of the organization, one for each person.',
		},
		peopleFieldOld(),
	],
	orderBy: ({ param }) => messageId(param),
	async run({ param, feishu, needs }) {
		const message_id = messageId(param);
		const { endpoint, scopes } = channelOf(param);
		checkCount(param);
		const { ids, type } = await readPeople(param, feishu);
		needs(scopes);
		const { invalid_user_id_list: invalid = [] } = await feishu.call<{ invalid_user_id_list?: string[] }>(endpoint, {
			path: { message_id },
			query: { user_id_type: type },
			body: { user_id_list: ids },
		});
		return {
			message_id,
			channel: param.choice('channel'),
			user_id_type: type,
			reached: ids.filter((id) => !invalid.includes(id)),
			invalid,
		};
	},
});

/** @throws InputError when an expression gives another one */
function channelOf(param: Params): Channel {
	const channel = CHANNELS.get(param.choice('channel'));
	if (channel) return channel;
	const field = param.label('channel');
	throw new InputError(field, `The field '${field}' must be one of: ${[...CHANNELS.keys()].join(', ')}`);
}

/** @throws InputError when there is nobody, or too many */
function checkCount(param: Params): void {
	const count = checkPeople(param);
	if (count <= MOST) return;
	const field = param.label('people');
	throw new InputError(
		field,
		`The field '${field}' holds ${count} people; Feishu takes at most ${MOST} at once`,
		'Spread them over several items',
	);
}
