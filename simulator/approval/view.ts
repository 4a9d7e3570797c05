import { hasScope, USER_ID_SCOPES } from '../platform/scopes';
import type { ApprovalTask, Happening, Instance, InstanceComment } from '../state/approvals';
import type { Operator } from '../state/operator';
import type { Store } from '../state/store';
import { definitionOf, START, worded } from './definitions';
import { pendingTasks } from './flow';
import { showForm } from './form';

/** Who reads, and at which address of the platform. */
export interface Reader {
	store: Store;
	by: Operator;
	host: string;
	locale?: string;
}

/** Somebody in both ids; the user_id takes a scope, and nobody is two empty texts. */
export function idsOf(
	{ store, by }: Pick<Reader, 'store' | 'by'>,
	openId: string,
): { user_id?: string; open_id: string } {
	const user_id = openId === '' ? '' : store.contact.users.get(openId)?.user_id;
	const open_id = openId === '' ? '' : store.directory.openIdFor(by.app, openId);
	return { ...(user_id !== undefined && hasScope(by, USER_ID_SCOPES) && { user_id }), open_id };
}

export const ms = (time: number): string => String(time);

export const definitionNamed = ({ store }: Pick<Reader, 'store'>, { approval_code: code }: Instance) => {
	const definition = store.approvals.definitions.get(code);
	return definition ?? definitionOf(store, code);
};

export function nodeName(reader: Reader, instance: Instance, nodeId: string): string {
	const definition = definitionNamed(reader, instance);
	const node = definition.nodes.find(({ node_id: id }) => id === nodeId);
	return node ? worded(definition, node.name, reader.locale) : START.name;
}

function taskView(reader: Reader, instance: Instance, task: ApprovalTask): object {
	const node = definitionNamed(reader, instance).nodes.find(({ node_id: id }) => id === task.node_id);
	return {
		id: task.id,
		...idsOf(reader, task.open_id),
		status: task.status,
		node_id: task.node_id,
		node_name: nodeName(reader, instance, task.node_id),
		...(node?.custom_node_id !== undefined && { custom_node_id: node.custom_node_id }),
		type: task.type,
		start_time: ms(task.start),
		end_time: ms(task.end),
	};
}

/** What stands beside an event of the timeline, as JSON. */
function ext(reader: Reader, { type, others = [] }: Happening): string {
	if (others.length === 0 || type === 'CC') return '{}';
	const ids = others.map((id) => idsOf(reader, id));
	const lists = {
		user_id_list: ids.map(({ user_id }) => user_id ?? ''),
		open_id_list: ids.map(({ open_id }) => open_id),
	};
	return JSON.stringify(lists);
}

function happeningView(reader: Reader, happening: Happening): object {
	const { type, time, open_id, task_id, comment, node_key, cc, others = [], files } = happening;
	const ids = others.map((id) => idsOf(reader, id));
	return {
		type,
		create_time: ms(time),
		...idsOf(reader, open_id),
		...(type === 'CC' && {
			user_id_list: ids.flatMap(({ user_id }) => user_id ?? []),
			open_id_list: ids.map((each) => each.open_id),
			cc_user_list: cc?.map((each) => ({ cc_id: each.cc_id, ...idsOf(reader, each.open_id) })),
		}),
		...(task_id !== undefined && { task_id }),
		...(comment !== undefined && comment !== '' && { comment }),
		ext: ext(reader, happening),
		...(node_key !== undefined && { node_key }),
		...(files && { files }),
	};
}

function wordsOf({ content }: InstanceComment): { text: string; files: object[] } {
	const { text = '', files = [] } = JSON.parse(content) as { text?: string; files?: object[] };
	return { text, files };
}

const filesOf = (comment: InstanceComment) =>
	wordsOf(comment).files.map((file) => {
		const { url, fileSize, title, type } = file as Record<string, unknown>;
		return { url, file_size: fileSize, title, type };
	});

const commentView = (comment: InstanceComment) => ({
	id: comment.id,
	comment: wordsOf(comment).text,
	create_time: ms(comment.created),
	files: filesOf(comment),
});

/** As apps read it. Source: https://open.feishu.cn/document/server-docs/approval-v4/instance/get */
export function instanceView(reader: Reader, instance: Instance): object {
	const definition = definitionNamed(reader, instance);
	const place = { store: reader.store, app: reader.by.app, host: reader.host };
	return {
		approval_code: definition.approval_code,
		approval_name: worded(definition, definition.approval_name, reader.locale),
		instance_code: instance.instance_code,
		serial_number: instance.serial_number,
		uuid: instance.uuid,
		status: instance.status,
		reverted: instance.reverted,
		start_time: ms(instance.start),
		end_time: ms(instance.end),
		...idsOf(reader, instance.starter),
		department_id: instance.department_id,
		form: showForm(instance, definition, place, reader.locale),
		task_list: instance.tasks.map((task) => taskView(reader, instance, task)),
		comment_list: instance.comments
			.filter(({ deleted }) => !deleted)
			.map((comment) => ({ ...commentView(comment), ...idsOf(reader, comment.open_id) })),
		timeline: instance.timeline.map((happening) => happeningView(reader, happening)),
	};
}

/** As people read it, with other names for the same. */
export function detailView(reader: Reader, instance: Instance, idOf: (openId: string) => string): object {
	const definition = definitionNamed(reader, instance);
	const place = { store: reader.store, app: reader.by.app, host: reader.host };
	const waiting = pendingTasks(instance);
	const nodes = [...new Set(waiting.map(({ node_id: id }) => id))];
	return {
		definition_code: definition.approval_code,
		definition_name: worded(definition, definition.approval_name, reader.locale),
		instance_code: instance.instance_code,
		serial_number: instance.serial_number,
		status: instance.status,
		reverted: instance.reverted,
		start_time: ms(instance.start),
		end_time: ms(instance.end),
		user_id: idOf(instance.starter),
		department_id: instance.department_id,
		form: showForm(instance, definition, place, reader.locale),
		tasks: instance.tasks.map(({ id, open_id, status, node_id, type, start, end }) => ({
			...{ id, user_id: idOf(open_id), status, node_id, node_name: nodeName(reader, instance, node_id), type },
			...{ start_time: ms(start), end_time: ms(end) },
		})),
		comments: instance.comments
			.filter(({ deleted }) => !deleted)
			.map((comment) => ({ ...commentView(comment), user_id: idOf(comment.open_id) })),
		operation_records: instance.timeline.map((one) => ({
			...{ type: one.type, create_time: ms(one.time), user_id: idOf(one.open_id) },
			...(one.type === 'CC' && { cc_user_ids: (one.others ?? []).map(idOf) }),
			...(one.task_id !== undefined && { task_id: one.task_id }),
			...(one.comment && { comment: one.comment }),
			...(one.node_key !== undefined && {
				node_id: definition.nodes.find(({ node_key: key }) => key === one.node_key)?.node_id ?? START.node_id,
			}),
		})),
		current_nodes: nodes.map((node_id) => ({
			...{ node_id, node_name: nodeName(reader, instance, node_id) },
			type: waiting.find((task) => task.node_id === node_id)?.type,
			approvers: waiting
				.filter((task) => task.node_id === node_id)
				.map(({ id, open_id }) => ({ task_id: id, user_id: idOf(open_id) })),
		})),
	};
}
