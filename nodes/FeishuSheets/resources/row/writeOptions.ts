import type { CellContext } from '../../../../feishu/sheets/writtenCell';
import { choiceField, flagField } from '../../../shared/fields/plain';
import { dataRowOption, headerRowOption, timeZoneOption } from './tableOptions';

const emptyValuesOption = choiceField({
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

export const textOption = choiceField<'strings', CellContext['strings']>({
	displayName: 'Text Is Written',
	name: 'strings',
	options: [
		{
			name: 'As If Typed',
			value: 'typed',
			description: 'Numbers, dates and true become such; 007 and long IDs stay text',
		},
		{ name: 'As It Is', value: 'text', description: 'Text stays text, also 5 and 2026-01-31' },
	],
	default: 'typed',
	description: 'What becomes of text. Numbers, dates and booleans that come as such are written as such in any case.',
});

export const formulasOption = flagField({
	displayName: 'Text Beginning With = Is a Formula',
	name: 'formulas',
	default: false,
	description: 'Whether such text is computed by the spreadsheet; otherwise it stays text',
});

const extraColumnsOption = choiceField({
	displayName: 'Unknown Columns',
	name: 'extraColumns',
	options: [
		{ name: 'Add to the Sheet', value: 'add', description: 'Behind the others, with its name in the header row' },
		{ name: 'Leave Out', value: 'leaveOut', description: 'A hint beside the output names them' },
		{ name: 'Refuse', value: 'refuse', description: 'The item fails' },
	],
	default: 'add',
	description: 'What becomes of values whose column the sheet does not have',
});

export const mentionsOption = choiceField({
	displayName: 'People Who Are Mentioned',
	name: 'mentions',
	options: [
		{ name: 'Are Not Told', value: 'silent' },
		{ name: 'Are Told', value: 'notify', description: 'They get a message with a link' },
		{ name: 'Are Told, and May Read', value: 'grant', description: 'They may open the spreadsheet as well' },
	],
	default: 'silent',
	description: 'Whether people whom a cell mentions hear of it',
});

/** What everything that writes rows offers. */
export const WRITE_OPTIONS = [
	headerRowOption,
	dataRowOption,
	timeZoneOption,
	emptyValuesOption,
	textOption,
	formulasOption,
	extraColumnsOption,
	mentionsOption,
] as const;

export interface WriteChoices {
	headerRow?: number;
	dataRow?: number;
	timeZone?: string;
	emptyValues?: 'clear' | 'leaveOut';
	strings?: CellContext['strings'];
	formulas?: boolean;
	extraColumns?: 'add' | 'leaveOut' | 'refuse';
	mentions?: 'silent' | 'notify' | 'grant';
}

/** How the cells of an item are written. @param timeZone of the workflow */
export const contextOf = (
	{ timeZone: zone, strings = 'typed', formulas = false, mentions = 'silent' }: WriteChoices,
	timeZone: string,
): CellContext => ({
	timeZone: zone ?? timeZone,
	strings,
	formulas,
	mentions: { notify: mentions !== 'silent', grantReadPermission: mentions === 'grant' },
});
