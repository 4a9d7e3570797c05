import type { ApprovalTask, Filled, Round } from '../state/approvals';
import { requireCondition } from './conditions';
import { START } from './definitions';
import {
	closeTasks,
	type Course,
	finish,
	give,
	goBack,
	goOn,
	happen,
	keyOf,
	nodeAt,
	pendingTasks,
	settle,
	tasksOfRound,
} from './flow';
import { changeForm } from './form';
import { refused } from './problem';

interface Decision {
	comment?: string;
	form?: readonly Filled[];
}

/** What nobody can decide in any way but in the client: 1390018; and what waits for who started it. */
function requireDecidable(course: Course, task: ApprovalTask): void {
	const { definition } = course;
	if (task.node_id === START.node_id) throw refused.params('the task waits to be resubmitted');
	if (definition.nodes.find(({ node_id: id }) => id === task.node_id)?.require_signature) throw refused.signature();
}

/** Where the path depends on the form, a decision brings it. */
function takeDecision(course: Course, task: ApprovalTask, { form }: Decision): void {
	requireDecidable(course, task);
	if (course.definition.branches && !form) throw refused.params('form is required');
	if (form) changeForm(course.instance, form);
}

const told = (course: Course, task: ApprovalTask, type: string, comment = '') =>
	happen(course, {
		type,
		open_id: task.open_id,
		task_id: task.id,
		comment,
		node_key: keyOf(course.definition, task.node_id),
	});

/** Somebody agrees; the node is done when one of OR has, or all of AND, or the last one of a row. */
export function approve(course: Course, task: ApprovalTask, decision: Decision): void {
	requireCondition(course.definition, 'approve');
	takeDecision(course, task, decision);
	settle(course, task, 'APPROVED');
	told(course, task, 'PASS', decision.comment);
	const others = tasksOfRound(course.instance).filter(({ status }) => status === 'PENDING');
	if (task.type === 'OR') for (const other of others) settle(course, other, 'DONE');
	else if (others.length > 0) {
		// The page says so: those who are left are told of once more.
		for (const other of others) course.witness.task(course.instance, other, 'PENDING');
		return course.store.changed();
	}
	goOn(course);
	course.store.changed();
}

/** Somebody refuses, which ends it for all. */
export function reject(course: Course, task: ApprovalTask, decision: Decision): void {
	takeDecision(course, task, decision);
	settle(course, task, 'REJECTED');
	told(course, task, 'REJECT', decision.comment);
	closeTasks(course);
	if (course.definition.rejectsToStart) goBack(course, -1);
	else finish(course, 'REJECTED');
	course.store.changed();
}

export function transfer(course: Course, task: ApprovalTask, to: string, comment?: string): void {
	requireDecidable(course, task);
	settle(course, task, 'TRANSFERRED');
	happen(course, {
		...{ type: 'TRANSFER', open_id: task.open_id, task_id: task.id, comment: comment ?? '', others: [to] },
		node_key: keyOf(course.definition, task.node_id),
	});
	course.witness.task(course.instance, give(course, to, task.type, task.node_id), 'PENDING');
	course.store.changed();
}

const SIGNS = { 1: 'ADD_APPROVER_BEFORE', 2: 'ADD_APPROVER_AFTER', 3: 'ADD_APPROVER' } as const;
const METHODS = { 1: 'OR', 2: 'AND', 3: 'SEQUENTIAL' } as const;

export interface AddedSign {
	people: string[];
	/** 1 before the one who adds them, 2 after, 3 beside. */
	type: 1 | 2 | 3;
	/** 1 one of them, 2 all, 3 one after the other. */
	method: 1 | 2 | 3;
	comment?: string;
}

/** Further people decide: before somebody, who is asked again then, after, or at the same time. */
export function addSign(course: Course, task: ApprovalTask, { people, type, method, comment }: AddedSign): void {
	requireDecidable(course, task);
	const { instance, witness } = course;
	happen(course, {
		...{ type: SIGNS[type], open_id: task.open_id, task_id: task.id, comment: comment ?? '', others: people },
		node_key: keyOf(course.definition, task.node_id),
	});
	const added: Round = { type: METHODS[method], people };
	if (type === 3)
		for (const person of people) witness.task(instance, give(course, person, task.type, task.node_id), 'PENDING');
	else {
		instance.rounds.unshift(...(type === 1 ? [added, { type: task.type, people: [task.open_id] }] : [added]));
		settle(course, task, type === 1 ? 'DONE' : 'APPROVED');
		if (tasksOfRound(instance).every(({ status }) => status !== 'PENDING') || task.type === 'OR') {
			for (const other of pendingTasks(instance)) settle(course, other, 'DONE');
			goOn(course);
		}
	}
	course.store.changed();
}

/** Back to nodes that have passed, of which the first one is where it goes on, or to who started it. */
export function rollBack(course: Course, task: ApprovalTask, keys: readonly string[], comment?: string): void {
	requireDecidable(course, task);
	const { definition, instance, witness } = course;
	const places = keys.map((key) => {
		if (key === START.node_key || key === START.node_id) return -1;
		const at = definition.nodes.findIndex(({ node_key, node_id }) => node_key === key || node_id === key);
		const passed = instance.timeline.some(
			(one) => one.type === 'PASS' && one.node_key === definition.nodes[at]?.node_key,
		);
		if (at < 0 || !passed || at >= instance.at) throw refused.params(`node ${key} has not passed`);
		return at;
	});
	if (places.length === 0) throw refused.params('no node to go back to');
	const at = Math.min(...places);
	const node = definition.nodes[at];
	const people = at < 0 ? [instance.starter] : (node?.people ?? []);
	happen(course, {
		...{ type: 'ROLLBACK_SELECTED', open_id: task.open_id, task_id: task.id, comment: comment ?? '' },
		...{ others: [...people], node_key: nodeAt(course)?.node_key },
	});
	task.status = 'DONE';
	task.end = course.store.tick();
	const extra = JSON.stringify({
		rollback_node_ids: [node?.node_key ?? START.node_key],
		rollback_custom_node_ids: node?.custom_node_id === undefined ? [] : [node.custom_node_id],
	});
	witness.task(instance, task, 'ROLLBACK', extra);
	closeTasks(course);
	goBack(course, at);
	course.store.changed();
}

/** Who started it hands it in again, after it came back. */
export function resubmit(course: Course, task: ApprovalTask, { comment, form }: Decision): void {
	if (task.node_id !== START.node_id) throw refused.params('the task is no resubmission');
	if (form) course.instance.form = [...form];
	settle(course, task, 'APPROVED');
	told(course, task, 'START', comment);
	goOn(course);
	course.store.changed();
}
