import { optionalDriveFolderField } from '../../../shared/drive/folder';
import { collectionField } from '../../../shared/fields/nested';
import { choicesField, flagField, textField } from '../../../shared/fields/plain';
import { complaint, mappedField } from '../../../shared/operation/field';

/** In characters. Source: …/search-v2/doc_wiki/search */
const MAX_QUERY = 50;

export const query = mappedField(
	textField({
		displayName: 'Search For',
		name: 'searchFor',
		required: true,
		placeholder: 'e.g. travel expenses',
		description: 'Words of titles and contents',
	}),
	(words, label) => {
		if (words.length <= MAX_QUERY) return words;
		throw complaint(label, 'is too long', `Use up to ${MAX_QUERY} characters`);
	},
);

const kinds = choicesField({
	displayName: 'Kinds',
	name: 'searchKinds',
	options: [
		{ name: 'Base', value: 'BITABLE' },
		{ name: 'Document', value: 'DOCX' },
		{ name: 'Document of the Old Kind', value: 'DOC' },
		{ name: 'File', value: 'FILE' },
		{ name: 'Folder', value: 'FOLDER' },
		{ name: 'Mind Note', value: 'MINDNOTE' },
		{ name: 'Page of a Wiki', value: 'WIKI' },
		{ name: 'Slides', value: 'SLIDES' },
		{ name: 'Spreadsheet', value: 'SHEET' },
	],
	default: [],
	description: 'Only what is one of these',
});

const inFolder = optionalDriveFolderField(
	{ displayName: 'In Folder', name: 'inFolder', description: 'Only what lies in this folder' },
	'In wikis search with Feishu Wiki → Page → Search',
);

const titles = flagField({
	displayName: 'Only Titles',
	name: 'onlyTitles',
	default: false,
	description: 'Whether to leave out what has the words in its content only',
});

export const options = collectionField({ displayName: 'Options', name: 'options', placeholder: 'Add option' }, [
	inFolder,
	kinds,
	titles,
]);
