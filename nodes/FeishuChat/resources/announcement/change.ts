import { isObject, type JsonObject } from '../../../../feishu/json';
import { fieldGroup } from '../../../shared/fields/nested';
import { choiceField, jsonField, textField } from '../../../shared/fields/plain';
import { complaint, mappedField, shownFor } from '../../../shared/operation/field';
import type { TextFormat } from './textBlocks';

export const changeField = choiceField({
	displayName: 'Change',
	name: 'change',
	options: [
		{ name: 'Add Blocks at the End (JSON)', value: 'blocks', description: 'For announcements of the newer kind' },
		{ name: 'Add Text at the End', value: 'append' },
		{ name: 'Replace With Text', value: 'replace', description: 'For announcements of the newer kind' },
		{
			name: 'Requests (JSON)',
			value: 'requests',
			description: 'Changes as the documents of the first generation take them: for announcements of the older kind',
		},
	],
	default: 'append',
	description: 'How the announcement changes. Groups made since December 2024 have one of the newer kind.',
});

const text = textField({
	displayName: 'Text',
	name: 'announcementText',
	typeOptions: { rows: 4 },
	required: true,
	placeholder: 'e.g. The office is closed on Friday',
	description: 'What is written',
});

const format = choiceField({
	displayName: 'Text Format',
	name: 'textFormat',
	options: [
		{ name: 'Markdown', value: 'markdown', description: 'An announcement of the older kind gets its words' },
		{ name: 'Plain Text', value: 'plain', description: 'Each line becomes a paragraph' },
	],
	default: 'plain',
	description: 'How the text is read',
});

const listOf = (displayName: string, name: string, description: string) =>
	mappedField(
		jsonField({ displayName, name, required: true, default: '[]', description }),
		(given, label): readonly JsonObject[] => {
			const list: unknown[] = Array.isArray(given) ? given : [given];
			if (list.length > 0 && list.every(isObject)) return list;
			throw complaint(label, 'must be a list of JSON objects', 'It starts with [ and ends with ]');
		},
	);

const requests = listOf('Requests', 'requests', 'A list of requests, each an object with its requestType');
const blocks = listOf('Blocks', 'blocks', 'A list of blocks, each an object with its block_type');

/** What changes. */
export type Change =
	| { change: 'append' | 'replace'; text: string; format: TextFormat }
	| { change: 'blocks' | 'requests'; list: readonly JsonObject[] };

export const changesField = fieldGroup(
	'changes',
	[
		changeField,
		shownFor(text, { change: ['append', 'replace'] }),
		shownFor(format, { change: ['append', 'replace'] }),
		shownFor(blocks, { change: ['blocks'] }),
		shownFor(requests, { change: ['requests'] }),
	],
	({ read }): Change => {
		const change = read(changeField);
		if (change === 'blocks') return { change, list: read(blocks) };
		if (change === 'requests') return { change, list: read(requests) };
		return { change, text: read(text), format: read(format) };
	},
);
