/** Rows of lists in one shape: each endpoint has names of its own. */
import type { IDataObject } from 'n8n-workflow';

import { isObject, object, text, type JsonObject } from '../../../feishu/json';
import { isoTime } from '../../shared/approval/times';
import { who, WHO } from '../people/who';

/** What lists tell of an instance. */
export const LISTED = {
	instance_code: 'string',
	'approval_code?': 'string',
	'approval_name?': 'string',
	'is_external?': 'boolean',
	'title?': 'string',
	'serial_number?': 'string',
	status: 'string',
	'started_by?': WHO,
	'started_at?': 'string',
	'ended_at?': 'string',
	'summaries?': { '*': 'string' },
	'link?': 'string',
} as const;

/** By the numbers of lists of persons. Source: the API Explorer's approval-v4/instance/initiated */
const INSTANCE_STATES: Readonly<Record<string, string>> = {
	'0': 'NONE',
	'1': 'PENDING',
	'2': 'APPROVED',
	'3': 'REJECTED',
	'4': 'CANCELED',
	'5': 'TERMINATED',
};

/** The search has words of its own for two. */
const SEARCHED: Readonly<Record<string, string>> = { RECALL: 'CANCELED', REJECT: 'REJECTED' };

/** @see https://open.feishu.cn/document/server-docs/approval-v4/task/query `status` */
const TASK_STATES: Readonly<Record<string, string>> = {
	'1': 'PENDING',
	'2': 'DONE',
	'17': 'UNREAD',
	'18': 'READ',
	'33': 'PROCESSING',
	'34': 'WITHDRAWN',
};

const stateOf = (said: unknown, words: Readonly<Record<string, string>>): string => {
	const key = String(said ?? '');
	return words[key] ?? SEARCHED[key.toUpperCase()] ?? key.toUpperCase();
};

/** An instance of a search. @see https://open.feishu.cn/document/server-docs/approval-v4/approval-search/query-2 */
export function searchedInstance(found: IDataObject): IDataObject {
	const [approval, instance] = [object(found.approval), object(found.instance)];
	return defined({
		instance_code: text(instance.code) || text(instance.external_id),
		approval_code: approval.code,
		approval_name: approval.name,
		is_external: approval.is_external,
		title: instance.title,
		serial_number: instance.serial_id,
		status: stateOf(instance.status, {}),
		started_by: who(instance.user_id),
		started_at: isoTime(instance.start_time),
		ended_at: isoTime(instance.end_time),
		link: linkOf(instance.link),
	});
}

/** A task of a search stands beside its instance. */
export function searchedTask(found: IDataObject): IDataObject {
	const task = object(found.task);
	const { status, started_by, started_at: _start, ended_at: _end, link, title, ...instance } = searchedInstance(found);
	return defined({
		task_id: text(task.task_id) || text(task.task_external_id),
		status: stateOf(task.status, TASK_STATES),
		person: who(task.user_id),
		...instance,
		title: text(task.title) || title,
		instance_status: status,
		started_by,
		started_at: isoTime(task.start_time),
		ended_at: isoTime(task.end_time),
		link: linkOf(task.link) ?? link,
	});
}

/** A copy of a search. */
export function searchedCopy(found: IDataObject): IDataObject {
	const cc = object(found.cc);
	return defined({
		person: who(cc.user_id),
		read_status: stateOf(cc.read_status, {}),
		copied_at: isoTime(cc.create_time),
		...searchedInstance(found),
		...(linkOf(cc.link) !== undefined && { link: linkOf(cc.link) }),
	});
}

/** An instance that the person has started. */
export function initiatedInstance(found: IDataObject): IDataObject {
	return defined({
		instance_code: text(found.instance_code) || text(found.instance_external_id),
		approval_code: found.definition_code,
		approval_name: found.definition_name,
		status: stateOf(found.instance_status, INSTANCE_STATES),
		started_by: who(found.initiator),
		summaries: summariesOf(found.summaries),
		link: found.link,
	});
}

/** A task in somebody's list: of an app (`process…`) or of a person. */
export function listedTask(found: IDataObject): IDataObject {
	const { initiators, urls, support_api_operate } = found;
	return defined({
		task_id: text(found.task_id) || text(found.task_external_id),
		title: found.title,
		status: stateOf(found.status, TASK_STATES),
		instance_code:
			text(found.instance_code) ||
			text(found.instance_external_id) ||
			text(found.process_code) ||
			text(found.process_external_id),
		instance_status: stateOf(found.instance_status ?? found.process_status, INSTANCE_STATES),
		approval_code: found.definition_code,
		approval_name: found.definition_name,
		started_by: who(
			text(found.initiator) || firstOf(initiators),
			text(found.initiator_name) || firstOf(found.initiator_names),
		),
		summaries: summariesOf(found.summaries),
		// Of a task that asks for a signature no program may decide.
		decidable: typeof support_api_operate === 'boolean' ? support_api_operate : undefined,
		link: text(found.link) || text(object(urls).pc) || text(object(urls).mobile),
	});
}

const firstOf = (list: unknown): string => (Array.isArray(list) ? text(list[0]) : '');

function linkOf(link: unknown): string | undefined {
	const { pc_link, mobile_link } = object(link);
	return text(pc_link) || text(mobile_link) || undefined;
}

/** What the list shows of the form, by its names. */
function summariesOf(summaries: unknown): IDataObject | undefined {
	if (!Array.isArray(summaries)) return undefined;
	return Object.fromEntries(summaries.filter(isObject).map(({ key, value }) => [text(key), text(value)]));
}

function defined(values: JsonObject): IDataObject {
	return Object.fromEntries(
		Object.entries(values).filter(([, value]) => value !== undefined && value !== '' && value !== null),
	) as IDataObject;
}
