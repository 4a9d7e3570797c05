import { randomUUID } from 'node:crypto';
import { flag, nested, objects, required, text, texts } from '../../platform/validate';
import type { Operator } from '../../state/operator';
import type { Store } from '../../state/store';
import type { ActivitySubscription, Actor } from '../../state/tasks';
import { anything, integer } from '../../platform/validate';
import { reachList } from '../../task/access';
import { actorOf, MEMBER, namedActor } from '../../task/actors';
import { refused } from '../../task/problem';
import { activityView } from '../../task/views';
import { SLOW, taskRoute, viewedBy } from './taskRoute';
import { ONE_LIST, READ_LISTS, WRITE_LISTS } from './tasklists';

const ACTIVITIES = `${ONE_LIST}/activity_subscriptions`;
const ONE_ACTIVITY = `${ACTIVITIES}/:activity_subscription_guid`;
const MOST = 50;
const LONGEST_NAME = 50;

/** What happens in a list, by number. Source: …/task-v2/tasklist-activity_subscription/create */
const KEYS: readonly number[] = [100, 101, 103, 104, 109, 110, 111, 119, 121, 122, 129, 130, 131, 132];

const GIVEN = { name: text(), subscribers: objects(MEMBER), include_keys: anything(), disabled: flag() };

function nameOf(given: string | undefined = ''): string {
	if (given === '' || given.length > LONGEST_NAME) throw refused.params('invalid name');
	return given;
}

/** Groups alone subscribe, for who is in them. */
function subscribers(store: Store, by: Operator, given: Array<{ id: string; type: string | undefined }> = []): Actor[] {
	if (given.length > MOST) throw refused.params('too many subscribers');
	return given.map((one) => {
		const actor = namedActor(store, by, one);
		if (actor.type !== 'chat') throw refused.params('subscribers are of the type chat');
		const { members = [], bots = [] } = store.im.chats.get(actor.id) ?? {};
		if (!(by.user ? members : bots).includes(actorOf(by).id)) throw refused.denied('not in the chat');
		return actor;
	});
}

function keysOf(given: unknown = []): number[] {
	const keys = Array.isArray(given) ? (given as unknown[]).map(Number) : [NaN];
	if (keys.some((key) => !KEYS.includes(key)) || new Set(keys).size < keys.length)
		throw refused.params('invalid include_keys');
	return keys;
}

function reach(store: Store, list: string, guid: string | undefined = ''): ActivitySubscription {
	const found = store.tasks.activities.get(guid);
	if (found?.list !== list) throw refused.notFound('activity subscription not found');
	return found;
}

/** Source: https://open.feishu.cn/document/uAjLw4CM/ukTMukTMukTM/task-v2/tasklist-activity_subscription/create and its neighbors */
export const activityRoutes = [
	taskRoute({
		method: 'POST',
		path: ACTIVITIES,
		scopes: WRITE_LISTS,
		tier: SLOW,
		body: GIVEN,
		handle(call) {
			const { store } = call.platform;
			const { guid: list } = reachList(store, call.by, call.params.tasklist_guid, 'edit');
			const { activities } = store.tasks;
			if ([...activities.values()].filter((one) => one.list === list).length >= MOST)
				throw refused.params('too many activity subscriptions');
			const made: ActivitySubscription = {
				guid: randomUUID(),
				list,
				name: nameOf(call.body.name),
				subscribers: subscribers(store, call.by, call.body.subscribers),
				include_keys: keysOf(call.body.include_keys),
				disabled: call.body.disabled ?? false,
			};
			activities.set(made.guid, made);
			store.changed();
			return { data: { activity_subscription: activityView(viewedBy(call), made) } };
		},
	}),
	taskRoute({
		method: 'GET',
		path: ACTIVITIES,
		scopes: READ_LISTS,
		tier: SLOW,
		query: { limit: integer({ min: 1, max: MOST }) },
		handle(call) {
			const { store } = call.platform;
			const { guid: list } = reachList(store, call.by, call.params.tasklist_guid);
			const all = [...store.tasks.activities.values()].filter((one) => one.list === list);
			return {
				data: { items: all.slice(0, call.query.limit ?? MOST).map((one) => activityView(viewedBy(call), one)) },
			};
		},
	}),
	taskRoute({
		method: 'GET',
		path: ONE_ACTIVITY,
		scopes: READ_LISTS,
		tier: SLOW,
		handle(call) {
			const { store } = call.platform;
			const { guid: list } = reachList(store, call.by, call.params.tasklist_guid);
			const found = reach(store, list, call.params.activity_subscription_guid);
			return { data: { activity_subscription: activityView(viewedBy(call), found) } };
		},
	}),
	taskRoute({
		method: 'PATCH',
		path: ONE_ACTIVITY,
		scopes: WRITE_LISTS,
		tier: SLOW,
		body: { activity_subscription: nested(GIVEN), update_fields: required(texts()) },
		handle(call) {
			const { store } = call.platform;
			const { guid: list } = reachList(store, call.by, call.params.tasklist_guid, 'edit');
			const found = reach(store, list, call.params.activity_subscription_guid);
			const { activity_subscription: given, update_fields: names } = call.body;
			const next = {
				name: () => nameOf(given?.name),
				subscribers: () => subscribers(store, call.by, given?.subscribers),
				include_keys: () => keysOf(given?.include_keys),
				disabled: () => given?.disabled ?? false,
			};
			const isKnown = (name: string): name is keyof typeof next => name in next;
			if (names.length === 0 || !names.every(isKnown)) throw refused.params('invalid update_fields');
			Object.assign(found, Object.fromEntries(names.filter(isKnown).map((name) => [name, next[name]()])));
			store.changed();
			return { data: { activity_subscription: activityView(viewedBy(call), found) } };
		},
	}),
	taskRoute({
		method: 'DELETE',
		path: ONE_ACTIVITY,
		scopes: ['task:tasklist:delete', 'task:tasklist:write'],
		tier: SLOW,
		handle({ platform: { store }, by, params }) {
			const { guid: list } = reachList(store, by, params.tasklist_guid, 'edit');
			store.tasks.activities.delete(reach(store, list, params.activity_subscription_guid).guid);
			store.changed();
			return { data: {} };
		},
	}),
];
