import { isJson, type Json } from '../../approval/widgetKind';
import { refused } from '../../approval/problem';
import { newId } from '../../platform/ids';
import { page } from '../../platform/paging';
import { anything, integer, object, objects, oneOf, required, text, texts, withDefault } from '../../platform/validate';
import type { Approvals } from '../../state/approvals';
import { approvalRoute, idType, V4 } from './approvalRoute';

const DEFINE = ['approval:approval', 'approval:external_approval'];
const LONGEST_CODE = 128;
const MOST_VIEWERS = 200;
const MOST_TASKS = 300;
const MOST_COPIES = 200;
const MOST_ACTIONS = 2;

const STATUSES = ['PENDING', 'APPROVED', 'REJECTED', 'CANCELED', 'DELETED', 'HIDDEN', 'TERMINATED'] as const;
const TASK_STATUSES = ['PENDING', 'APPROVED', 'REJECTED', 'TRANSFERRED', 'DONE'] as const;

const WORDS = required(
	objects({
		...{ locale: required(text()), is_default: anything() },
		texts: required(objects({ key: required(text()), value: required(text()) })),
	}),
);

/** Every text of an external approval is a key, and the default language has it. */
function requireTexts(
	resources: ReadonlyArray<{ is_default: unknown; texts: ReadonlyArray<{ key: string }> }>,
	keys: readonly unknown[],
): void {
	const known = resources.find(({ is_default: isDefault }) => isDefault === true)?.texts.map(({ key }) => key);
	if (!known) throw refused.params('i18n_resources has no default');
	for (const key of keys)
		if (typeof key === 'string' && key !== '' && !known.includes(key)) throw refused.params(`no text for ${key}`);
}

const keyOf = (code: unknown, id: unknown) => `${String(code)} ${String(id)}`;
const listOf = (value: unknown): Json[] => (Array.isArray(value) ? value.filter(isJson) : []);

/** The definition that the app gave a code of its own, or by the platform's. */
function definitionBy({ external }: Approvals, code: string): Json {
	const found = external.get(code) ?? [...external.values()].find(({ own_code: own }) => own === code);
	if (!found) throw refused.definition();
	return found;
}

/** With what came before where it is an update, whose time has to grow. */
function mergedWith(before: Json | undefined, given: Json): Json {
	if (!before || given.update_mode !== 'UPDATE') return given;
	if (Number(given.update_time) <= Number(before.update_time)) throw refused.params('update_time is not later');
	const tasks = listOf(given.task_list);
	const kept = listOf(before.task_list).filter(({ task_id: id }) => !tasks.some((task) => task.task_id === id));
	return { ...before, ...given, task_list: [...kept, ...tasks] };
}

const changes = (before: Json | undefined, now: Json, list: string) => {
	const counts = [listOf(before?.[list]).length, listOf(now[list]).length] as const;
	return { insert_num: Math.max(0, counts[1] - counts[0]), update_num: Math.min(...counts), delete_num: 0 };
};

