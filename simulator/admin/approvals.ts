import type { FastifyInstance } from 'fastify';
import { approve, reject, transfer } from '../approval/decide';
import { addDefinition, worded } from '../approval/definitions';
import { type Course, NOBODY, taskOf, type Witness } from '../approval/flow';
import { showForm, takeForm } from '../approval/form';
import { removeDefinition, start, withdraw } from '../approval/instances';
import { tellApps, tellDefinition } from '../events/approvalEvents';
import type { Platform } from '../gateway/platform';
import { PlatformError } from '../platform/envelope';
import {
	type ApprovalNode,
	type ApprovalTask,
	type Definition,
	DEFINITION_CONDITIONS,
	type Instance,
	type Widget,
} from '../state/approvals';
import { anyApp } from './bases';
import { adminError } from './errors';

interface NewDefinition {
	approval_name: string;
	approval_code?: string;
	form?: Widget[];
	/** With the open_ids of people. */
	nodes?: Array<Partial<ApprovalNode>>;
	free?: boolean;
	branches?: boolean;
	revertDays?: number;
}

interface Deed {
	open_id: string;
	task_id: string;
	deed: 'approve' | 'reject' | 'transfer';
	comment?: string;
	/** Of whom it is handed to. */
	to?: string;
}

/** Does what a person asks for; a refusal of the platform is told in its words. */
function said<T>(work: () => T): T {
	try {
		return work();
	} catch (error) {
		if (error instanceof PlatformError) throw adminError(400, `${error.code} ${error.msg}`);
		throw error;
	}
}

