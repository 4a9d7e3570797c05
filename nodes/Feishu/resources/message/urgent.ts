import { peopleField } from '../../../shared/contact/severalPeople';
import { choiceField } from '../../../shared/fields/plain';
import { messageField } from '../../../shared/im/message';
import { complaint, mappedField } from '../../../shared/operation/field';
import { defineOperation } from '../../../shared/operation/operation';
import { outputOf } from '../../../shared/operation/output';

/** People in one request. @see https://open.feishu.cn/document/uAjLw4CM/ukTMukTMukTM/reference/im-v1/message/urgent_app */
const MOST = 200;

const CHANNELS = {
	app: {
		endpoint: 'PATCH /open-apis/im/v1/messages/:message_id/urgent_app',
		scopes: ['im:message.urgent', 'im:message.urgent:app_send'],
	},
	sms: {
		endpoint: 'PATCH /open-apis/im/v1/messages/:message_id/urgent_sms',
		scopes: ['im:message.urgent:sms', 'im:message.urgent:sms_send'],
	},
	phone: {
		endpoint: 'PATCH /open-apis/im/v1/messages/:message_id/urgent_phone',
		scopes: ['im:message.urgent:phone', 'im:message.urgent:phone_send'],
	},
} as const;

const message = messageField({ description: "One of the app's own messages; comes out of Send as message_id" });

const channelField = choiceField({
	displayName: 'Channel',
	name: 'channel',
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
});

const people = mappedField(peopleField(), (found, label) => {
	if (found.count <= MOST) return found;
	throw complaint(
		label,
		`holds ${found.count} people; Feishu takes at most ${MOST} at once`,
		'Spread them over several items',
	);
});

export const urgent = defineOperation({
	value: 'urgent',
	name: 'Urgent',
	action: 'Make a message urgent',
	description: "Buzz people about one of the app's own messages: in the app, by SMS or by phone call",
	endpoint: CHANNELS.app.endpoint,
	alsoCalls: [CHANNELS.sms.endpoint, CHANNELS.phone.endpoint],
	scopes: CHANNELS.app.scopes,
	identity: 'app',
	fields: [message, channelField, people],
	output: outputOf({
		message_id: 'string',
		channel: 'string',
		user_id_type: 'string',
		reached: ['string'],
		invalid: ['string'],
	}),
	orderBy: ({ read }) => read(message),
	async run({ read, feishu, errorContext }) {
		const message_id = read(message);
		const channel = read(channelField);
		const { ids, type } = await read(people).resolve(feishu);
		const { endpoint, scopes } = CHANNELS[channel];
		errorContext.scopes = scopes;
		const { invalid_user_id_list: invalid = [] } = await feishu.call<{ invalid_user_id_list?: string[] }>(endpoint, {
			path: { message_id },
			query: { user_id_type: type },
			body: { user_id_list: ids },
		});
		return { message_id, channel, user_id_type: type, reached: ids.filter((id) => !invalid.includes(id)), invalid };
	},
});
