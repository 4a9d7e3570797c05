import { setImmediate as breathe } from 'node:timers/promises';
import type { Platform } from '../../gateway/platform';
import type { Task } from '../../state/tasks';
import { reachList } from '../../task/access';
import { actorOf } from '../../task/actors';
import { asReminder, change, type Changed, type Given } from '../../task/changes';
import { pushTask } from '../../events/taskEvents';
import { setFields } from '../../task/fieldValues';
import { defaultSection, newTask } from '../../task/make';
import { addToTask, taskMembers } from '../../task/members';
import { refused } from '../../task/problem';
import type { Viewed } from '../../task/views';

/** For so long one client_token stands for one task. */
const TOKEN_MS = 5 * 60_000;

const MOST_MEMBERS = 50;

interface NewTask extends Given {
	client_token: string | undefined;
	members: Array<{ id: string; type: string | undefined; role: string | undefined }> | undefined;
	tasklists: Array<{ tasklist_guid: string | undefined; section_guid: string | undefined }> | undefined;
	reminders: Array<{ relative_fire_minute: number }> | undefined;
	origin: Record<string, unknown> | undefined;
	docx_source: Record<string, unknown> | undefined;
}

/** Does something once for a client_token; while it is being done, a second request is refused. */
export async function once<T extends { guid: string }>(
	{ store, by }: Viewed,
	token: string | undefined,
	find: (guid: string) => T | undefined,
	make: () => T,
): Promise<T> {
	if (token === undefined || token === '') return make();
	if (token.length < 10 || token.length > 100) throw refused.params('the length of client_token should be 10 to 100');
	const key = `${actorOf(by).id} ${token}`;
	if (store.tasks.making.has(key)) throw refused.running();
	const known = store.tasks.made.get(key);
	const found = known && known.until > store.clock.now() ? find(known.guid) : undefined;
	if (found) return found;
	store.tasks.making.add(key);
	try {
		// Another request with the token may come in between.
		await breathe();
		const made = make();
		store.tasks.made.set(key, { guid: made.guid, until: store.clock.now() + TOKEN_MS });
		return made;
	} finally {
		store.tasks.making.delete(key);
	}
}

/** Where a new task goes: lists that the caller may edit, each with the section that is named or with its first one. */
function placesOf({ store, by }: Viewed, given: NewTask['tasklists'] = []): Task['tasklists'] {
	return given.map(({ tasklist_guid, section_guid }) => placeIn({ store, by }, tasklist_guid, section_guid));
}

export function placeIn({ store, by }: Viewed, list: string | undefined, section: string | undefined) {
	const { guid } = reachList(store, by, list, 'edit');
	const chosen =
		section === undefined || section === ''
			? defaultSection(store, 'tasklist', guid, actorOf(by))
			: store.tasks.sectionsOf('tasklist', guid).find((one) => one.guid === section);
	if (!chosen) throw refused.params('the section does not belong to the tasklist');
	return { tasklist_guid: guid, section_guid: chosen.guid };
}

/** Without an origin an app is the origin of its tasks. */
const originOf = ({ by }: Viewed, given: NewTask['origin']) =>
	given ?? (by.user ? undefined : { platform_i18n_name: { zh_cn: by.app.name, en_us: by.app.name } });

/** @param parent the task below which it is made */
export async function createTask(platform: Platform, viewed: Viewed, given: NewTask, parent = ''): Promise<Task> {
	const { store, by } = viewed;
	if (given.docx_source && (given.origin || given.extra || given.custom_complete))
		throw refused.params('docx_source can not be used with origin, extra or custom_complete');
	const { tasks } = store;
	return await once(
		viewed,
		given.client_token,
		(guid) => tasks.all.get(guid),
		() => {
			const members = taskMembers(viewed, given.members ?? [], MOST_MEMBERS);
			const tasklists = placesOf(viewed, given.tasklists);
			const reminders = (given.reminders ?? []).map(asReminder);
			if (reminders.length > 1) throw refused.params('a task has at most one reminder');
			const task = newTask(store, actorOf(by), {
				summary: '',
				tasklists,
				parent,
				origin: originOf(viewed, given.origin),
			});
			try {
				const names = (Object.keys(given) as Changed[]).filter(
					(name) => NAMES.has(name) && (name === 'summary' || given[name] !== undefined),
				);
				change(store, by, task, names, given);
				if (reminders.length > 0 && !task.due) throw refused.params('reminders require a due time');
				Object.assign(task, { reminders, docx_source: given.docx_source, updated_at: task.created_at });
				addToTask(task, members);
				setFields(viewed, task, given.custom_fields ?? []);
			} catch (error) {
				tasks.all.delete(task.guid);
				throw error;
			}
			pushTask(platform, task, ['task_create']);
			return task;
		},
	);
}

const NAMES: ReadonlySet<string> = new Set<Changed>([
	...(['summary', 'description', 'start', 'due', 'completed_at', 'extra', 'custom_complete'] as const),
	...(['repeat_rule', 'mode', 'is_milestone', 'positive_reminders'] as const),
]);
