import type { IDataObject } from 'n8n-workflow';

import { formValues } from '../../../feishu/approval/formValues';
import { inWords } from '../../../feishu/approval/timeline';
import { isObject, text, type JsonObject } from '../../../feishu/json';
import { outputOf } from '../operation/output';
import type { Instance } from './readInstance';
import { isoTime } from './times';

const WHO = { 'open_id?': 'string', 'name?': 'string' } as const;

/** An instance as it comes out. Times are ISO 8601. */
export const INSTANCE_SHAPE = {
	instance_code: 'string',
	'approval_code?': 'string',
	'approval_name?': 'string',
	'serial_number?': 'string',
	status: 'string',
	reverted: 'boolean',
	started_by: { ...WHO, 'user_id?': 'string' },
	'department_id?': 'string',
	'department_name?': 'string',
	'started_at?': 'string',
	'ended_at?': 'string',
	'uuid?': 'string',
	form: { '*': 'any' },
	waiting_for: [{ ...WHO, task_id: 'string', 'node_id?': 'string', 'node_name?': 'string' }],
	history: 'string',
	timeline: [
		{ ...WHO, 'at?': 'string', type: 'string', words: 'string', 'node_name?': 'string', 'comment?': 'string' },
	],
	comments: [{ ...WHO, id: 'string', comment: 'string', 'at?': 'string' }],
} as const;

export const INSTANCE = outputOf(INSTANCE_SHAPE);

type Names = ReadonlyMap<string, string>;

/** The open_ids of all whom an instance names, those first who are asked and who started it. */
export function peopleIn(instance: Instance): string[] {
	const { open_id, tasks, records, comments } = instance;
	const told = [
		open_id,
		...tasks.map((task) => task.open_id),
		...records.flatMap((one) => [one.open_id, ...one.whom]),
		...comments.map((one) => one.open_id),
		...idsIn(formValues(instance.form), 'open_id'),
	];
	return [...new Set(told)].filter((id) => id !== '');
}

/** The open_department_ids of all departments that it names. */
export function departmentsIn({ department_id, form }: Instance): string[] {
	const told = [department_id, ...idsIn(formValues(form), 'open_department_id')];
	return [...new Set(told)].filter((id) => id.startsWith('od-'));
}

function idsIn(value: unknown, key: 'open_id' | 'open_department_id'): string[] {
	if (Array.isArray(value)) return value.flatMap((one) => idsIn(one, key));
	if (!isObject(value)) return [];
	const id = text(value[key]);
	return id !== '' ? [id] : Object.values(value).flatMap((one) => idsIn(one, key));
}

/** An instance with plain values, and what happened in words. @param names of people and departments by their IDs, as far as they are known */
export function plainInstance(instance: Instance, names: Names): IDataObject {
	const { tasks } = instance;
	const stepOf = new Map(tasks.map(({ task_id, node_name }) => [task_id, node_name]));
	const nodeOf = new Map(tasks.map(({ node_id, node_name }) => [node_id, node_name]));
	const timeline = instance.records.map((one) => ({
		at: isoTime(one.create_time),
		type: one.type,
		...who(one.open_id, names),
		...defined({ node_name: stepOf.get(one.task_id) || nodeOf.get(one.node_id), comment: one.comment }),
		...defined({ files: one.files }),
		words: inWords({
			type: one.type,
			who: called(one.open_id, names),
			whom: one.whom.map((id) => called(id, names)),
			comment: one.comment,
		}),
	}));
	return {
		instance_code: instance.instance_code,
		...defined({
			approval_code: instance.approval_code,
			approval_name: instance.approval_name,
			serial_number: instance.serial_number,
		}),
		status: instance.status,
		reverted: instance.reverted,
		started_by: { ...who(instance.open_id, names), ...defined({ user_id: instance.user_id }) },
		...defined({
			department_id: instance.department_id,
			department_name: names.get(instance.department_id),
			started_at: isoTime(instance.start_time),
			ended_at: isoTime(instance.end_time),
			uuid: instance.uuid,
		}),
		form: named(formValues(instance.form), names) as IDataObject,
		waiting_for: tasks
			.filter(({ status }) => status === 'PENDING')
			.map(({ task_id, node_id, node_name, open_id }) => ({
				task_id,
				...who(open_id, names),
				...defined({ node_id, node_name }),
			})),
		history: timeline.map(({ at, words }) => [at, words].filter(Boolean).join(' ')).join('\n'),
		timeline: timeline.map(defined),
		comments: instance.comments.map((one) => ({
			id: one.id,
			...who(one.open_id, names),
			...defined({ at: isoTime(one.create_time), files: one.files }),
			comment: one.comment,
		})),
	};
}

function who(open_id: string, names: Names): IDataObject {
	return defined({ open_id, name: names.get(open_id) });
}

const called = (open_id: string, names: Names): string => names.get(open_id) || open_id;

/** People and departments in a form with their names. */
function named(value: unknown, names: Names): unknown {
	if (Array.isArray(value)) return value.map((one) => named(one, names));
	if (!isObject(value)) return value;
	const name = names.get(text(value.open_id) || text(value.open_department_id));
	if (name) return { ...value, name };
	return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, named(one, names)]));
}

function defined(values: JsonObject): IDataObject {
	return Object.fromEntries(
		Object.entries(values).filter(([, value]) => value !== undefined && value !== ''),
	) as IDataObject;
}
