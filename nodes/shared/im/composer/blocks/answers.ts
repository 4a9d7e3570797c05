/** Blocks that ask for one thing, and tell the app of it at once. */
import { fieldGroup } from '../../../fields/nested';
import { choiceField, textField } from '../../../fields/plain';
import { shownFor } from '../../../operation/field';
import type { BlockKind, MakeBlock } from './block';
import { callbackValue } from './buttons';
import { offeredField } from './objects';

export const placeholder = textField({
	displayName: 'Placeholder',
	name: 'placeholder',
	placeholder: 'e.g. Choose one',
	description: 'What is shown before something is chosen or entered',
});

const from = choiceField({
	displayName: 'Choose From',
	name: 'selectFrom',
	options: [
		{ name: 'Choices', value: 'choices', description: 'What is listed here' },
		{ name: 'People', value: 'people', description: 'The members of the chat' },
	],
	default: 'choices',
	description: 'What the menu offers',
});

const choices = shownFor(offeredField({ required: true }), { selectFrom: ['choices'] });

export const select: BlockKind = {
	value: 'select',
	name: 'Select',
	description: 'A menu; the app is told of the choice at once',
	interactive: true,
	field: () =>
		fieldGroup('select', [from, choices, placeholder, callbackValue], ({ read }): MakeBlock => {
			const people = read(from) === 'people';
			const offered = people ? {} : { options: read(choices) };
			const words = { placeholder: read(placeholder), value: read(callbackValue) };
			return () => ({ type: 'select', people, ...offered, ...words });
		}),
};

const pick = choiceField({
	displayName: 'Pick',
	name: 'datePick',
	options: [
		{ name: 'Date', value: 'date' },
		{ name: 'Date and Time', value: 'datetime' },
		{ name: 'Time', value: 'time' },
	],
	default: 'date',
	description: 'What is picked',
});

export const datePicker: BlockKind = {
	value: 'date',
	name: 'Date Picker',
	description: 'A date or time; the app is told of it at once',
	interactive: true,
	field: () =>
		fieldGroup('date', [pick, placeholder, callbackValue], ({ read }): MakeBlock => {
			const kind = read(pick);
			const words = { placeholder: read(placeholder), value: read(callbackValue) };
			return () => ({ type: 'date', kind, ...words });
		}),
};
