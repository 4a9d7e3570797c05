import { addSign, approve, reject, resubmit, rollBack, transfer } from '../../approval/decide';
import { type Course, taskOf } from '../../approval/flow';
import { takeForm } from '../../approval/form';
import { refused } from '../../approval/problem';
import { nodeNamed } from '../../approval/definitions';
import type { Call, Route } from '../../gateway/route';
import type { UserIdType } from '../../platform/ids';
import { integer, required, text, texts } from '../../platform/validate';
import type { ApprovalTask, Filled } from '../../state/approvals';
import { openIdOf } from '../../state/operator';
import { approvalRoute, courseOf, idType, INSTANCES, personOf, placeOf, TASKS } from './approvalRoute';

const AS_APP = ['approval:approval', 'approval:approval:readonly', 'approval:task'];
const AS_PERSON = { tokens: ['user'], scopes: ['approval:task:write'] } as const;

const named = { approval_code: required(text()), instance_code: required(text()), task_id: required(text()) };
const OF_APP = { ...named, user_id: required(text()), comment: text() };
const OF_PERSON = { instance_code: required(text()), task_id: required(text()), comment: text() };
const QUERY = { user_id_type: idType };

/** The task that an app decides in the name of its approver. */
function asApp(
	call: Call<{ user_id_type: UserIdType }>,
	{ approval_code, instance_code, task_id, user_id }: Record<keyof typeof named | 'user_id', string>,
): [Course, ApprovalTask] {
	const course = courseOf(call, instance_code, approval_code);
	const person = personOf(call, user_id, call.query.user_id_type);
	return [course, taskOf(course.instance, task_id, person)];
}

/** The task that a person decides. */
function asPerson(
	call: Call,
	{ instance_code, task_id }: { instance_code: string; task_id: string },
): [Course, ApprovalTask] {
	const course = courseOf(call, instance_code);
	return [course, taskOf(course.instance, task_id, openIdOf(call.by))];
}

const formOf = (call: Call, { definition }: Course, form: string | undefined): Filled[] | undefined =>
	form === undefined || form === '' ? undefined : takeForm(form, definition, placeOf(call));

const DONE = { data: {} };

const add = {
	add_sign_user_ids: required(texts({ min: 1 })),
	add_sign_type: required(integer({ min: 1, max: 3 })),
	approval_method: integer({ min: 1, max: 3 }),
};

interface Added {
	comment: string | undefined;
	add_sign_type: number;
	approval_method: number | undefined;
}

const sign = (
	course: Course,
	task: ApprovalTask,
	people: string[],
	{ comment, add_sign_type, approval_method = 1 }: Added,
) => addSign(course, task, { people, type: add_sign_type as 1, method: approval_method as 1, comment });