/** What people do with approvals, and what administrators make. All of it is events. */
export function approvalAdminRoutes(server: FastifyInstance, platform: Platform): void {
	const { store } = platform;
	const { approvals } = store;
	const witness = (): Witness => (store.apps.size === 0 ? NOBODY : tellApps(platform));
	const nameOf = (openId: string) => store.contact.users.get(openId)?.name ?? '';

	const personOf = (openId: string): string => {
		if (!store.contact.users.has(openId)) throw adminError(404, 'There is no such person');
		return openId;
	};
	const definitionOf = (code: string): Definition => {
		const definition = approvals.definitions.get(code);
		if (!definition) throw adminError(404, 'There is no such definition');
		return definition;
	};
	const courseOf = (code: string): Course => {
		const instance = approvals.instance(code);
		if (!instance) throw adminError(404, 'There is no such approval');
		return { store, instance, definition: definitionOf(instance.approval_code), witness: witness() };
	};
	const taskView = ({ id, open_id, node_id, status }: ApprovalTask, definition: Definition) => ({
		...{ id, open_id, name: nameOf(open_id), status },
		node: worded(definition, definition.nodes.find(({ node_id: own }) => own === node_id)?.name ?? ''),
	});
	const instanceView = (instance: Instance) => {
		const definition = definitionOf(instance.approval_code);
		const form = showForm(instance, definition, { store, app: anyApp(platform), host: '' });
		return {
			...{ instance_code: instance.instance_code, approval_code: instance.approval_code, status: instance.status },
			approval_name: worded(definition, definition.approval_name),
			...{ serial_number: instance.serial_number, reverted: instance.reverted, starter: instance.starter },
			...{ starter_name: nameOf(instance.starter), start: instance.start, form: JSON.parse(form) as unknown },
			tasks: instance.tasks.map((task) => taskView(task, definition)),
			timeline: instance.timeline.map(({ type, open_id, comment, time }) => ({
				...{ type, name: nameOf(open_id), comment: comment ?? '', time },
			})),
		};
	};

	// With `open_id` only what that person started, has to decide, has decided, or got a copy of.
	server.get<{ Querystring: { open_id?: string } }>('/_sim/approvals', ({ query: { open_id: self } }) => ({
		people: [...store.contact.users.values()].map(({ open_id, name }) => ({ open_id, name })),
		definitions: [...approvals.definitions.values()]
			.filter(({ status }) => status !== 'DELETED')
			.map((definition) => ({
				...{ approval_code: definition.approval_code, status: definition.status, form: definition.form },
				approval_name: worded(definition, definition.approval_name),
				nodes: definition.nodes.map(({ node_id, name, need_approver, people }) => ({
					...{ node_id, name: worded(definition, name), need_approver, people: people.map(nameOf) },
				})),
			})),
		instances: [...approvals.instances.values()]
			.filter(
				({ starter, tasks, copies }) =>
					self === undefined || starter === self || [...tasks, ...copies].some(({ open_id: id }) => id === self),
			)
			.map(instanceView)
			.reverse(),
	}));

	server.post<{ Body: NewDefinition }>('/_sim/approvals/definitions', ({ body }) => {
		const definition = addDefinition(store, body);
		store.changed();
		return { approval_code: definition.approval_code };
	});

	server.put<{ Params: { code: string }; Body: Partial<Definition> }>(
		'/_sim/approvals/definitions/:code',
		({ params, body }) => {
			const { condition, status, closed, free, branches, revocable, revertDays } = body;
			if (condition !== undefined && !DEFINITION_CONDITIONS.includes(condition))
				throw adminError(400, `There is no condition ${String(condition)}, but ${DEFINITION_CONDITIONS.join(', ')}`);
			const given = Object.entries({ condition, status, closed, free, branches, revocable, revertDays });
			const definition = definitionOf(params.code);
			Object.assign(definition, Object.fromEntries(given.filter(([, value]) => value !== undefined)));
			tellDefinition(platform, definition);
			store.changed();
			return { approval_code: definition.approval_code };
		},
	);

	server.delete<{ Params: { code: string } }>('/_sim/approvals/definitions/:code', ({ params }) => {
		removeDefinition(store, definitionOf(params.code), witness());
		return {};
	});

	server.post<{ Body: { open_id: string; approval_code: string; form?: object[]; approvers?: string[] } }>(
		'/_sim/approvals/instances',
		({ body }) => {
			const definition = definitionOf(body.approval_code);
			const starter = personOf(body.open_id);
			const place = { store, app: anyApp(platform), host: '' };
			const chosen = definition.nodes.filter(({ need_approver: isChosen }) => isChosen);
			const people = body.approvers ?? [];
			return said(() => {
				const form = takeForm(JSON.stringify(body.form ?? []), definition, place);
				const approvers = chosen.map(({ node_id: key }) => ({ key, people }));
				const request = { definition, starter, form, approvers };
				return instanceView(start(store, request, witness()));
			});
		},
	);

	server.post<{ Params: { code: string }; Body: Deed }>(
		'/_sim/approvals/instances/:code/decisions',
		({ params, body: { open_id, task_id, deed, comment, to } }) =>
			said(() => {
				const course = courseOf(params.code);
				const task = taskOf(course.instance, task_id, open_id);
				if (deed === 'transfer') transfer(course, task, personOf(to ?? ''), comment);
				// In the client the form is at hand.
				else (deed === 'approve' ? approve : reject)(course, task, { comment, form: [] });
				return instanceView(course.instance);
			}),
	);

	server.post<{ Params: { code: string } }>('/_sim/approvals/instances/:code/withdraw', ({ params }) =>
		said(() => {
			const course = courseOf(params.code);
			withdraw(course);
			return instanceView(course.instance);
		}),
	);

	server.post<{ Params: { code: string }; Body: { open_id: string } }>(
		'/_sim/approvals/instances/:code/read',
		({ params, body }) => {
			const { instance, witness: told } = courseOf(params.code);
			const unread = instance.copies.filter((copy) => copy.open_id === body.open_id && !copy.read);
			for (const copy of unread) {
				copy.read = true;
				told.copy(instance, copy, 'READ');
			}
			store.changed();
			return { read: unread.length };
		},
	);
}
