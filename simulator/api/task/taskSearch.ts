import { flag, integer, nested, text, texts } from '../../platform/validate';
import type { UserIdType } from '../../platform/ids';
import type { Operator } from '../../state/operator';
import type { Store } from '../../state/store';
import type { Actor } from '../../state/tasks';
import { listRight, taskRight } from '../../task/access';
import { actorOf, isSame, PERSON_IDS } from '../../task/actors';
import { refused } from '../../task/problem';
import { listUrl, taskUrl } from '../../task/views';
import { SLOW, taskRoute, V2 } from './taskRoute';
import { TASKS } from './tasks';

const LARGEST_PAGE = 30;
const FURTHEST = 150;
const DEFAULT_PAGE = 15;
const LONGEST_QUERY = 50;

const PAGE = { page_size: integer(), page_token: text(), ...PERSON_IDS };
const TIMES = nested({ start_time: text(), end_time: text() });

interface Range {
	start_time: string | undefined;
	end_time: string | undefined;
}

/** Whether a moment lies in a range of RFC 3339, whose ends may be open. */
function within({ start_time: start, end_time: end }: Range, at: number | undefined): boolean {
	const [from, to] = [start, end].map((one) => (one === undefined || one === '' ? undefined : Date.parse(one)));
	if (Number.isNaN(from) || Number.isNaN(to)) throw refused.searchTime();
	return at !== undefined && at >= (from ?? -Infinity) && at <= (to ?? Infinity);
}

/** The persons of a filter; somebody unknown finds nothing. */
function among(store: Store, by: Operator, ids: readonly string[], idType: UserIdType | undefined): Actor[] {
	return ids.map((id) => ({ id: store.directory.find(by.app, idType ?? 'open_id', id)?.open_id ?? '', type: 'user' }));
}

interface Found {
	id: string;
	name: string;
	url: string;
	about: string;
}

function pageOf(
	all: readonly Found[],
	{ page_size = DEFAULT_PAGE, page_token: token = '' }: { page_size?: number; page_token?: string },
) {
	if (page_size < 1 || page_size > LARGEST_PAGE) throw refused.searchPage();
	const start = token === '' ? 0 : Number(Buffer.from(token, 'base64url').toString());
	if (!Number.isInteger(start)) throw refused.searchToken();
	if (start >= FURTHEST) throw refused.searchOffset();
	const items = all.slice(start, start + page_size);
	const next = start + items.length;
	const has_more = next < all.length;
	return {
		data: {
			items: items.map(({ id, name, url, about }) => ({
				id,
				display_info: name,
				meta_data: { app_link: url, avatar: '', description: about },
			})),
			total: all.length,
			has_more,
			page_token: has_more ? Buffer.from(String(next)).toString('base64url') : '',
			notice: '',
		},
	};
}

const has = (words: string, name: string) => name.toLowerCase().includes(words.toLowerCase());

function queryOf(given: string | undefined = ''): string {
	if (given.length > LONGEST_QUERY) throw refused.searchFilter();
	return given;
}

/** For people alone. Source: the API Explorer of tasks/search and tasklists/search */
export const taskSearchRoutes = [
	taskRoute({
		method: 'POST',
		path: `${TASKS}/search`,
		tokens: ['user'],
		scopes: ['task:task:read'],
		tier: SLOW,
		query: PAGE,
		body: {
			query: text(),
			filter: nested({
				creator_ids: texts(),
				assignee_ids: texts(),
				follower_ids: texts(),
				is_completed: flag(),
				due_time: TIMES,
			}),
		},
		handle({ platform: { store }, by, query, body }) {
			const words = queryOf(body.query);
			const { creator_ids, assignee_ids, follower_ids, is_completed: done, due_time: due } = body.filter ?? {};
			const persons = (ids: readonly string[]) => among(store, by, ids, query.user_id_type);
			const isOf = (
				role: string,
				ids: readonly string[] | undefined,
				members: ReadonlyArray<Actor & { role: string }>,
			) => !ids?.length || members.some((one) => one.role === role && persons(ids).some((who) => isSame(who, one)));
			const found = [...store.tasks.all.values()].filter(
				(task) =>
					taskRight(store, task, actorOf(by)) !== undefined &&
					(has(words, task.summary) || has(words, task.description)) &&
					(!creator_ids?.length || persons(creator_ids).some((who) => isSame(who, task.creator))) &&
					isOf('assignee', assignee_ids, task.members) &&
					isOf('follower', follower_ids, task.members) &&
					(done === undefined || done === task.completed_at > 0) &&
					(!due || within(due, task.due?.timestamp)),
			);
			return pageOf(
				found.map((task) => ({ id: task.guid, name: task.summary, url: taskUrl(task), about: task.description })),
				query,
			);
		},
	}),
	taskRoute({
		method: 'POST',
		path: `${V2}/tasklists/search`,
		tokens: ['user'],
		scopes: ['task:tasklist:read'],
		tier: SLOW,
		query: PAGE,
		body: { query: text(), filter: nested({ user_id: texts(), create_time: TIMES }) },
		handle({ platform: { store }, by, query, body }) {
			const words = queryOf(body.query);
			const { user_id: ids, create_time: made } = body.filter ?? {};
			const found = [...store.tasks.lists.values()].filter(
				(list) =>
					listRight(store, list, actorOf(by)) !== undefined &&
					has(words, list.name) &&
					(!ids?.length || among(store, by, ids, query.user_id_type).some((who) => isSame(who, list.creator))) &&
					(!made || within(made, list.created_at)),
			);
			return pageOf(
				found.map((list) => ({ id: list.guid, name: list.name, url: listUrl(list), about: '' })),
				query,
			);
		},
	}),
];
