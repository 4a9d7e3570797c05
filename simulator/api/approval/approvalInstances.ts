import { definitionOf } from '../../approval/definitions';
import { withdraw } from '../../approval/instances';
import { refused } from '../../approval/problem';
import { detailView, instanceView } from '../../approval/view';
import { copyTo } from '../../approval/flow';
import { page } from '../../platform/paging';
import { flag, integer, required, text, texts, withDefault } from '../../platform/validate';
import { openIdOf } from '../../state/operator';
import type { Instance } from '../../state/approvals';
import { approvalRoute, courseOf, idType, INSTANCES, locale, personOf, readerOf } from './approvalRoute';

const WRITE = ['approval:approval', 'approval:approval:readonly', 'approval:instance'];
const LONGEST_MS = 10 * 3_600_000;
const MOST_COPIES = 20;

/** Somebody who has to do with it: as people read what is theirs. */
const concerns = ({ starter, tasks, copies }: Instance, openId: string): boolean =>
	starter === openId || [...tasks, ...copies].some(({ open_id: id }) => id === openId);

const named = { approval_code: required(text()), instance_code: required(text()), user_id: required(text()) };

/** Source: https://open.feishu.cn/document/server-docs/approval-v4/instance/get and its neighbors; those for people are of the API Explorer */
export const approvalInstanceRoutes = [
	approvalRoute({
		method: 'GET',
		path: INSTANCES,
		scopes: WRITE,
		query: {
			...{ approval_code: required(text()), start_time: required(text()), end_time: required(text()) },
			...{ page_size: withDefault(integer({ min: 1, max: 100 }), 100), page_token: text() },
		},
		handle({ query, platform: { store } }) {
			const definition = definitionOf(store, query.approval_code);
			if (definition.closed) throw refused.noData();
			const [from, to] = [Number(query.start_time), Number(query.end_time)];
			if (!(to >= from) || to - from > LONGEST_MS) throw refused.params('start_time and end_time, at most 10 hours');
			const codes = [...store.approvals.instances.values()]
				.filter(({ approval_code: code, start }) => code === query.approval_code && start >= from && start <= to)
				.map(({ instance_code: code }) => code);
			const { items, has_more, page_token } = page(codes, {
				size: query.page_size,
				token: query.page_token,
				scope: `${query.approval_code} ${from} ${to}`,
				invalidToken: () => refused.params('page_token'),
				uneven: store.settings.pages === 'uneven',
			});
			return { data: { instance_code_list: items, has_more, page_token: page_token ?? '' } };
		},
	}),
	approvalRoute({
		method: 'GET',
		path: `${INSTANCES}/detail`,
		tokens: ['user'],
		scopes: ['approval:instance:read'],
		tier: 4,
		query: { instance_code: required(text()), locale, user_id_type: idType },
		handle(call) {
			const { query, platform, by } = call;
			const { instance, definition } = courseOf(call, query.instance_code);
			if (definition.closed) throw refused.noDetail();
			if (!concerns(instance, openIdOf(by))) throw refused.denied();
			const idOf = (id: string) => (id === '' ? '' : platform.store.directory.idFor(by.app, id, query.user_id_type));
			return { data: detailView(readerOf(call, query.locale), instance, idOf) };
		},
	}),
	approvalRoute({
		method: 'GET',
		path: `${INSTANCES}/:instance_id`,
		scopes: WRITE,
		tier: 4,
		query: { locale, user_id: text(), user_id_type: idType, nested_mutable_group: flag() },
		handle(call) {
			const { query, params } = call;
			const { instance, definition } = courseOf(call, params.instance_id ?? '');
			if (definition.closed) throw refused.noData();
			if (query.user_id) personOf(call, query.user_id, query.user_id_type);
			return { data: instanceView(readerOf(call, query.locale), instance) };
		},
	}),
	approvalRoute({
		method: 'POST',
		path: `${INSTANCES}/cancel`,
		scopes: WRITE,
		query: { user_id_type: idType },
		body: named,
		handle(call) {
			const { body, query } = call;
			const course = courseOf(call, body.instance_code, body.approval_code);
			if (personOf(call, body.user_id, query.user_id_type) !== course.instance.starter) throw refused.busy();
			withdraw(course);
			return { data: {} };
		},
	}),
	approvalRoute({
		method: 'POST',
		path: `${INSTANCES}/recall`,
		tokens: ['user'],
		scopes: ['approval:instance:write'],
		body: { instance_code: required(text()) },
		handle(call) {
			const course = courseOf(call, call.body.instance_code);
			if (openIdOf(call.by) !== course.instance.starter) throw refused.busy();
			withdraw(course);
			return { data: {} };
		},
	}),
	approvalRoute({
		method: 'POST',
		path: `${INSTANCES}/cc`,
		scopes: WRITE,
		query: { user_id_type: idType },
		body: { ...named, cc_user_ids: required(texts({ min: 1, max: MOST_COPIES })), comment: text() },
		handle(call) {
			const { body, query } = call;
			const course = courseOf(call, body.instance_code, body.approval_code);
			const from = personOf(call, body.user_id, query.user_id_type);
			const people = body.cc_user_ids.map((id) => personOf(call, id, query.user_id_type));
			copyTo(course, people, from);
			course.store.changed();
			return { data: {} };
		},
	}),
	approvalRoute({
		method: 'POST',
		path: `${INSTANCES}/add_cc`,
		tokens: ['user'],
		scopes: ['approval:instance:write'],
		query: { user_id_type: idType },
		body: {
			...{ instance_code: required(text()), comment: text() },
			cc_user_ids: required(texts({ min: 1, max: MOST_COPIES })),
		},
		handle(call) {
			const { body, query, by } = call;
			const course = courseOf(call, body.instance_code);
			if (!concerns(course.instance, openIdOf(by))) throw refused.busy();
			const people = body.cc_user_ids.map((id) => personOf(call, id, query.user_id_type));
			copyTo(course, people, openIdOf(by));
			course.store.changed();
			return { data: {} };
		},
	}),
	approvalRoute({
		method: 'POST',
		path: `${INSTANCES}/remind`,
		tokens: ['user'],
		scopes: ['approval:instance:write'],
		body: { instance_code: required(text()), task_ids: required(texts({ min: 1 })), comment: text() },
		handle(call) {
			const { instance } = courseOf(call, call.body.instance_code);
			if (openIdOf(call.by) !== instance.starter) throw refused.busy();
			const isPending = (id: string) => instance.tasks.some((task) => task.id === id && task.status === 'PENDING');
			if (!call.body.task_ids.every(isPending)) throw refused.params('task_ids');
			return { data: {} };
		},
	}),
];
