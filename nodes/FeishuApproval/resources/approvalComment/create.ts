import { optionalPeopleField } from '../../../shared/contact/severalPeople';
import { namesOf, NAMES_CALL } from '../../../shared/contact/namesOf';
import { collectionField } from '../../../shared/fields/nested';
import { flagField, textField } from '../../../shared/fields/plain';
import { defineOperation } from '../../../shared/operation/operation';
import { outputOf } from '../../../shared/operation/output';
import { instanceField } from '../../instance/instanceField';
import { plainId } from '../../instance/plainId';
import { GET_INSTANCE } from '../../../shared/approval/readInstance';
import { ID_CALLS, openIds, ownId } from '../../people/ids';
import { nameWhomItDoesNotKnow } from '../../people/unknownPerson';
import { COMMENT_SCOPES, commenterField, commenterOf, commentTextField } from './fields';

const mentions = optionalPeopleField({
	displayName: 'Mention',
	name: 'commentMentions',
	description: 'Who is mentioned behind the text, and told of it',
});

const parent = plainId(
	textField({
		displayName: 'Reply To',
		name: 'replyTo',
		placeholder: 'e.g. 7081516627711606803',
		description: 'The ID of the comment that this one answers',
	}),
);

const silent = flagField({
	displayName: 'No Message',
	name: 'noMessage',
	default: false,
	description: 'Whether the bot of approvals tells nobody of it',
});

const options = collectionField({ displayName: 'Options', name: 'options', placeholder: 'Add option' }, [
	mentions,
	parent,
	silent,
]);

/** Source: https://open.feishu.cn/document/server-docs/approval-v4/instance-comment/create */
export const create = defineOperation({
	value: 'create',
	name: 'Create',
	action: 'Create a comment on an instance',
	description: 'Comment on an approval in the name of somebody, or answer a comment',
	endpoint: 'POST /open-apis/approval/v4/instances/:instance_id/comments',
	alsoCalls: [GET_INSTANCE, NAMES_CALL, ...ID_CALLS],
	scopes: COMMENT_SCOPES,
	identity: 'app',
	fields: [instanceField, commentTextField, commenterField, options],
	output: outputOf({ instance_code: 'string', comment_id: 'string' }),
	async run({ read, label, feishu, errorContext }) {
		const code = read(instanceField);
		const words = read(commentTextField);
		const commenter = read(commenterField);
		const { commentMentions, replyTo, noMessage } = read(options);
		const several = commentMentions && commentMentions.count > 0 ? commentMentions : undefined;
		nameWhomItDoesNotKnow(errorContext, {
			[label(commenterField)]: commenter,
			[`${label(options)} → ${mentions.label}`]: several,
		});
		const query = await commenterOf(feishu, code, commenter);
		const ids = several ? await openIds(feishu, several) : [];
		// All people of a request go by one kind of ID.
		if (several && commenter && query.user_id_type !== 'open_id') {
			const own = await ownId(feishu, commenter, label(commenterField));
			if (own.type !== 'open_id')
				throw commenterField.refuse('needs an open_id beside mentions', 'Choose the person from the list');
			Object.assign(query, { user_id: own.id, user_id_type: own.type });
		}
		const names = await namesOf(feishu, ids);
		const { text, at_info_list } = mentioning(words, ids, names);
		const { comment_id } = await feishu.call(this.endpoint, {
			path: { instance_id: code },
			query: { ...query },
			body: {
				content: JSON.stringify({ text }),
				...(at_info_list.length > 0 && { at_info_list }),
				...(replyTo && { parent_comment_id: replyTo }),
				...(noMessage && { disable_bot: true }),
			},
		});
		return { instance_code: code, comment_id };
	},
});

/** A mention stands in the text as @ and a name, and is told by where it begins. */
function mentioning(words: string, ids: readonly string[], names: ReadonlyMap<string, string>) {
	let text = words;
	const at_info_list = ids.map((user_id) => {
		const name = names.get(user_id) || user_id;
		const offset = text.length + 1;
		text += ` @${name}`;
		return { user_id, name, offset: String(offset) };
	});
	return { text, at_info_list };
}
