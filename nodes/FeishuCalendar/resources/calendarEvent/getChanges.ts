import type { IDataObject, IExecuteFunctions } from 'n8n-workflow';

import { codeOf } from '../../../../feishu/api/call';
import { text } from '../../../../feishu/json';
import { ownCalendarField } from '../../../shared/calendar/calendar';
import { EVENT_SCOPES } from '../../../shared/calendar/endpoints';
import { choiceField, filledField, flagField } from '../../../shared/fields/plain';
import { decidedField, variantField } from '../../../shared/fields/variants';
import { defineOperation } from '../../../shared/operation/operation';
import { outputOf } from '../../../shared/operation/output';
import { tell } from '../../../shared/operation/tell';
import { refusedField } from '../../event/refusedField';
import { changes, GET_EVENTS } from '../../event/changes';
import { allDayEnds, EVENT_SHAPE, eventItem } from '../../event/eventItem';

/** The mark is out of date, or of something else: everything is read anew. Source: …/calendar-event/list */
const MARK_OVER = [190008, 190009];

const calendar = ownCalendarField();
const first = flagField({
	displayName: 'All Events the First Time',
	name: 'allAtFirst',
	default: false,
	description: 'Whether the first run gives all events; otherwise it only sets the mark',
});
const mark = filledField({
	displayName: 'Mark',
	name: 'changeMark',
	required: true,
	placeholder: 'e.g. ListCalendarsSyncToken_1632452910_1632539310',
	description: 'The sync_token of the last event of an earlier run',
});
const since = variantField(
	choiceField({
		displayName: 'Since',
		name: 'changesSince',
		options: [
			{ name: 'A Mark', value: 'mark' },
			{ name: 'The Beginning', value: 'beginning', description: 'All events, and a mark for later' },
			{ name: 'The Last Run', value: 'last', description: 'The workflow keeps the mark while it is published' },
		],
		default: 'last',
		description: 'From when on changes are listed',
	}),
	{ beginning: decidedField('beginning', undefined), last: first, mark },
);

/** Of a mark that was entered: all events in place of the changes would be something else than was asked for. */
const WRONG = {
	what: 'is no mark of this calendar, or is too old',
	advice: 'Take the sync_token of an event that came out last. Since → The Beginning gives a new one, with all events',
};
/** n8n keeps what a node remembers only when the workflow runs by itself. */
const NOT_KEPT =
	'Executed by hand, the node does not keep the mark: every time is the first one. It keeps it once the workflow is published and runs by itself; to look at changes here, choose Since → A Mark';

/** What the workflow keeps of each calendar. */
const marksOf = (context: IExecuteFunctions): IDataObject => context.getWorkflowStaticData('node');

export const getChanges = defineOperation({
	value: 'getChanges',
	name: 'Get Changes',
	action: 'Get the events that have changed',
	description: 'List events that were made, changed or deleted since the last time, each series once',
	endpoint: GET_EVENTS,
	scopes: EVENT_SCOPES,
	identity: 'either',
	fields: [calendar, since],
	output: outputOf({ ...EVENT_SHAPE, sync_token: 'string' }),
	orderBy: ({ read }) => read(calendar).written,
	async run({ read, ...asking }) {
		const { feishu, context } = asking;
		const place = read(calendar);
		const { choice, value } = read(since);
		const calendar_id = await place.id(asking);
		const kept = marksOf(context);
		const known = choice === 'mark' ? value : choice === 'last' ? text(kept[calendar_id]) || undefined : undefined;
		const found = await changes(feishu, calendar_id, known).catch(async (error: unknown) => {
			if (known === undefined || !MARK_OVER.includes(codeOf(error) ?? 0)) throw error;
			if (choice === 'mark') throw refusedField(error, mark.label, WRONG.what, WRONG.advice);
			tell(context, ['The mark was too old, so all events are listed anew'], 'warning');
			return await changes(feishu, calendar_id, undefined);
		});
		if (choice === 'last') {
			kept[calendar_id] = found.mark;
			if (context.getMode() === 'manual') tell(context, [NOT_KEPT], 'warning');
		}
		if (choice === 'last' && known === undefined && !value) return [];
		const ends = await allDayEnds(feishu);
		return found.events.map((event) => ({ ...eventItem(event, ends), sync_token: found.mark }));
	},
});
