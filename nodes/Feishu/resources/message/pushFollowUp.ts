import { InputError } from '../../../../feishu/input';
import { rowsField } from '../../../shared/fields/nested';
import { textField } from '../../../shared/fields/plain';
import { messageField } from '../../../shared/im/message';
import { complaint, mappedField } from '../../../shared/operation/field';
import { defineOperation } from '../../../shared/operation/operation';
import { outputOf } from '../../../shared/operation/output';

/** @see https://open.feishu.cn/document/uAjLw4CM/ukTMukTMukTM/reference/im-v1/message/push_follow_up */
const MOST_BUBBLES = 3;
const MOST_CHARACTERS = 200;

const message = messageField({
	description: 'The newest message between the app and one person, sent by the app no more than 10 minutes ago',
});

const text = textField({
	displayName: 'Text',
	name: 'text',
	placeholder: 'e.g. Tell me more',
	description: 'What the bubble shows, and what a click on it sends',
});

const bubbles = mappedField(
	rowsField(
		{
			displayName: 'Bubbles',
			name: 'bubbles',
			groupKey: 'bubble',
			groupName: 'Bubble',
			placeholder: 'Add Bubble',
			description: 'One to three texts of up to 200 characters each',
		},
		[text],
	),
	(rows, label) => {
		if (rows.length === 0 || rows.length > MOST_BUBBLES)
			throw complaint(label, `holds ${rows.length} texts; Feishu takes 1 to ${MOST_BUBBLES}`, 'Add or remove a bubble');
		return rows.map(({ read }, index) => checkLength(read(text), index, label));
	},
);

export const pushFollowUp = defineOperation({
	value: 'pushFollowUp',
	name: 'Add Follow-Up Bubbles',
	action: 'Add follow up bubbles to a message',
	description: "Offer answers under the app's newest message to one person; a click sends one as theirs",
	endpoint: 'POST /open-apis/im/v1/messages/:message_id/push_follow_up',
	scopes: ['im:message:send_as_bot', 'im:message'],
	identity: 'app',
	fields: [message, bubbles],
	output: outputOf({ message_id: 'string', bubbles: ['string'] }),
	orderBy: ({ read }) => read(message),
	async run({ read, feishu }) {
		const message_id = read(message);
		const texts = read(bubbles);
		await feishu.call(this.endpoint, {
			path: { message_id },
			body: { follow_ups: texts.map((content) => ({ content })) },
		});
		return { message_id, bubbles: texts };
	},
});

/** @throws InputError when it is empty or too long */
function checkLength(words: string, index: number, label: string): string {
	const length = [...words].length;
	if (length > 0 && length <= MOST_CHARACTERS) return words;
	throw new InputError(
		label,
		`Bubble ${index + 1} of '${label}' ${length === 0 ? 'is empty' : `has ${length} characters; Feishu takes at most ${MOST_CHARACTERS}`}`,
		'Each bubble is a short answer',
	);
}
