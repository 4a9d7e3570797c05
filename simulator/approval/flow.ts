import { newId } from '../platform/ids';
import type { ApprovalNode, ApprovalTask, Definition, Happening, Instance, Round } from '../state/approvals';
import type { Store } from '../state/store';
import { START } from './definitions';
import { refused } from './problem';

export type InstanceState = Instance['status'] | 'REVERTED' | 'OVERTIME_CLOSE' | 'OVERTIME_RECOVER';
export type TaskState = ApprovalTask['status'] | 'REVERTED' | 'ROLLBACK' | 'OVERTIME_CLOSE' | 'OVERTIME_RECOVER';

/** Who hears of what happens to an instance. */
export interface Witness {
	instance(instance: Instance, status: InstanceState): void;
	task(instance: Instance, task: ApprovalTask, status: TaskState, extra?: string): void;
	copy(instance: Instance, copy: Instance['copies'][number], operate: 'CREATE' | 'READ'): void;
}

/** For what was there before anybody listened. */
export const NOBODY: Witness = { instance: () => undefined, task: () => undefined, copy: () => undefined };

/** One instance while it moves. */
export interface Course {
	store: Store;
	definition: Definition;
	instance: Instance;
	witness: Witness;
}

export const nodeAt = ({ definition, instance }: Pick<Course, 'definition' | 'instance'>): ApprovalNode | undefined =>
	definition.nodes[instance.at];

/** The key by which timelines and events call a node. */
export const keyOf = ({ nodes }: Definition, nodeId: string): string =>
	nodes.find(({ node_id: id }) => id === nodeId)?.node_key ?? START.node_key;

export function happen({ store, instance }: Course, happening: Omit<Happening, 'time'>): void {
	instance.timeline.push({ ...happening, time: store.tick() });
}

/** A task changes, and it is told. */
export function settle(
	course: Course,
	task: ApprovalTask,
	status: ApprovalTask['status'],
	told: TaskState = status,
): void {
	task.status = status;
	if (status !== 'PENDING') task.end = course.store.tick();
	course.witness.task(course.instance, task, told);
}

/** A new task for somebody, in the round that is going on. */
export function give(course: Course, open_id: string, type: ApprovalTask['type'], node_id: string): ApprovalTask {
	const { store, instance } = course;
	const id = newId.long();
	const task: ApprovalTask = { id, open_id, node_id, type, status: 'PENDING', start: store.tick(), end: 0 };
	instance.tasks.push(task);
	instance.round.push(task.id);
	return task;
}

export const tasksOfRound = ({ tasks, round }: Instance): ApprovalTask[] =>
	tasks.filter(({ id }) => round.includes(id));
export const pendingTasks = ({ tasks }: Instance): ApprovalTask[] => tasks.filter(({ status }) => status === 'PENDING');

/** All that waits is done without a decision. */
export function closeTasks(course: Course): void {
	for (const task of pendingTasks(course.instance)) settle(course, task, 'DONE');
}

function begin(course: Course, round: Round, node: string): void {
	const { instance } = course;
	instance.round = [];
	const isRow = round.type === 'SEQUENTIAL';
	// Of those who decide one after the other, the next ones get their task later.
	const [first, ...later] = round.people;
	const people = isRow && first !== undefined ? [first] : round.people;
	if (isRow && later.length > 0) instance.rounds.unshift({ type: 'SEQUENTIAL', people: later });
	for (const open_id of people) course.witness.task(instance, give(course, open_id, round.type, node), 'PENDING');
}

/** Sends a copy to people, once to each at a time. */
export function copyTo(course: Course, people: readonly string[], from = ''): void {
	const { store, instance } = course;
	const sent = people.map((open_id) => ({ cc_id: newId.long(), open_id, from, time: store.tick(), read: false }));
	instance.copies.push(...sent);
	const cc = sent.map(({ cc_id, open_id }) => ({ cc_id, open_id }));
	happen(course, { type: 'CC', open_id: from, others: [...people], cc, node_key: nodeAt(course)?.node_key });
	for (const copy of sent) course.witness.copy(instance, copy, 'CREATE');
}

/** A node decides by itself; nobody is named. Gives whether it goes on. */
function decideAlone(course: Course, node: ApprovalNode, type: 'AUTO_PASS' | 'AUTO_REJECT'): boolean {
	const task = give(course, '', type, node.node_id);
	settle(course, task, type === 'AUTO_PASS' ? 'APPROVED' : 'REJECTED');
	happen(course, { type, open_id: '', task_id: task.id, node_key: node.node_key });
	return type === 'AUTO_PASS';
}

export const peopleOf = (instance: Instance, node: ApprovalNode): string[] => [
	...(instance.chosen.get(node.node_id) ?? []),
	...node.people,
];

/** Goes on to what follows: the rest of a node, the next one, or the end. */
export function goOn(course: Course): void {
	const { definition, instance } = course;
	const rest = instance.rounds.shift();
	const current = nodeAt(course);
	if (rest && current) return begin(course, rest, current.node_id);
	instance.at += 1;
	const node = definition.nodes[instance.at];
	if (!node) return finish(course, 'APPROVED');
	const copied = [...(instance.copied.get(node.node_id) ?? []), ...(node.node_type === 'CC_NODE' ? node.people : [])];
	if (copied.length > 0) copyTo(course, copied);
	if (node.node_type === 'CC_NODE') return goOn(course);
	instance.round = [];
	const people = peopleOf(instance, node);
	const asked = instance.automatic.has(node.node_id) || people.length === 0;
	const automatic = node.automatic ?? (asked ? 'AUTO_PASS' : undefined);
	if (!automatic) return begin(course, { type: node.node_type, people }, node.node_id);
	if (decideAlone(course, node, automatic)) return goOn(course);
	finish(course, 'REJECTED');
}

/** Nothing follows any more. */
export function finish(course: Course, status: Instance['status']): void {
	const { store, instance, witness } = course;
	closeTasks(course);
	instance.rounds = [];
	instance.status = status;
	instance.end = store.tick();
	witness.instance(instance, status);
	store.changed();
}

/** Back at a node, or with who started it, who then has to hand it in again. */
export function goBack(course: Course, at: number): void {
	const { instance } = course;
	instance.rounds = [];
	instance.round = [];
	instance.at = at - 1;
	if (at >= 0) return goOn(course);
	instance.at = -1;
	course.witness.task(instance, give(course, instance.starter, 'AND', START.node_id), 'PENDING');
}

/** The task of somebody that waits for a decision; 1390010 where there is none, 1390009 where it is another's. */
export function taskOf(instance: Instance, taskId: string, openId: string): ApprovalTask {
	const task = instance.tasks.find(({ id }) => id === taskId);
	if (task?.status !== 'PENDING') throw refused.task();
	if (task.open_id !== openId) throw refused.denied();
	return task;
}
