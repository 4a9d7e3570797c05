import { type Row, rowsOf, rowStatus, stateNumber, type Topic, withHoles } from '../../approval/mine';
import { refused } from '../../approval/problem';
import { definitionNamed, nodeName } from '../../approval/view';
import { worded } from '../../approval/definitions';
import type { Call } from '../../gateway/route';
import { BOTH } from '../../gateway/tokens';
import { page } from '../../platform/paging';
import { integer, oneOf, required, text, withDefault } from '../../platform/validate';
import type { UserIdType } from '../../platform/ids';
import { openIdOf } from '../../state/operator';
import { approvalRoute, idType, INSTANCES, personOf, readerOf, TASKS } from './approvalRoute';
import { isJson } from '../../approval/widgetKind';
import { showEntries } from '../../approval/widgets';

const LOCALE = oneOf(['zh-CN', 'en-US', 'ja-JP']);
const FOR_PEOPLE = { page_size: withDefault(integer({ min: 1, max: 200 }), 100), page_token: text(), locale: LOCALE };
const FILTERS = { definition_code: text(), start_timestamp: text(), end_timestamp: text() };

const linkOf = ({ instance: { instance_id: id } }: Row, end = 'pc') =>
	`https://applink.feishu.cn/client/mini_program/open?path=${end}%2Fpages%2Fdetail%2Findex%3FinstanceId%3D${id}`;

const titleOf = (call: Call, row: Row, language?: string) => {
	const reader = readerOf(call, language);
	const definition = definitionNamed(reader, row.instance);
	const name = worded(definition, definition.approval_name, language);
	return row.task ? `${name} ${nodeName(reader, row.instance, row.task.node_id)}` : name;
};

interface Asked {
	page_size: number;
	page_token?: string;
	definition_code?: string;
	start_timestamp?: string;
	end_timestamp?: string;
}

/** One page, of which many rows may be missing. */
function pageOf(call: Call, rows: readonly Row[], asked: Asked, topic: Topic) {
	const { store } = call.platform;
	const code = asked.definition_code ?? '';
	const [from, to] = [Number(asked.start_timestamp ?? 0), Number(asked.end_timestamp ?? Infinity)];
	const found = rows.filter(
		({ instance }) =>
			(code === '' || instance.approval_code === code) && instance.start >= from && instance.start <= to,
	);
	const isSparse = store.settings.approvalLists === 'sparse' && call.by.user !== undefined;
	const { items, has_more, page_token } = page<Row | undefined>(isSparse ? withHoles(found) : found, {
		...{ size: asked.page_size, token: asked.page_token, scope: `${topic} ${code} ${from} ${to}` },
		invalidToken: () => refused.params('page_token'),
	});
	const seen = items.filter((row) => row !== undefined);
	const isFirst = (asked.page_token ?? '') === '';
	return {
		rows: seen,
		paging: { has_more, ...(has_more && { page_token }) },
		total: isFirst ? found.length : undefined,
	};
}

/** The first three values of the form. */
const summaries = (call: Call, { instance }: Row) => {
	const definition = definitionNamed(readerOf(call), instance);
	const place = { store: call.platform.store, app: call.app, host: call.host };
	return showEntries(instance.form, definition.form, place)
		.slice(0, 3)
		.map(({ name, value }) => ({ key: name, value: isJson(value) ? JSON.stringify(value) : String(value) }));
};

function common(call: Call, row: Row, type: UserIdType, language?: string) {
	const { store } = call.platform;
	const { instance } = row;
	const definition = definitionNamed(readerOf(call), instance);
	return {
		...{ definition_code: definition.approval_code, definition_group_id: '7000000000000000001' },
		...{ definition_group_name: '行政', definition_name: worded(definition, definition.approval_name, language) },
		...{ initiator: store.directory.idFor(call.app, instance.starter, type) },
		...{ initiator_name: store.contact.users.get(instance.starter)?.name ?? '', instance_code: instance.instance_code },
		...{
			instance_status: stateNumber(instance),
			instance_external_id: '',
			link: linkOf(row),
			summaries: summaries(call, row),
		},
	};
}

