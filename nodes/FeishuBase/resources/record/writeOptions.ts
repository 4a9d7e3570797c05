import { flagField, choiceField } from '../../../shared/fields/plain';
import type { ValueOf } from '../../../shared/operation/field';

const emptyCellsOption = choiceField({
	displayName: 'Empty Values',
	name: 'emptyValues',
	options: [
		{ name: 'Clear the Cell', value: 'clear' },
		{ name: 'Leave Out', value: 'leaveOut', description: 'What is in the cell stays' },
	],
	default: 'clear',
	description:
		'What null or empty text of an item or an expression does. Columns that nobody filled in are left out, and those whose expression gives nothing at all.',
});

const unknownOptionsOption = choiceField({
	displayName: 'New Select Options',
	name: 'newOptions',
	options: [
		{ name: 'Create', value: 'create', description: 'The field gets a further option' },
		{ name: 'Leave Out', value: 'leaveOut', description: 'The record is written without it' },
		{ name: 'Refuse', value: 'refuse', description: 'The item fails' },
	],
	default: 'create',
	description: 'What becomes of a value that is no option of its select field yet',
});

const unknownKeysOption = choiceField({
	displayName: 'Unknown Keys',
	name: 'unknownKeys',
	options: [
		{ name: 'Leave Out', value: 'leaveOut', description: 'A hint beside the output names them' },
		{ name: 'Refuse', value: 'refuse', description: 'The item fails' },
	],
	default: 'leaveOut',
	description: 'What becomes of keys of an item for which the table has no field, with Map Automatically',
});

const wholeRecordOption = flagField({
	displayName: 'Return Whole Record',
	name: 'wholeRecord',
	default: false,
	description:
		'Whether to read what was written again, with formulas and automatic fields; one more request for 100 records',
});

/** Of what changes records. */
export const attachmentsOption = choiceField({
	displayName: 'Attachments',
	name: 'attachments',
	options: [
		{ name: 'Add to the Cell', value: 'add', description: 'The files that are in the cell stay' },
		{ name: 'Replace the Cell', value: 'replace', description: 'As everything else that is written' },
	],
	default: 'replace',
	description: 'What becomes of files that are in a cell already; to add, 100 records are read with one request first',
});

export type Attachments = ValueOf<typeof attachmentsOption>;

/** What everything that writes cells offers. */
export const WRITE_OPTIONS = [emptyCellsOption, unknownOptionsOption, unknownKeysOption, wholeRecordOption] as const;
