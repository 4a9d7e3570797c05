import { textField, choiceField, plainField } from '../../../shared/fields/plain';
import { textOf } from '../../../shared/fields/values';
import { complaint, mappedField, type Field } from '../../../shared/operation/field';

/** Characters. Source: …/calendar/create */
const MAX = { name: 255, description: 255 };

export const nameField = mappedField(
	textField({
		displayName: 'Name',
		name: 'calendarName',
		required: true,
		placeholder: 'e.g. Team events',
		description: 'What the calendar is called',
	}),
	shortName,
);

export const newNameField = mappedField(
	textField({ displayName: 'Name', name: 'newCalendarName', description: 'What the calendar is called' }),
	(text, label) => {
		if (text !== '') return shortName(text, label);
		throw complaint(label, 'is empty', 'Enter a name, or take the field away to keep the old one');
	},
);

function shortName(text: string, label: string): string {
	if (text.length <= MAX.name) return text;
	throw complaint(label, 'is too long', `Use up to ${MAX.name} characters`);
}

const color: Field<number, 'calendarColour'> = plainField(
	{
		displayName: 'Color',
		name: 'calendarColour',
		type: 'color',
		default: '#3370ff',
		description: 'Seen by the caller only; Feishu takes the nearest of its own',
	},
	(value, label) => {
		const text = textOf(label, value).trim();
		if (/^#[0-9a-f]{6}([0-9a-f]{2})?$/i.test(text)) return 0xff000000 | parseInt(text.slice(1, 7), 16) | 0;
		throw complaint(label, `holds no color: ${text.slice(0, 20)}`, 'A color looks like #3370ff');
	},
);

const alias = textField({
	displayName: 'Own Name',
	name: 'calendarAlias',
	description: 'What the calendar is called for the caller only',
});

const description = mappedField(
	textField({ displayName: 'Description', name: 'calendarDescription', description: 'What is in the calendar' }),
	(text, label) => {
		if (text.length <= MAX.description) return text;
		throw complaint(label, 'is too long', `Use up to ${MAX.description} characters`);
	},
);

const access = choiceField({
	displayName: 'Who Can See It',
	name: 'calendarAccess',
	options: [
		{ name: 'Everybody in the Organization', value: 'public', description: 'With all details' },
		{ name: 'Only Free or Busy', value: 'show_only_free_busy' },
		{ name: 'Only Those It Is Shared With', value: 'private' },
	],
	default: 'show_only_free_busy',
	description: 'What others see with whom it is not shared',
});

export const LOOKS = [access, color, description, alias] as const;

interface Looks {
	calendarAccess?: string;
	calendarColour?: number;
	calendarDescription?: string;
	calendarAlias?: string;
}

/** In the words of the endpoint; what was not filled in stays out. */
export const looksBody = ({ calendarAccess, calendarColour, calendarDescription, calendarAlias }: Looks) => ({
	...(calendarAccess !== undefined && { permissions: calendarAccess }),
	...(calendarColour !== undefined && { color: calendarColour }),
	...(calendarDescription !== undefined && { description: calendarDescription }),
	...(calendarAlias !== undefined && { summary_alias: calendarAlias }),
});
