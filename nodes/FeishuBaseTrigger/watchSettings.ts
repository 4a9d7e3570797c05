import type { INodeProperties } from 'n8n-workflow';

import { conditionsField, watchedFieldsField } from '../shared/base/watch/conditions';
import { includeOwnOption, simplifyRecordField } from '../shared/base/watch/watchFields';
import { tableField } from '../shared/base/table';
import { optionalViewField } from '../shared/base/view';
import { collectionField, fieldGroup, propertiesOf } from '../shared/fields/nested';
import { choicesField, flagField } from '../shared/fields/plain';
import { complaint, methodsOf, shownFor } from '../shared/operation/field';

const eventsField = choicesField({
	displayName: 'Events',
	name: 'events',
	options: [
		{
			name: 'Field Changed',
			value: 'field',
			action: 'On field changed',
			description: 'A field (column) of the table was added, changed or deleted',
		},
		{
			name: 'Record Changed',
			value: 'changed',
			action: 'On record changed',
			description: 'Cells of a record were changed',
		},
		{ name: 'Record Created', value: 'created', action: 'On record created', description: 'A record was added' },
		{
			name: 'Record Deleted',
			value: 'deleted',
			action: 'On record deleted',
			description: 'A record was deleted; the item has what was in it',
		},
	],
	default: ['created', 'changed'],
	required: true,
	description: 'What starts the workflow',
});

const watched = shownFor(watchedFieldsField, { events: ['changed'] });
const view = optionalViewField({
	description:
		'Only records that this view shows after the change. The view is read each time, 500 records in a request.',
});

const removeOption = flagField({
	displayName: 'Remove Subscription on Deactivation',
	name: 'removeSubscriptions',
	default: false,
	description:
		'Whether to end the subscription to the base when the workflow is deactivated, if this node made it and no other active workflow here uses it. It belongs to the app: another n8n that relies on it gets no more events either.',
});

const options = collectionField({ displayName: 'Options', name: 'options', placeholder: 'Add Option' }, [
	includeOwnOption,
	removeOption,
]);

/** What the panel says, all of it read before any call. */
export const watchSettings = fieldGroup(
	'watch',
	[tableField, eventsField, watched, view, conditionsField, simplifyRecordField, options],
	({ read, label }) => {
		const events = read(eventsField);
		if (events.length === 0) throw complaint(label(eventsField), 'is empty', 'Choose at least one event');
		const { includeOwn = false, removeSubscriptions = false } = read(options);
		return {
			table: read(tableField),
			events: new Set<string>(events),
			watched: events.includes('changed') ? read(watched) : [],
			view: read(view),
			conditions: read(conditionsField),
			simple: read(simplifyRecordField),
			includeOwn,
			removeSubscriptions,
		};
	},
);

export type WatchSettings = ReturnType<typeof watchSettings.read>;

export const watchProperties = (): INodeProperties[] => propertiesOf([watchSettings]);

export const watchMethods = methodsOf([watchSettings]);
