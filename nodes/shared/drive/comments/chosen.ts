import { optionalPeopleField } from '../../contact/severalPeople';
import { idIn } from '../../fields/idField';
import { textField } from '../../fields/plain';
import { complaint, mappedField } from '../../operation/field';
import { anyDocumentField } from '../anyDocument';

export const document = anyDocumentField({
	types: ['bitable', 'doc', 'docx', 'file', 'sheet', 'slides'],
	takes: 'Folders and mind notes have no comments',
});

export const comment = idIn(
	'part',
	textField({
		displayName: 'Comment ID',
		name: 'commentId',
		required: true,
		placeholder: 'e.g. 6916106822734578184',
		description: 'As Get Many gives it',
	}),
);

export const reply = idIn(
	'part',
	textField({
		displayName: 'Reply ID',
		name: 'replyId',
		required: true,
		placeholder: 'e.g. 6916106822734594568',
		description: 'As Get gives it; the comment itself is its first reply',
	}),
);

/** In characters. Source: …/drive-v1/file-comment/create */
const MAX_TEXT = 10_000;

export const words = mappedField(
	textField({
		displayName: 'Text',
		name: 'commentText',
		required: true,
		typeOptions: { rows: 2 },
		placeholder: 'e.g. Are these the figures of November?',
		description: 'Plain text; a comment shows no formats',
	}),
	(given, label) => {
		if (given.length <= MAX_TEXT) return given;
		throw complaint(label, 'is too long', `Use up to ${MAX_TEXT} characters`);
	},
);

export const mentioned = optionalPeopleField({
	displayName: 'Mention',
	name: 'mention',
	description: 'Who is named at the beginning of the text, and told of it',
});

export const READ_SCOPES = ['docs:document.comment:read', 'drive:drive:readonly', 'drive:drive'];
