import { isObject, text, type JsonObject } from '../json';
import { lateFrom } from './taskTime';

/** What the platform can't filter by. All that is given has to be true. */
export interface TaskFilter {
	completed?: boolean;
	overdue?: boolean;
	/** Milliseconds; of a date its first moment in the zone. */
	dueAfter?: number;
	dueBefore?: number;
	createdAfter?: number;
	createdBefore?: number;
	/** Of one of these, by their IDs. */
	assignees?: readonly string[];
	/** Words of the summary or the description. */
	words?: string;
	/** With nobody assigned. */
	unassigned?: boolean;
}

export interface Now {
	now: number;
	timeZone: string;
}

const isDone = ({ completed_at: at }: JsonObject): boolean => Number(at ?? 0) > 0;

function assigneesOf({ members }: JsonObject): string[] {
	const all = Array.isArray(members) ? members.filter(isObject) : [];
	return all.filter(({ role }) => role === 'assignee').map(({ id }) => text(id));
}

function within(ms: number | undefined, after: number | undefined, before: number | undefined): boolean {
	if (after === undefined && before === undefined) return true;
	return ms !== undefined && ms >= (after ?? -Infinity) && ms <= (before ?? Infinity);
}

/** The moment until which something may be done without being late; of a date the last one of that day. */
function dueOf(task: JsonObject, timeZone: string): number | undefined {
	const due = isObject(task.due) ? task.due : undefined;
	const late = lateFrom(due, timeZone);
	return late !== undefined && due?.is_all_day === true ? late - 1 : late;
}

/** Whether a task, as any of the endpoints tells of it, fits. */
export function fitsTask(task: JsonObject, filter: TaskFilter, { now, timeZone }: Now): boolean {
	const due = dueOf(task, timeZone);
	const words = `${text(task.summary)}\n${text(task.description)}`.toLowerCase();
	const assigned = assigneesOf(task);
	const created = task.created_at === undefined ? undefined : Number(task.created_at);
	return (
		(filter.completed === undefined || filter.completed === isDone(task)) &&
		(!filter.overdue || (!isDone(task) && due !== undefined && due < now)) &&
		within(due, filter.dueAfter, filter.dueBefore) &&
		(created === undefined || within(created, filter.createdAfter, filter.createdBefore)) &&
		(filter.assignees === undefined || filter.assignees.some((id) => assigned.includes(id))) &&
		(!filter.unassigned || assigned.length === 0) &&
		(filter.words === undefined || words.includes(filter.words.toLowerCase()))
	);
}
