import { timeZoneField } from '../../shared/calendar/timeZone';
import { collectionField } from '../../shared/fields/nested';
import { flagField } from '../../shared/fields/plain';
import { waitForRooms } from '../invite/invite';
import { DETAILS, titleField } from './details';
import { notifyField } from './notifyField';
import { writtenField } from './when';

const start = writtenField({
	displayName: 'Start',
	name: 'newStart',
	description:
		'Where only this is given, the event takes as long as before; on the clock of the event, unless Options → Time Zone says another',
});
const end = writtenField({
	displayName: 'End',
	name: 'newEnd',
	description: 'Of whole days the last one; what is not given of both is taken from the event',
});
const allDay = flagField({
	displayName: 'All Day',
	name: 'nowAllDay',
	default: true,
	description: 'Whether it takes whole days; with Start and End, as they are entered anew',
});
/** What is changed of an event. */
export const changes = collectionField(
	{
		displayName: 'Changes',
		name: 'eventChanges',
		placeholder: 'Add change',
		description: 'What is not added stays as it is',
	},
	[...DETAILS, titleField, start, end, allDay],
);
export const options = collectionField({ displayName: 'Options', name: 'options', placeholder: 'Add option' }, [
	notifyField,
	timeZoneField({ hint: 'Of times that are written without an offset; that of the event unless chosen' }, 'event'),
	waitForRooms,
]);

/** Whether a change was filled in: a time that was added and left empty is none, and neither are no files. */
export const isGiven = ({ attachFiles = [], ...given }: { attachFiles?: readonly unknown[] }): boolean =>
	attachFiles.length > 0 || Object.values(given).some((value) => value !== undefined);
