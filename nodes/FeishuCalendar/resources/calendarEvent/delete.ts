import { DELETE_EVENT } from '../../../shared/calendar/endpoints';
import { collectionField } from '../../../shared/fields/nested';
import { defineOperation } from '../../../shared/operation/operation';
import { outputOf } from '../../../shared/operation/output';
import { text } from '../../../../feishu/json';
import { chosenEvent } from '../../event/chosen';
import { notifyField } from '../../event/notifyField';
import { scopeField } from '../../series/scope';
import {
	deleteEvent,
	deleteExceptions,
	exceptionsOf,
	ruleBefore,
	SERIES_CALLS,
	setRule,
	targetOf,
} from '../../series/series';

const options = collectionField({ displayName: 'Options', name: 'options', placeholder: 'Add option' }, [notifyField]);

/** The platform deletes no event that was changed by itself along with its series, so these go one by one. */
export const deleteOperation = defineOperation({
	value: 'delete',
	name: 'Delete',
	action: 'Delete an event',
	description: 'Delete an event: this one, this and following, or all of a series',
	endpoint: DELETE_EVENT,
	alsoCalls: SERIES_CALLS,
	scopes: ['calendar:calendar.event:delete', 'calendar:calendar'],
	identity: 'either',
	fields: [chosenEvent, scopeField, options],
	output: outputOf({ deleted: 'boolean', event_id: 'string', 'changed_events_deleted?': 'number' }),
	orderBy: ({ read }) => read(chosenEvent).key,
	async run({ read, ...asking }) {
		const { feishu } = asking;
		const chosen = read(chosenEvent);
		const scope = read(scopeField);
		const notify = read(options).notifyAttendees ?? true;
		const calendar_id = await chosen.calendar.id(asking);
		const target = await targetOf(feishu, calendar_id, chosen, scope, chosen.label);
		const { series, original } = target;
		const done = { deleted: true, event_id: chosen.event_id };
		if (target.scope === 'this' || !series) {
			await deleteEvent(feishu, target.path, notify);
			return done;
		}
		const exceptions = await exceptionsOf(feishu, series, target.scope === 'all' ? 0 : original);
		if (target.scope === 'all') await deleteEvent(feishu, series.path, notify);
		else await setRule(feishu, series.path, ruleBefore(text(series.event.recurrence), original, series.when));
		await deleteExceptions(feishu, exceptions, notify);
		return { ...done, changed_events_deleted: exceptions.length };
	},
});
