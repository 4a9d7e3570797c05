import type { IDataObject } from 'n8n-workflow';

import { isObject, parseObject, text, type JsonObject } from '../../../feishu/json';
import type { FeishuClient } from '../client/client';

/** For an app, which sees all. */
export const GET_INSTANCE = 'GET /open-apis/approval/v4/instances/:instance_id';
/** For a person, who sees their own. */
export const GET_INSTANCE_DETAIL = 'GET /open-apis/approval/v4/instances/detail';

/** What whoever reads an instance has to list among its calls. */
export const INSTANCE_CALLS = [GET_INSTANCE, GET_INSTANCE_DETAIL] as const;

/** What somebody is asked to decide, or has decided. */
export interface Task {
	task_id: string;
	node_id: string;
	node_name: string;
	status: string;
	/** Empty of what decided by itself. */
	open_id: string;
	/** Empty where the app may not know it, and for persons. */
	user_id: string;
}

/** One thing that happened. */
export interface Happening {
	type: string;
	create_time: string;
	open_id: string;
	/** open_ids of those whom it concerns beside. */
	whom: string[];
	task_id: string;
	node_id: string;
	comment: string;
	files: unknown;
}

export interface Comment {
	id: string;
	open_id: string;
	comment: string;
	create_time: string;
	files: unknown;
}

/** An instance in one shape, whoever asked: the two endpoints have other names for the same. */
export interface Instance {
	instance_code: string;
	approval_code: string;
	approval_name: string;
	serial_number: string;
	status: string;
	reverted: boolean;
	open_id: string;
	user_id: string;
	department_id: string;
	start_time: string;
	end_time: string;
	uuid: string;
	/** JSON text. */
	form: string;
	tasks: Task[];
	records: Happening[];
	comments: Comment[];
	/** As the platform says it. */
	raw: IDataObject;
}

/** @throws CallError @see https://open.feishu.cn/document/server-docs/approval-v4/instance/get */
export async function readInstance(feishu: FeishuClient, code: string, locale?: string): Promise<Instance> {
	const query = { locale, user_id_type: 'open_id' };
	if (await feishu.isPerson()) {
		const asked = { ...query, instance_code: code };
		return fromPerson(await feishu.call<IDataObject>(GET_INSTANCE_DETAIL, { query: asked }), code);
	}
	return fromApp(await feishu.call<IDataObject>(GET_INSTANCE, { path: { instance_id: code }, query }), code);
}

function common(raw: IDataObject, code: string) {
	return {
		instance_code: text(raw.instance_code) || code,
		serial_number: text(raw.serial_number),
		status: text(raw.status),
		reverted: raw.reverted === true,
		department_id: text(raw.department_id),
		start_time: text(raw.start_time),
		end_time: text(raw.end_time),
		uuid: text(raw.uuid),
		form: text(raw.form),
		raw,
	};
}

function fromApp(raw: IDataObject, code: string): Instance {
	return {
		...common(raw, code),
		approval_code: text(raw.approval_code),
		approval_name: text(raw.approval_name),
		open_id: text(raw.open_id),
		user_id: text(raw.user_id),
		tasks: listOf(raw.task_list).map((task) => ({
			...taskOf(task),
			open_id: text(task.open_id),
			user_id: text(task.user_id),
		})),
		records: listOf(raw.timeline).map((one) => ({
			...recordOf(one),
			open_id: text(one.open_id),
			whom: whomOf(one),
			node_id: text(one.node_key),
		})),
		comments: listOf(raw.comment_list).map((one) => ({ ...commentOf(one), open_id: text(one.open_id) })),
	};
}

/**
 * Who gets a copy stands beside the event, to whom it was handed on and who was added in the JSON text of `ext`.
 * @see https://open.feishu.cn/document/server-docs/approval-v4/instance/get `timeline.ext`
 */
function whomOf({ open_id_list, cc_user_list, ext }: JsonObject): string[] {
	const copies = listOf(cc_user_list).map(({ open_id }) => text(open_id));
	return [...new Set([...texts(open_id_list), ...copies, ...texts(parseObject(text(ext))?.open_id_list)])];
}

/** People are told by the kind of ID that was asked for. */
function fromPerson(raw: IDataObject, code: string): Instance {
	return {
		...common(raw, code),
		approval_code: text(raw.definition_code),
		approval_name: text(raw.definition_name),
		open_id: text(raw.user_id),
		user_id: '',
		tasks: listOf(raw.tasks).map((task) => ({ ...taskOf(task), open_id: text(task.user_id), user_id: '' })),
		records: listOf(raw.operation_records).map((one) => ({
			...recordOf(one),
			open_id: text(one.user_id),
			whom: texts(one.cc_user_ids),
			node_id: text(one.node_id),
		})),
		comments: listOf(raw.comments).map((one) => ({ ...commentOf(one), open_id: text(one.user_id) })),
	};
}

const taskOf = ({ id, node_id, node_name, status }: JsonObject) => ({
	task_id: text(id),
	node_id: text(node_id),
	node_name: text(node_name),
	status: text(status),
});

const recordOf = ({ type, create_time, task_id, comment, files }: JsonObject) => ({
	type: text(type),
	create_time: text(create_time),
	task_id: text(task_id),
	comment: text(comment),
	files,
});

const commentOf = ({ id, comment, create_time, files }: JsonObject) => ({
	id: text(id),
	comment: text(comment),
	create_time: text(create_time),
	files,
});

function listOf(value: unknown): JsonObject[] {
	return Array.isArray(value) ? value.filter(isObject) : [];
}

function texts(value: unknown): string[] {
	return Array.isArray(value) ? value.map(text).filter((one) => one !== '') : [];
}
