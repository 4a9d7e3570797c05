import type { FastifyInstance } from 'fastify';
import type { Platform } from '../gateway/platform';
import type { Store } from '../state/store';
import type { Actor, Task } from '../state/tasks';
import { listRight, taskRight } from '../task/access';
import { nameOf } from '../task/actors';
import { pushTask } from '../events/taskEvents';
import { defaultSection, newTask } from '../task/make';
import { timeView } from '../task/times';
import { taskUrl } from '../task/views';
import { adminError } from './errors';

const taskLine = (store: Store, task: Task) => ({
	guid: task.guid,
	summary: task.summary,
	completed_at: String(task.completed_at),
	due: timeView(task.due),
	parent: task.parent,
	url: taskUrl(task),
	assignees: task.members.filter(({ role }) => role === 'assignee').map((one) => nameOf(store, one)),
	tasklists: task.tasklists,
	comments: [...store.tasks.comments.values()]
		.filter((one) => one.task === task.guid)
		.map(({ content, creator }) => ({ content, by: nameOf(store, creator) })),
	attachments: store.tasks.attachmentsOf(task.guid).map(({ guid, name }) => ({ guid, name })),
});

/** What people do with tasks, and what each of them sees. */
export function taskAdminRoutes(server: FastifyInstance, platform: Platform): void {
	const { store } = platform;
	const personOf = (openId: string | undefined): Actor => {
		if (!store.contact.users.has(openId ?? '')) throw adminError(404, 'There is no such person');
		return { id: openId ?? '', type: 'user' };
	};

	// With `open_id` only what that person may see.
	server.get<{ Querystring: { open_id?: string } }>('/_sim/tasks', ({ query }) => {
		const who = query.open_id === undefined ? undefined : personOf(query.open_id);
		const { tasks } = store;
		return {
			people: [...store.contact.users.values()].map(({ open_id, name }) => ({ open_id, name })),
			lists: [...tasks.lists.values()]
				.filter((list) => !who || listRight(store, list, who))
				.map(({ guid, name, owner }) => ({
					guid,
					name,
					owner: nameOf(store, owner),
					sections: tasks.sectionsOf('tasklist', guid).map((one) => ({ guid: one.guid, name: one.name })),
				})),
			tasks: [...tasks.all.values()]
				.filter((task) => !who || taskRight(store, task, who))
				.map((task) => taskLine(store, task)),
		};
	});

	server.post<{ Body: { open_id: string; summary: string; tasklist_guid?: string } }>('/_sim/tasks', ({ body }) => {
		const who = personOf(body.open_id);
		const list = store.tasks.lists.get(body.tasklist_guid ?? '');
		if (body.tasklist_guid !== undefined && !list) throw adminError(404, 'There is no such list');
		if (typeof body.summary !== 'string' || body.summary === '') throw adminError(400, 'A task needs words');
		const place = list && {
			tasklist_guid: list.guid,
			section_guid: defaultSection(store, 'tasklist', list.guid, who).guid,
		};
		const task = newTask(store, who, {
			summary: body.summary,
			members: [{ ...who, role: 'assignee' }],
			tasklists: place ? [place] : [],
		});
		pushTask(platform, task, ['task_create']);
		return { guid: task.guid };
	});

	// Completes a task, or opens one that was completed.
	server.post<{ Params: { guid: string }; Body: { open_id: string } }>(
		'/_sim/tasks/:guid/complete',
		({ params, body }) => {
			const task = store.tasks.all.get(params.guid);
			if (!task) throw adminError(404, 'There is no such task');
			if (taskRight(store, task, personOf(body.open_id)) !== 'edit')
				throw adminError(403, 'This person may not complete it');
			task.completed_at = task.completed_at > 0 ? 0 : store.clock.now();
			task.updated_at = store.tick();
			pushTask(platform, task, ['task_completed_update']);
			return { completed_at: String(task.completed_at) };
		},
	);
}
