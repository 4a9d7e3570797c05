import { optionalUserField } from '../../../shared/contact/person';
import { filledField, textField } from '../../../shared/fields/plain';
import type { FeishuClient } from '../../../shared/client/client';
import type { Person } from '../../../shared/contact/person';
import { readInstance } from '../../../shared/approval/readInstance';
import { plainId } from '../../instance/plainId';

export const COMMENT_SCOPES = ['approval:instance.comment', 'approval:approval'];

/** Comments are somebody's, and no app writes any of its own. */
export const commenterField = optionalUserField({
	displayName: 'Comment As',
	name: 'commenter',
	description: 'Whose comment it is, or who reads; whoever started the approval where it is empty',
});

export const commentTextField = filledField({
	displayName: 'Text',
	name: 'commentText',
	required: true,
	typeOptions: { rows: 3 },
	placeholder: 'e.g. The invoice is still missing',
	description: 'What the comment says',
});

export const commentIdField = plainId(
	textField({
		displayName: 'Comment ID',
		name: 'commentId',
		required: true,
		placeholder: 'e.g. 7081516627711606803',
		description: 'As Create and Get Many tell it',
	}),
);

export interface Commenter {
	user_id: string;
	user_id_type: string;
}

/** Who comments, as the platform takes it. */
export async function commenterOf(feishu: FeishuClient, code: string, person: Person | undefined): Promise<Commenter> {
	if (person) {
		const { id, type } = await person.id(feishu);
		return { user_id: id, user_id_type: type };
	}
	const { open_id, user_id } = await readInstance(feishu, code);
	return open_id === '' ? { user_id, user_id_type: 'user_id' } : { user_id: open_id, user_id_type: 'open_id' };
}
