import { conditionsField } from '../shared/base/watch/conditions';
import { includeOwnOption, simplifyRecordField } from '../shared/base/watch/watchFields';
import { Column } from '../shared/base/column';
import { searchFields } from '../shared/base/searchFields';
import { tableField } from '../shared/base/table';
import { optionalViewField } from '../shared/base/view';
import { fromList, optionalLocatorField, TEXT } from '../shared/fields/locator';
import { collectionField, fieldGroup } from '../shared/fields/nested';
import { choicesField } from '../shared/fields/plain';
import { complaint, mappedField } from '../shared/operation/field';

const eventsField = choicesField({
	displayName: 'Events',
	name: 'events',
	options: [
		{
			name: 'Record Changed',
			value: 'changed',
			action: 'On record changed',
			description: 'Cells of a record were changed',
		},
		{ name: 'Record Created', value: 'created', action: 'On record created', description: 'A record was added' },
	],
	default: ['created', 'changed'],
	required: true,
	description:
		'What starts the workflow. A record that was created and changed since the last poll comes once, as created. What was deleted can not be asked for: use the Feishu Base Trigger.',
});

const timeField = mappedField(
	optionalLocatorField({
		displayName: 'Last Modified Time Field',
		name: 'timeField',
		description:
			'A field of the type Last Modified Time, which makes a poll one request whatever the size of the table; without one the whole table is read each time, 500 records in a request. Where such a field follows some fields only, changes of others start nothing.',
		modes: [
			fromList('searchFields', 'Choose a field…'),
			{ displayName: 'By Name or ID', name: 'id', ...TEXT, placeholder: 'e.g. fldPTb0U2y' },
		],
		searches: { searchFields },
	}),
	(found, label) => found && new Column(found.value, label),
);

const view = optionalViewField({
	description: 'Only records that this view shows; it is read as a whole, 500 records in a request',
});

const options = collectionField({ displayName: 'Options', name: 'options', placeholder: 'Add Option' }, [
	includeOwnOption,
]);

/** What the panel says, all of it read before any call. */
export const pollSettings = fieldGroup(
	'poll',
	[tableField, eventsField, timeField, view, conditionsField, simplifyRecordField, options],
	({ read, label }) => {
		const events = read(eventsField);
		if (events.length === 0) throw complaint(label(eventsField), 'is empty', 'Choose at least one event');
		return {
			table: read(tableField),
			events: new Set<string>(events),
			timeField: read(timeField),
			view: read(view),
			conditions: read(conditionsField),
			simple: read(simplifyRecordField),
			includeOwn: read(options).includeOwn ?? false,
		};
	},
);

export type PollSettings = ReturnType<typeof pollSettings.read>;
