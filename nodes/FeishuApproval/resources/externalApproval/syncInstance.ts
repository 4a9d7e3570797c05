import type { IDataObject } from 'n8n-workflow';

import type { FeishuClient } from '../../../shared/client/client';
import type { Person } from '../../../shared/contact/person';
import { defineOperation } from '../../../shared/operation/operation';
import { outputOf } from '../../../shared/operation/output';
import { adviseOnCode, externalCodeField, INSTANCE_SCOPES } from '../../external/fields';
import { Texts } from '../../external/texts';
import { ID_CALLS, ownId } from '../../people/ids';
import { nameWhomItDoesNotKnow } from '../../people/unknownPerson';
import {
	formField,
	instanceIdField,
	instanceOptions,
	lines,
	linkField,
	startedByField,
	statusField,
	task,
	tasksField,
} from './instanceFields';

/** @see https://open.feishu.cn/document/server-docs/approval-v4/external_instance/create `task_list` */
const MOST_TASKS = 300;

/** What goes on has no end yet: the platform wants a zero. */
const isOpen = (status: string): boolean => status === 'PENDING' || status === 'HIDDEN';

/** Source: https://open.feishu.cn/document/server-docs/approval-v4/external_instance/create */
export const syncInstance = defineOperation({
	value: 'syncInstance',
	name: 'Sync Instance',
	action: 'Sync an instance of an external approval',
	description: 'Show an approval of another system, and who decides, in the approval centre, or change what is shown',
	endpoint: 'POST /open-apis/approval/v4/external_instances',
	alsoCalls: ID_CALLS,
	scopes: INSTANCE_SCOPES,
	identity: 'app',
	fields: [
		externalCodeField,
		instanceIdField,
		statusField,
		linkField,
		startedByField,
		formField,
		tasksField,
		instanceOptions,
	],
	output: outputOf({ approval_code: 'string', instance_id: 'string', status: 'string', 'process_record?': 'any' }),
	// A later state must not be overtaken by an earlier one.
	orderBy: ({ read }) => read(instanceIdField),
	async run({ read, label, feishu, errorContext }) {
		adviseOnCode(errorContext);
		const approval_code = read(externalCodeField);
		const instance_id = read(instanceIdField);
		const [status, link] = [read(statusField), read(linkField)];
		const starter = read(startedByField);
		const texts = new Texts();
		const form = read(formField).map((row) => ({
			name: texts.key(row.read(lines.controlName)) ?? '',
			value: texts.key(row.read(lines.controlValue)) ?? '',
		}));
		const rows = read(tasksField).map((row) => {
			const person = row.read(task.approver);
			if (!person) throw row.refuse(task.approver, 'is empty', 'Choose who decides');
			const state = row.read(task.taskStatus);
			const at = { person, label: row.label(task.approver), task_id: row.read(task.taskId), state };
			return { ...at, node_name: row.read(task.step) };
		});
		if (rows.length > MOST_TASKS)
			throw tasksField.refuse(`has ${rows.length} tasks`, `Up to ${MOST_TASKS} are possible`);
		nameWhomItDoesNotKnow(errorContext, { [label(startedByField)]: starter, [label(tasksField)]: rows[0] });
		const options = read(instanceOptions);
		const starterName = options.externalStarterName ?? '';
		if (!starter && starterName === '')
			throw startedByField.refuse('is empty', 'Choose who started it, or add Started By (Name) under Options');
		const now = String(Date.now());
		const start_time = options.externalStarted === undefined ? now : String(options.externalStarted);
		const end = options.externalEnded === undefined ? now : String(options.externalEnded);
		const links = { pc_link: link, mobile_link: link };
		const task_list: IDataObject[] = [];
		for (const row of rows)
			task_list.push({
				task_id: row.task_id,
				...(await idOf(feishu, row.person, row.label)),
				links,
				status: row.state,
				create_time: start_time,
				end_time: row.state === 'PENDING' ? '0' : end,
				update_time: now,
				...(row.node_name !== '' && { node_name: texts.key(row.node_name) }),
			});
		const { process_record } = await feishu.call(this.endpoint, {
			body: {
				approval_code,
				instance_id,
				status,
				links,
				...(options.externalTitle && { title: texts.key(options.externalTitle) }),
				...(form.length > 0 && { form }),
				...(starter && (await idOf(feishu, starter, label(startedByField)))),
				...(starterName !== '' && { user_name: texts.key(starterName) }),
				start_time,
				end_time: isOpen(status) ? '0' : end,
				update_time: now,
				update_mode: options.externalMode ?? 'REPLACE',
				task_list,
				i18n_resources: texts.resources('list'),
			},
			idempotent: true,
		});
		return { approval_code, instance_id, status, ...(process_record ? { process_record } : {}) };
	},
});

/** It takes either kind of ID under a key of its own. */
async function idOf(feishu: FeishuClient, person: Person, label: string): Promise<IDataObject> {
	const { id, type } = await ownId(feishu, person, label);
	return { [type]: id };
}
