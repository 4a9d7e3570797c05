import { choiceField } from '../../../shared/fields/plain';

/** What a page may be made with. Documents of the old kind and files can't be made. Source: …/wiki-v2/space-node/create */
export const kindField = choiceField({
	displayName: 'Kind',
	name: 'pageKind',
	options: [
		{ name: 'Base', value: 'bitable' },
		{ name: 'Document', value: 'docx' },
		{ name: 'Mind Note', value: 'mindnote' },
		{ name: 'Slides', value: 'slides' },
		{ name: 'Spreadsheet', value: 'sheet' },
	],
	default: 'docx',
	description: 'What lies in the page',
});
