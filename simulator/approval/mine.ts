import type { Copy, ApprovalTask, Instance } from '../state/approvals';
import type { Store } from '../state/store';

/** What waits for somebody, what they decided, what they started, and copies that they have not read or have. */
export type Topic = '1' | '2' | '3' | '17' | '18';

/** A row of somebody's lists; what they started has neither task nor copy. */
export interface Row {
	instance: Instance;
	task?: ApprovalTask;
	copy?: Copy;
}

const WAYS: Readonly<Record<Topic, (instance: Instance, openId: string) => Array<Omit<Row, 'instance'>>>> = {
	'1': ({ tasks }, openId) =>
		tasks.filter(({ open_id: id, status }) => id === openId && status === 'PENDING').map((task) => ({ task })),
	'2': ({ tasks }, openId) =>
		tasks.filter(({ open_id: id, status }) => id === openId && status !== 'PENDING').map((task) => ({ task })),
	'3': ({ starter }, openId) => (starter === openId ? [{}] : []),
	'17': ({ copies }, openId) =>
		copies.filter(({ open_id: id, read }) => id === openId && !read).map((copy) => ({ copy })),
	'18': ({ copies }, openId) =>
		copies.filter(({ open_id: id, read }) => id === openId && read).map((copy) => ({ copy })),
};

/** The newest first. */
export function rowsOf({ approvals }: Store, topic: Topic, openId: string): Row[] {
	const rows = [...approvals.instances.values()].flatMap((instance) =>
		WAYS[topic](instance, openId).map((row) => ({ instance, ...row })),
	);
	return rows.reverse();
}

/** Pages as people saw them: the first rows are not to be seen, and of the others every third one is. */
export const withHoles = <T>(rows: readonly T[]): Array<T | undefined> => [
	...[undefined, undefined, undefined],
	...rows.flatMap((row) => [row, undefined, undefined]),
];

const STATES: Readonly<Record<Instance['status'], string>> = {
	...{ PENDING: '1', APPROVED: '2', REJECTED: '3', CANCELED: '4', DELETED: '5' },
};

/** Of an instance in these lists: a number. */
export const stateNumber = ({ status }: Instance): string => STATES[status];

/** Of a row: what it is, except where a task went away undecided. */
export const rowStatus = (topic: Topic, { task, instance }: Row): string => {
	if (task?.status === 'DONE' && instance.status === 'CANCELED') return '34';
	return topic === '3' ? '2' : topic;
};
