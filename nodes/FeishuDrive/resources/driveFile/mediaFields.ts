import { textField } from '../../../shared/fields/plain';
import { complaint, mappedField } from '../../../shared/operation/field';

/** A file that lies in a document, and in no folder. @throws InputError */
export const mediaField = mappedField(
	textField({
		displayName: 'File Token',
		name: 'mediaFile',
		required: true,
		placeholder: 'e.g. boxcnrHpsg1QDqXAAAyachabcef',
		description: 'Of a file in a document, a base or a spreadsheet: an attachment or an image',
	}),
	(token, label) => {
		if (/^[A-Za-z0-9]{10,64}$/.test(token)) return token;
		throw complaint(label, `holds no token of a file: ${token.slice(0, 60)}`, 'Take file_token of the attachment');
	},
);

export const extra = textField({
	displayName: 'Extra',
	name: 'mediaExtra',
	placeholder: 'e.g. {"bitablePerm":{"tableId":"tbl…","rev":5}}',
	description: 'What a base with advanced permissions wants to know; it stands in the address of the attachment',
});