/** In the name of approvers. Source: https://open.feishu.cn/document/server-docs/approval-v4/task/approve and its neighbors */
const OF_APPS: readonly Route[] = [
	approvalRoute({
		method: 'POST',
		path: `${TASKS}/approve`,
		...{ scopes: AS_APP, query: QUERY, body: { ...OF_APP, form: text() } },
		handle(call) {
			const [course, task] = asApp(call, call.body);
			approve(course, task, { comment: call.body.comment, form: formOf(call, course, call.body.form) });
			return DONE;
		},
	}),
	approvalRoute({
		method: 'POST',
		path: `${TASKS}/reject`,
		...{ scopes: AS_APP, query: QUERY, body: { ...OF_APP, form: text() } },
		handle(call) {
			const [course, task] = asApp(call, call.body);
			reject(course, task, { comment: call.body.comment, form: formOf(call, course, call.body.form) });
			return DONE;
		},
	}),
	approvalRoute({
		method: 'POST',
		path: `${TASKS}/transfer`,
		...{ scopes: AS_APP, query: QUERY, body: { ...OF_APP, transfer_user_id: required(text()) } },
		handle(call) {
			const [course, task] = asApp(call, call.body);
			transfer(course, task, personOf(call, call.body.transfer_user_id, call.query.user_id_type), call.body.comment);
			return DONE;
		},
	}),
	approvalRoute({
		method: 'POST',
		path: `${TASKS}/resubmit`,
		...{ scopes: AS_APP, query: QUERY, body: { ...OF_APP, form: required(text()) } },
		handle(call) {
			const [course, task] = asApp(call, call.body);
			const { comment } = call.body;
			resubmit(course, task, { comment: comment && textOf(comment), form: formOf(call, course, call.body.form) });
			return DONE;
		},
	}),
	approvalRoute({
		method: 'POST',
		path: `${INSTANCES}/specified_rollback`,
		...{ scopes: AS_APP, tier: 4, query: QUERY },
		body: {
			...{ user_id: required(text()), task_id: required(text()), reason: text(), extra: text() },
			task_def_key_list: required(texts({ min: 1 })),
		},
		handle(call) {
			const { body, query, platform } = call;
			const instance = [...platform.store.approvals.instances.values()].find(({ tasks }) =>
				tasks.some(({ id }) => id === body.task_id),
			);
			// The page knows no code but this one.
			if (!instance) throw refused.params('task_id');
			const course = courseOf(call, instance.instance_code);
			const task = taskOf(instance, body.task_id, personOf(call, body.user_id, query.user_id_type));
			rollBack(course, task, body.task_def_key_list, body.reason);
			return DONE;
		},
	}),
	/** By user_ids alone, whatever else there is: the page has no user_id_type. */
	approvalRoute({
		method: 'POST',
		path: `${INSTANCES}/add_sign`,
		...{ scopes: AS_APP, tier: 4, body: { ...OF_APP, ...add } },
		handle(call) {
			const { body } = call;
			const course = courseOf(call, body.instance_code, body.approval_code);
			const task = taskOf(course.instance, body.task_id, personOf(call, body.user_id, 'user_id'));
			const people = body.add_sign_user_ids.map((id) => personOf(call, id, 'user_id'));
			sign(course, task, people, body);
			return DONE;
		},
	}),
];

/** The words of a comment that is JSON. */
function textOf(comment: string): string {
	try {
		const { text: words } = JSON.parse(comment) as { text?: string };
		return words ?? '';
	} catch {
		throw refused.params('comment is not JSON');
	}
}

/** By people themselves. Source: the API Explorer and the official command line */
const OF_PEOPLE: readonly Route[] = [
	approvalRoute({
		method: 'POST',
		path: `${TASKS}/pass`,
		...{ ...AS_PERSON, body: { ...OF_PERSON, form: text() } },
		handle(call) {
			const [course, task] = asPerson(call, call.body);
			approve(course, task, { comment: call.body.comment, form: formOf(call, course, call.body.form) });
			return DONE;
		},
	}),
	approvalRoute({
		method: 'POST',
		path: `${TASKS}/refuse`,
		...{ ...AS_PERSON, body: OF_PERSON },
		handle(call) {
			const [course, task] = asPerson(call, call.body);
			if (course.definition.free) throw refused.freeProcess();
			reject(course, task, { comment: call.body.comment, ...(course.definition.branches && { form: [] }) });
			return DONE;
		},
	}),
	approvalRoute({
		method: 'POST',
		path: `${TASKS}/forward`,
		...{ ...AS_PERSON, query: QUERY, body: { ...OF_PERSON, transfer_user_id: required(text()) } },
		handle(call) {
			const [course, task] = asPerson(call, call.body);
			transfer(course, task, personOf(call, call.body.transfer_user_id, call.query.user_id_type), call.body.comment);
			return DONE;
		},
	}),
	approvalRoute({
		method: 'POST',
		path: `${TASKS}/rollback`,
		...{ ...AS_PERSON, tier: 4, body: { ...OF_PERSON, node_ids: required(texts({ min: 1 })) } },
		handle(call) {
			const [course, task] = asPerson(call, call.body);
			const keys = call.body.node_ids.map((id) => nodeNamed(course.definition, id)?.node_key ?? id);
			rollBack(course, task, keys, call.body.comment);
			return DONE;
		},
	}),
	approvalRoute({
		method: 'POST',
		path: `${TASKS}/add_sign`,
		...{ ...AS_PERSON, tier: 4, query: QUERY, body: { ...OF_PERSON, ...add } },
		handle(call) {
			const [course, task] = asPerson(call, call.body);
			const people = call.body.add_sign_user_ids.map((id) => personOf(call, id, call.query.user_id_type));
			sign(course, task, people, call.body);
			return DONE;
		},
	}),
];

export const approvalTaskRoutes: readonly Route[] = [...OF_APPS, ...OF_PEOPLE];
