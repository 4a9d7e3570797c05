import { newId } from '../platform/ids';
import type { ApprovalNode, Definition, Filled, Instance } from '../state/approvals';
import { nodeNamed, START } from './definitions';
import { type Course, finish, goOn, happen, type Witness } from './flow';
import { refused } from './problem';
import type { Store } from '../state/store';

const MOST_COPIES = 20;

export interface StartRequest {
	definition: Definition;
	/** open_id in the store. */
	starter: string;
	department_id?: string;
	form: Filled[];
	/** By the id of a node, either of them. */
	approvers?: ReadonlyArray<{ key: string; people: string[] }>;
	copies?: ReadonlyArray<{ key: string; people: string[] }>;
	automatic?: readonly string[];
	uuid?: string;
	title?: string;
	forbid_revoke?: boolean;
	instance_code?: string;
}

type Chosen = StartRequest['approvers'];

function byNode(definition: Definition, chosen: Chosen = []): Map<string, string[]> {
	const found = chosen.map(({ key, people }): [string, string[]] => {
		const isStart = key === START.node_id || key === START.node_key;
		const node = nodeNamed(definition, key);
		if (!node && !isStart) throw refused.params(`node ${key} does not exist`);
		return [node?.node_id ?? START.node_id, people];
	});
	return new Map(found);
}

/** A node whose approvers are to be chosen has some, and not more than it takes. */
function requireChosen({ nodes }: Definition, chosen: ReadonlyMap<string, string[]>): void {
	for (const node of nodes) {
		if (!node.need_approver) continue;
		const people = chosen.get(node.node_id) ?? [];
		if (people.length === 0) throw refused.params(`node ${node.node_id} needs approvers`);
		if (node.approver_chosen_multi === false && people.length > 1)
			throw refused.params(`node ${node.node_id} takes one approver`);
		requireInRange(node, people);
	}
}

/** 0 everybody, 1 people who are named, 2 roles, which nobody here has. */
function requireInRange({ node_id, approver_chosen_range: range = [] }: ApprovalNode, people: readonly string[]): void {
	const named = range
		.filter(({ approver_range_type: type }) => type === 1)
		.flatMap(({ approver_range_ids: ids }) => ids);
	if (named.length === 0) return;
	if (people.some((id) => !named.includes(id))) throw refused.params(`node ${node_id} does not take this approver`);
}

const serial = (store: Store) => {
	const day = new Date(store.clock.now()).toISOString().slice(0, 10).replaceAll('-', '');
	return `${day}${String(store.approvals.instances.size + 1).padStart(4, '0')}`;
};

/** Starts an approval; it is with its first approvers then, or at its end. */
export function start(store: Store, request: StartRequest, witness: Witness): Instance {
	const { definition, starter, form, uuid = '' } = request;
	const chosen = byNode(definition, request.approvers);
	const copied = byNode(definition, request.copies);
	if ([...copied.values()].flat().length > MOST_COPIES) throw refused.params('too many cc');
	requireChosen(definition, chosen);
	if (uuid !== '' && store.approvals.instance(uuid)) throw refused.usedUuid();
	const automatic = (request.automatic ?? []).map((key) => {
		const node = nodeNamed(definition, key);
		if (!node) throw refused.params(`node ${key} does not exist`);
		return node.node_id;
	});
	const instance: Instance = {
		instance_code: request.instance_code ?? newId.approval(),
		instance_id: newId.long(),
		approval_code: definition.approval_code,
		uuid,
		serial_number: serial(store),
		title: request.title ?? '',
		starter,
		department_id: request.department_id ?? store.contact.users.get(starter)?.department_ids[0] ?? '',
		status: 'PENDING',
		reverted: false,
		forbid_revoke: request.forbid_revoke ?? false,
		form,
		start: store.tick(),
		end: 0,
		at: -1,
		tasks: [],
		round: [],
		rounds: [],
		chosen,
		copied,
		automatic: new Set(automatic),
		timeline: [],
		comments: [],
		copies: [],
	};
	store.approvals.instances.set(instance.instance_code, instance);
	const course: Course = { store, definition, instance, witness };
	happen(course, { type: 'START', open_id: starter, node_key: START.node_key });
	witness.instance(instance, 'PENDING');
	goOn(course);
	store.changed();
	return instance;
}

/** Who started it takes it back: while it lasts, or after the approval where the definition lets people. */
export function withdraw(course: Course): void {
	const { store, definition, instance, witness } = course;
	if (instance.reverted) throw refused.reverted();
	const since = store.clock.now() - instance.end;
	const mayRevert =
		instance.status === 'APPROVED' && since <= definition.revertDays * 86_400_000 && definition.revertDays > 0;
	if (mayRevert) {
		instance.reverted = true;
		happen(course, { type: 'CANCEL', open_id: instance.starter });
		witness.instance(instance, 'REVERTED');
		return store.changed();
	}
	if (instance.status !== 'PENDING') throw refused.busy('instance is finished');
	if (!definition.revocable || instance.forbid_revoke) throw refused.busy('revoke is not allowed');
	happen(course, { type: 'CANCEL', open_id: instance.starter });
	finish(course, 'CANCELED');
}

/** An administrator takes away a definition, and with it all that waits. */
export function removeDefinition(store: Store, definition: Definition, witness: Witness): void {
	definition.status = 'DELETED';
	for (const instance of store.approvals.instances.values()) {
		if (instance.approval_code !== definition.approval_code || instance.status !== 'PENDING') continue;
		const course = { store, definition, instance, witness };
		happen(course, { type: 'DELETE', open_id: '' });
		finish(course, 'DELETED');
	}
	store.changed();
}
