import { InputError } from '../../../../feishu/input';
import { messageFieldOld, messageId } from '../../../shared/fields/common';
import { defineOperation } from '../../../shared/operation/operation';
import type { Params } from '../../../shared/operation/params';

/** @see https://open.feishu.cn/document/uAjLw4CM/ukTMukTMukTM/reference/im-v1/message/push_follow_up */
const MOST_BUBBLES = 3;
const MOST_CHARACTERS = 200;

export const pushFollowUp = defineOperation({
	value: 'pushFollowUp',
	name: 'Add Follow-Up Bubbles',
	action: 'Add follow up bubbles to a message',
	description:
		'Offer answers under the newest message of the app to one person; a click sends the text as their message',
	endpoint: 'POST /open-apis/im/v1/messages/:message_id/push_follow_up',
	scopes: ['im:message:send_as_bot', 'im:message'],
	fields: [
		messageFieldOld({
			description:
				'The newest message of the chat between the app and one person, sent by the app no more than 10 minutes ago',
		}),
		{
			displayName: 'Bubbles',
			name: 'bubbles',
			type: 'fixedCollection',
			typeOptions: { multipleValues: true },
			placeholder: 'Add Bubble',
			default: {},
			description: 'One to three texts of up to 200 characters each',
			options: [
				{
					displayName: 'Bubble',
					name: 'bubble',
					values: [
						{
							displayName: 'Text',
							name: 'text',
							type: 'string',
							default: '',
							placeholder: 'e.g. Tell me more',
							description: 'What the bubble shows, and what a click on it sends',
						},
					],
				},
			],
		},
	],
	orderBy: ({ param }) => messageId(param),
	async run({ param, feishu }) {
		const message_id = messageId(param);
		const bubbles = texts(param);
		await feishu.call(this.endpoint, {
			path: { message_id },
			body: { follow_ups: bubbles.map((content) => ({ content })) },
		});
		return { message_id, bubbles };
	},
});

/** @throws InputError when there are none, too many, or one that is empty or too long */
function texts(param: Params): string[] {
	const field = param.label('bubbles');
	const found = param.rows<{ text?: unknown }>('bubbles', 'bubble').map(({ text }) => String(text ?? '').trim());
	if (found.length === 0 || found.length > MOST_BUBBLES) {
		throw new InputError(
			field,
			`The field '${field}' holds ${found.length} texts; Feishu takes 1 to ${MOST_BUBBLES}`,
			'Add or remove a bubble',
		);
	}
	found.forEach((text, index) => {
		const length = [...text].length;
		if (length > 0 && length <= MOST_CHARACTERS) return;
		throw new InputError(
			field,
			`Bubble ${index + 1} of '${field}' ${length === 0 ? 'is empty' : `has ${length} characters; Feishu takes at most ${MOST_CHARACTERS}`}`,
			'Each bubble is a short answer',
		);
	});
	return found;
}