const counted = (total: number | undefined, most: number) => (total === undefined ? undefined : Math.min(total, most));

/** Sources: https://open.feishu.cn/document/server-docs/approval-v4/approval-search/query-2, and the API Explorer of the two others */
export const approvalMineRoutes = [
	approvalRoute({
		method: 'GET',
		path: `${TASKS}/query`,
		tokens: BOTH,
		scopes: ['approval:approval:readonly', 'approval:task:list_by_user'],
		tier: 4,
		query: {
			...{ page_size: withDefault(integer({ min: 1, max: 200 }), 100), page_token: text(), user_id_type: idType },
			...{ user_id: required(text()), topic: required(oneOf(['1', '2', '3', '17', '18'])) },
		},
		handle(call) {
			const { query, platform } = call;
			const { topic } = query;
			const { approvalTaskCodes: codeKey } = platform.store.settings;
			const person = personOf(call, query.user_id, query.user_id_type);
			const { rows, paging, total } = pageOf(call, rowsOf(platform.store, topic, person), query, topic);
			const tasks = rows.map((row) => {
				const of = common(call, row, query.user_id_type);
				return {
					...{ topic, user_id: query.user_id, title: titleOf(call, row), status: rowStatus(topic, row) },
					urls: { helpdesk: '', mobile: linkOf(row, 'mobile'), pc: linkOf(row) },
					...{ task_external_id: '', process_status: of.instance_status },
					...{ initiators: [of.initiator], initiator_names: [of.initiator_name] },
					...{
						task_id: row.task?.id ?? row.copy?.cc_id ?? row.instance.instance_id,
						process_id: row.instance.instance_id,
					},
					...{
						...{ process_code: '', process_external_id: '', [codeKey]: of.instance_code },
						definition_id: definitionNamed(readerOf(call), row.instance).approval_id,
					},
					...{ definition_code: of.definition_code, definition_name: of.definition_name },
					...{ definition_group_id: of.definition_group_id, definition_group_name: of.definition_group_name },
				};
			});
			const count = total === undefined ? undefined : { total: Math.min(total, 999), has_more: total >= 1000 };
			return { data: { tasks, ...paging, ...(count && { count }) } };
		},
	}),
	approvalRoute({
		method: 'GET',
		path: TASKS,
		tokens: ['user'],
		scopes: ['approval:task:read'],
		tier: 4,
		query: { ...FOR_PEOPLE, ...FILTERS, topic: required(oneOf(['1', '2', '17', '18'])), user_id_type: idType },
		handle(call) {
			const { query, platform } = call;
			const { topic } = query;
			const person = openIdOf(call.by);
			const { rows, paging, total } = pageOf(call, rowsOf(platform.store, topic, person), query, topic);
			const tasks = rows.map((row) => {
				const { nodes, free } = definitionNamed(readerOf(call), row.instance);
				const isSigned = nodes.find(({ node_id: id }) => id === row.task?.node_id)?.require_signature ?? false;
				return {
					...common(call, row, query.user_id_type, query.locale),
					...{ topic, user_id: platform.store.directory.idFor(call.app, person, query.user_id_type) },
					...{ title: titleOf(call, row, query.locale), status: rowStatus(topic, row), task_external_id: '' },
					...{ task_id: row.task?.id ?? row.copy?.cc_id, support_api_operate: !isSigned && !free },
				};
			});
			return { data: { tasks, ...paging, count: counted(total, 99) } };
		},
	}),
	approvalRoute({
		method: 'GET',
		path: `${INSTANCES}/initiated`,
		tokens: ['user'],
		scopes: ['approval:instance:read'],
		tier: 4,
		query: { ...FOR_PEOPLE, ...FILTERS, user_id_type: idType },
		handle(call) {
			const { query, platform } = call;
			const { rows, paging, total } = pageOf(call, rowsOf(platform.store, '3', openIdOf(call.by)), query, '3');
			const instances = rows.map((row) => common(call, row, query.user_id_type, query.locale));
			return { data: { instances, ...paging, count: counted(total, 99) } };
		},
	}),
];
