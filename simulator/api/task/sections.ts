import { nested, oneOf, required, text, texts } from '../../platform/validate';
import type { Operator } from '../../state/operator';
import type { Store } from '../../state/store';
import type { Section, Task } from '../../state/tasks';
import { reachList, reachSection } from '../../task/access';
import { actorOf, isSame } from '../../task/actors';
import { defaultSection, newSection } from '../../task/make';
import { refused } from '../../task/problem';
import { sectionView, summaryView } from '../../task/views';
import { PAGING, taskPage, taskRoute, V2, viewedBy } from './taskRoute';
import { filtered, nameIn, TASK_FILTER } from './tasklists';

const SECTIONS = `${V2}/sections`;
const ONE_SECTION = `${SECTIONS}/:section_guid`;
const READ = ['task:section:read', 'task:section:write'];
const WRITE = ['task:section:write', 'task:section:writeonly'];
const RESOURCE = { resource_type: required(oneOf(['tasklist', 'my_tasks'])), resource_id: text() };

interface Resource {
	resource_type: Section['resource_type'];
	resource_id: string | undefined;
}

/** Of what the sections are: a list, or the caller's own tasks. */
function resourceOf(store: Store, by: Operator, given: Resource, needed: 'read' | 'edit') {
	const { resource_type: type, resource_id: id } = given;
	return { type, id: type === 'my_tasks' ? actorOf(by).id : reachList(store, by, id, needed).guid };
}

interface Place {
	insert_before: string | undefined;
	insert_after: string | undefined;
}

/** Puts a section before or after another one of the same resource; at the end where none is named. */
function place(store: Store, section: Section, { insert_before: before, insert_after: after }: Place): void {
	if (before && after) throw refused.params('insert_before and insert_after exclude each other');
	const others = store.tasks.sections.filter((one) => one !== section);
	const anchor = before ?? after;
	const found = others.findIndex(({ guid, resource_id: id }) => guid === anchor && id === section.resource_id);
	if (anchor && found < 0) throw refused.params('the section does not exist in the resource');
	if (anchor) others.splice(before ? found : found + 1, 0, section);
	else others.push(section);
	store.tasks.sections = others;
}

/** What lies in a section; of somebody's own tasks all lie in the first one. */
function tasksIn(store: Store, by: Operator, section: Section): Task[] {
	const all = [...store.tasks.all.values()];
	if (section.resource_type === 'tasklist')
		return all.filter(({ tasklists }) => tasklists.some(({ section_guid: guid }) => guid === section.guid));
	const mine = all.filter(({ members }) => members.some((one) => one.role === 'assignee' && isSame(one, actorOf(by))));
	return section.is_default ? mine : [];
}

/** Source: https://open.feishu.cn/document/uAjLw4CM/ukTMukTMukTM/task-v2/section/create and its neighbors */
export const sectionRoutes = [
	taskRoute({
		method: 'POST',
		path: SECTIONS,
		scopes: WRITE,
		body: { name: required(text(), { allowEmpty: true }), ...RESOURCE, insert_before: text(), insert_after: text() },
		handle(call) {
			const { store } = call.platform;
			const { type, id } = resourceOf(store, call.by, call.body, 'edit');
			const name = nameIn('name', call.body.name);
			defaultSection(store, type, id, actorOf(call.by));
			const section = newSection(store, actorOf(call.by), { name, resource_type: type, resource_id: id });
			try {
				place(store, section, call.body);
			} catch (error) {
				store.tasks.sections = store.tasks.sections.filter((one) => one !== section);
				throw error;
			}
			store.changed();
			return { data: { section: sectionView(viewedBy(call), section) } };
		},
	}),
	taskRoute({
		method: 'GET',
		path: SECTIONS,
		scopes: READ,
		query: { ...PAGING, ...RESOURCE },
		handle(call) {
			const { store } = call.platform;
			const { type, id } = resourceOf(store, call.by, call.query, 'read');
			defaultSection(store, type, id, actorOf(call.by));
			return taskPage(call, store.tasks.sectionsOf(type, id), `${type} ${id}`, ({ guid, name, is_default }) => ({
				guid,
				name,
				is_default,
			}));
		},
	}),
	taskRoute({
		method: 'GET',
		path: ONE_SECTION,
		scopes: READ,
		handle(call) {
			const section = reachSection(call.platform.store, call.by, call.params.section_guid);
			return { data: { section: sectionView(viewedBy(call), section) } };
		},
	}),
	taskRoute({
		method: 'PATCH',
		path: ONE_SECTION,
		scopes: WRITE,
		body: {
			section: required(nested({ name: text(), insert_before: text(), insert_after: text() })),
			update_fields: required(texts()),
		},
		handle(call) {
			const { store } = call.platform;
			const found = reachSection(store, call.by, call.params.section_guid, 'edit');
			const { section, update_fields: names } = call.body;
			const unknown = names.filter((name) => !['name', 'insert_before', 'insert_after'].includes(name));
			if (names.length === 0 || unknown.length > 0) throw refused.params(`invalid update_fields ${unknown.join(',')}`);
			const name = names.includes('name') ? nameIn('name', section.name) : found.name;
			const named = (key: keyof Place) => (names.includes(key) ? section[key] : undefined);
			const to = { insert_before: named('insert_before'), insert_after: named('insert_after') };
			if (to.insert_before || to.insert_after) place(store, found, to);
			Object.assign(found, { name, updated_at: store.tick() });
			store.changed();
			return { data: { section: sectionView(viewedBy(call), found) } };
		},
	}),
	taskRoute({
		method: 'DELETE',
		path: ONE_SECTION,
		scopes: ['task:section:delete', 'task:section:write'],
		handle({ platform: { store }, by, params }) {
			const section = reachSection(store, by, params.section_guid, 'edit');
			if (section.is_default) throw refused.params('the default section can not be deleted');
			const { resource_type: type, resource_id: id } = section;
			const first = defaultSection(store, type, id, actorOf(by));
			for (const { tasklists } of tasksIn(store, by, section))
				for (const one of tasklists) if (one.section_guid === section.guid) one.section_guid = first.guid;
			store.tasks.sections = store.tasks.sections.filter((one) => one !== section);
			store.changed();
			return { data: {} };
		},
	}),
	taskRoute({
		method: 'GET',
		path: `${ONE_SECTION}/tasks`,
		scopes: READ,
		query: TASK_FILTER,
		handle(call) {
			const { store } = call.platform;
			const section = reachSection(store, call.by, call.params.section_guid);
			const { completed, created_from, created_to } = call.query;
			const scope = JSON.stringify([section.guid, completed, created_from, created_to]);
			const tasks = filtered(tasksIn(store, call.by, section), call.query);
			return taskPage(call, tasks, scope, (task) => summaryView(viewedBy(call), task));
		},
	}),
];