/** Of other systems. Source: https://open.feishu.cn/document/server-docs/approval-v4/external_approval/create and its neighbors */
export const approvalExternalRoutes = [
	approvalRoute({
		method: 'POST',
		path: `${V4}/external_approvals`,
		...{ scopes: DEFINE, tier: 4, query: { user_id_type: idType, department_id_type: text() } },
		body: {
			...{ approval_name: required(text()), approval_code: required(text({ max: LONGEST_CODE })), description: text() },
			...{ group_code: text(), group_name: text(), external: required(object()), managers: texts() },
			...{
				viewers: objects(
					{ viewer_type: text(), viewer_user_id: text(), viewer_department_id: text() },
					{ max: MOST_VIEWERS },
				),
			},
			i18n_resources: WORDS,
		},
		handle({ body, platform: { store } }) {
			const { external } = store.approvals;
			const { approval_code: own_code, external: facts, ...given } = body;
			if (facts.support_pc !== true && facts.support_mobile !== true)
				throw refused.params('support_pc and support_mobile are both false');
			requireTexts(body.i18n_resources, [body.approval_name, body.description, body.group_name]);
			const before = [...external.values()].find((one) => one.own_code === own_code);
			const approval_code = typeof before?.approval_code === 'string' ? before.approval_code : newId.approval();
			external.set(approval_code, { ...given, external: facts, own_code, approval_code });
			store.changed();
			return { data: { approval_code } };
		},
	}),
	approvalRoute({
		method: 'GET',
		path: `${V4}/external_approvals/:approval_code`,
		tier: 4,
		...{ scopes: DEFINE, query: { user_id_type: idType } },
		handle({ params, platform: { store } }) {
			const { own_code: _own, ...definition } = definitionBy(store.approvals, params.approval_code ?? '');
			return { data: definition };
		},
	}),
	approvalRoute({
		method: 'POST',
		path: `${V4}/external_instances`,
		...{ scopes: ['approval:approval', 'approval:external_instance'], tier: 4 },
		body: {
			...{ approval_code: required(text()), status: required(oneOf(STATUSES)), instance_id: required(text()) },
			...{
				extra: text(),
				links: required(object()),
				title: text(),
				form: anything(),
				user_id: text(),
				open_id: text(),
			},
			...{ user_name: text(), department_id: text(), department_name: text(), start_time: required(text()) },
			...{ end_time: required(text()), update_time: required(text()), i18n_resources: WORDS },
			...{
				display_method: oneOf(['BROWSER', 'SIDEBAR', 'NORMAL', 'TRUSTEESHIP']),
				update_mode: oneOf(['REPLACE', 'UPDATE']),
			},
			task_list: objects(
				{
					...{ task_id: required(text()), status: required(oneOf(TASK_STATUSES)), links: required(object()) },
					...{ create_time: required(text()), end_time: required(text()), update_time: text(), title: text() },
					...{ user_id: text(), open_id: text(), extra: text(), action_context: text(), display_method: text() },
					...{ action_configs: objects({ action_type: required(text()) }, { max: MOST_ACTIONS }), node_id: text() },
					...{ node_name: text(), generate_type: text(), exclude_statistics: anything() },
				},
				{ max: MOST_TASKS },
			),
			cc_list: objects(
				{
					...{ cc_id: required(text()), read_status: required(oneOf(['READ', 'UNREAD'])), links: required(object()) },
					...{ create_time: required(text()), update_time: required(text()), user_id: text(), open_id: text() },
				},
				{ max: MOST_COPIES },
			),
		},
		handle({ body, platform: { store } }) {
			const { approvals } = store;
			const { approval_code } = definitionBy(approvals, body.approval_code);
			requireTexts(body.i18n_resources, [body.title, body.user_name, body.department_name]);
			if (!body.user_id && !body.open_id && !body.user_name) throw refused.params('nobody has started it');
			const key = keyOf(approval_code, body.instance_id);
			const before = approvals.externalInstances.get(key);
			const given = Object.fromEntries(
				Object.entries({ ...body, approval_code }).filter(([, value]) => value !== undefined),
			);
			const now = mergedWith(before, given);
			approvals.externalInstances.set(key, now);
			store.changed();
			const instance = { insert_num: before ? 0 : 1, update_num: before ? 1 : 0, delete_num: 0 };
			const process_record = { instance, task: changes(before, now, 'task_list'), cc: changes(before, now, 'cc_list') };
			return { data: { data: now, process_record } };
		},
	}),
	approvalRoute({
		method: 'POST',
		path: `${V4}/external_instances/check`,
		...{ scopes: ['approval:approval', 'approval:approval:readonly', 'approval:external_instance'], tier: 4 },
		body: {
			instances: required(
				objects({
					...{ instance_id: required(text()), update_time: required(text()) },
					tasks: required(objects({ task_id: required(text()), update_time: required(text()) })),
				}),
			),
		},
		handle({ body, platform: { store } }) {
			const all = [...store.approvals.externalInstances.values()];
			const diff_instances = body.instances.flatMap(({ instance_id, update_time, tasks }) => {
				const known = all.find((one) => one.instance_id === instance_id);
				const differs = tasks.filter(
					(task) =>
						listOf(known?.task_list).find((one) => one.task_id === task.task_id)?.update_time !== task.update_time,
				);
				if (known?.update_time === update_time && differs.length === 0) return [];
				return [{ instance_id, update_time: known?.update_time ?? '', tasks: differs }];
			});
			return { data: { diff_instances } };
		},
	}),
	/** Its filters come in the body of a GET. */
	approvalRoute({
		method: 'GET',
		path: `${V4}/external_tasks`,
		...{ scopes: ['approval:approval', 'approval:approval:readonly', 'approval:external_task'], tier: 4 },
		query: { page_size: withDefault(integer({ min: 1, max: 500 }), 50), page_token: text() },
		body: { approval_codes: texts(), instance_ids: texts(), user_ids: texts(), status: oneOf(TASK_STATUSES) },
		handle({ body, query, platform: { store } }) {
			const has = (list: string[] | undefined, value: unknown) =>
				!list || list.length === 0 || list.includes(String(value));
			const isMeant = (task: Json) =>
				(body.status === undefined || task.status === body.status) && has(body.user_ids, task.user_id);
			const found = [...store.approvals.externalInstances.values()]
				.filter((one) => has(body.approval_codes, one.approval_code) && has(body.instance_ids, one.instance_id))
				.map((one) => ({ one, tasks: listOf(one.task_list).filter(isMeant) }))
				.filter(({ tasks }) => tasks.length > 0 || body.status === undefined);
			const { items, has_more, page_token } = page(found, {
				...{ size: query.page_size, token: query.page_token, scope: JSON.stringify(body) },
				invalidToken: () => refused.params('page_token'),
			});
			const data = items.map(({ one, tasks }) => ({
				...{ instance_id: one.instance_id, approval_id: one.approval_code, approval_code: one.approval_code },
				...{ status: one.status, update_time: one.update_time },
				tasks: tasks.map(({ task_id: id, status, update_time }) => ({ id, status, update_time })),
			}));
			return { data: { data, has_more, page_token: page_token ?? '' } };
		},
	}),
];
