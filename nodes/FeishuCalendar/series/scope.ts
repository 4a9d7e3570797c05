import { choiceField } from '../../shared/fields/plain';

export type Scope = 'this' | 'following' | 'all';

/** Which events of a series are meant; of an event that does not repeat, all mean the same. */
export const scopeField = choiceField({
	displayName: 'Of a Series',
	name: 'seriesScope',
	options: [
		{
			name: 'All Events',
			value: 'all',
			description: 'The series as a whole, with the events that were changed by themselves',
		},
		{ name: 'This and Following', value: 'following' },
		{ name: 'This Event', value: 'this' },
	],
	default: 'this',
	description: 'Which events are meant where it belongs to a series',
});
