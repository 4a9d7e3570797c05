import { textField } from '../../../shared/fields/plain';
import { complaint, mappedField } from '../../../shared/operation/field';

/** Source: …/docx-v1/document/create */
const MAX_TITLE = 800;

const words = { displayName: 'Title', name: 'pageTitle', placeholder: 'e.g. Meeting notes' } as const;

const checked = (given: string, label: string): string => {
	if (given.length <= MAX_TITLE) return given;
	throw complaint(label, 'is too long', `Use up to ${MAX_TITLE} characters`);
};

export const titleField = mappedField(
	textField({ ...words, required: true, description: 'What the page is called' }),
	checked,
);

export const optionalTitleField = mappedField(
	textField({ ...words, description: 'Empty for the title that the page has' }),
	checked,
);
