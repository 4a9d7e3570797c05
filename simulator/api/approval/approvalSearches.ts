import { worded } from '../../approval/definitions';
import { refused } from '../../approval/problem';
import { definitionNamed, ms } from '../../approval/view';
import type { Call } from '../../gateway/route';
import { page } from '../../platform/paging';
import { flag, integer, oneOf, text, texts, withDefault } from '../../platform/validate';
import type { UserIdType } from '../../platform/ids';
import type { Instance, TaskStatus } from '../../state/approvals';
import { approvalRoute, idType, INSTANCES, locale, personOf, readerOf, TASKS } from './approvalRoute';

const QUERY = { page_size: withDefault(integer({ min: 5, max: 200 }), 10), page_token: text(), user_id_type: idType };
const WHICH = { user_id: text(), approval_code: text(), instance_code: text(), locale, with_revoked_instance: flag() };
const EXTERNAL = { instance_external_id: text(), group_external_id: text() };

const DAY = 86_400_000;
const LONGEST_DAYS = 30;

interface Which {
	user_id?: string;
	approval_code?: string;
	instance_code?: string;
	instance_external_id?: string;
	group_external_id?: string;
	locale?: string;
	with_revoked_instance?: boolean;
}

/** One of the ids that say what is looked for must be there. */
function requireOne({ user_id, approval_code, instance_code, instance_external_id, group_external_id }: Which): void {
	const given = [user_id, approval_code, instance_code, instance_external_id, group_external_id];
	if (given.every((id) => id === undefined || id === '')) throw refused.params('no id is given');
}

/** Within 30 days. */
function periodOf(from: string | undefined, to: string | undefined): [number, number] {
	const period: [number, number] = [Number(from ?? 0), Number(to ?? Infinity)];
	const isWhole = from !== undefined && to !== undefined;
	if (isWhole && !(period[1] - period[0] <= LONGEST_DAYS * DAY)) throw refused.params('at most 30 days');
	return period;
}

/**
 * What is so old that the search knows it, of the definition and the code where they are given. What was withdrawn is left
 * out unless it is asked for.
 */
function instancesOf(
	{ platform: { store } }: Call,
	{ approval_code: code = '', instance_code: own = '', ...which }: Which,
): Instance[] {
	if (code !== '' && !store.approvals.definitions.has(code)) throw refused.definition();
	if (own !== '' && !store.approvals.instances.has(own)) throw refused.instance();
	const isOfOthers = (which.instance_external_id ?? which.group_external_id ?? '') !== '';
	// The time of the store may be ahead of the clock, as it is never the same twice.
	const known = store.tick() - store.settings.approvalSearchSeconds * 1000;
	const all = isOfOthers ? [] : [...store.approvals.instances.values()];
	return all
		.filter(
			({ approval_code, instance_code }) =>
				(code === '' || approval_code === code) && (own === '' || instance_code === own),
		)
		.filter(({ start, status, reverted }) => {
			const isRevoked = status === 'CANCELED' || reverted;
			return start <= known && (!isRevoked || which.with_revoked_instance === true);
		})
		.reverse();
}

const link = ({ instance_id: id }: Instance) => ({
	pc_link: `https://applink.feishu.cn/client/mini_program/open?path=pc%2Fpages%2Fdetail%2Findex%3FinstanceId%3D${id}`,
	mobile_link: `https://applink.feishu.cn/client/mini_program/open?path=pages%2Fdetail%2Findex%3FinstanceId%3D${id}`,
});

/** What all three say of the definition and the instance, whose status is in small letters here. */
function about(call: Call, instance: Instance, type: UserIdType, language?: string): object {
	const definition = definitionNamed(readerOf(call), instance);
	const { approval_code: code, approval_id } = definition;
	const name = worded(definition, definition.approval_name, language);
	return {
		approval: { code, name, is_external: false, external: { batch_cc_read: false }, approval_id, icon: '' },
		group: { external_id: '', name: '行政' },
		instance: {
			...{ code: instance.instance_code, external_id: '', extra: '{}', title: name, link: link(instance) },
			user_id: call.platform.store.directory.idFor(call.app, instance.starter, type),
			...{ start_time: ms(instance.start), end_time: ms(instance.end), serial_id: instance.serial_number },
			status: instance.status.toLowerCase(),
		},
	};
}

type Paged = { page_size: number; page_token: string | undefined };

function paged<T>(
	{ platform: { store }, body }: Call,
	all: readonly T[],
	{ page_size: size, page_token: token }: Paged,
) {
	const { items, has_more, page_token } = page(all, {
		...{ size, token, scope: JSON.stringify(body), uneven: store.settings.pages === 'uneven' },
		invalidToken: () => refused.params('page_token'),
	});
	return { items, more: { count: all.length, has_more, page_token: page_token ?? '' } };
}

const ASKED = {
	PENDING: 'PENDING',
	RECALL: 'CANCELED',
	REJECT: 'REJECTED',
	DELETED: 'DELETED',
	APPROVED: 'APPROVED',
	ALL: '',
};
const isAsked = (status: string): status is keyof typeof ASKED => Object.hasOwn(ASKED, status);

const DONE: readonly TaskStatus[] = ['APPROVED', 'REJECTED', 'TRANSFERRED', 'DONE'];

/** For self-built apps. Source: https://open.feishu.cn/document/server-docs/approval-v4/approval-search/query and its neighbors */
export const approvalSearchRoutes = [
	approvalRoute({
		method: 'POST',
		path: `${INSTANCES}/query`,
		...{ scopes: ['approval:approval.list:readonly'], tier: 4, query: QUERY },
		body: {
			...{ ...WHICH, ...EXTERNAL, instance_title: text(), instance_status: text() },
			...{ instance_start_time_from: text(), instance_start_time_to: text() },
		},
		handle(call) {
			const { body, query } = call;
			requireOne(body);
			const [from, to] = periodOf(body.instance_start_time_from, body.instance_start_time_to);
			const status = body.instance_status ?? 'ALL';
			if (!isAsked(status)) throw refused.params('instance_status');
			const person = body.user_id ? personOf(call, body.user_id, query.user_id_type) : undefined;
			const found = instancesOf(call, body)
				.filter((one) => one.start >= from && one.start <= to && (person === undefined || one.starter === person))
				.filter((one) => ASKED[status] === '' || one.status === ASKED[status]);
			const { items, more } = paged(call, found, query);
			const instance_list = items.map((one) => about(call, one, query.user_id_type, body.locale));
			return { data: { instance_list, ...more } };
		},
	}),
	approvalRoute({
		method: 'POST',
		path: `${TASKS}/search`,
		...{ scopes: ['approval:approval.list:readonly', 'approval:approval:readonly'], tier: 4, query: QUERY },
		body: {
			...{ ...WHICH, ...EXTERNAL, task_title: text(), task_status: text(), task_status_list: texts() },
			...{ task_start_time_from: text(), task_start_time_to: text(), order: integer({ min: 0, max: 3 }) },
		},
		handle(call) {
			const { body, query, platform } = call;
			requireOne(body);
			const [from, to] = periodOf(body.task_start_time_from, body.task_start_time_to);
			const wanted = new Set(body.task_status_list ?? [body.task_status ?? 'ALL']);
			const person = body.user_id ? personOf(call, body.user_id, query.user_id_type) : undefined;
			const isWanted = (status: TaskStatus) =>
				wanted.has('ALL') || wanted.has(status) || (wanted.has('PROCESSED') && DONE.includes(status));
			const found = instancesOf(call, body).flatMap((instance) =>
				instance.tasks
					.filter((task) => task.start >= from && task.start <= to && isWanted(task.status))
					.filter((task) => person === undefined || task.open_id === person)
					.map((task) => ({ instance, task })),
			);
			const { items, more } = paged(call, found, query);
			const task_list = items.map(({ instance, task }) => ({
				...about(call, instance, query.user_id_type, body.locale),
				task: {
					user_id: task.open_id && platform.store.directory.idFor(call.app, task.open_id, query.user_id_type),
					...{ start_time: ms(task.start), end_time: ms(task.end), update_time: ms(task.end || task.start) },
					...{ status: task.status.toLowerCase(), title: '', extra: '{}', link: link(instance) },
					...{ task_id: task.id, task_external_id: '' },
				},
			}));
			return { data: { task_list, ...more } };
		},
	}),
	approvalRoute({
		method: 'POST',
		path: `${INSTANCES}/search_cc`,
		...{ scopes: ['approval:approval.list:readonly'], tier: 4, query: QUERY },
		body: {
			...{ ...WHICH, ...EXTERNAL, cc_title: text(), read_status: oneOf(['READ', 'UNREAD', 'ALL']) },
			...{ cc_create_time_from: text(), cc_create_time_to: text() },
		},
		handle(call) {
			const { body, query, platform } = call;
			requireOne(body);
			const [from, to] = periodOf(body.cc_create_time_from, body.cc_create_time_to);
			const person = body.user_id ? personOf(call, body.user_id, query.user_id_type) : undefined;
			const status = body.read_status ?? 'ALL';
			const found = instancesOf(call, body).flatMap((instance) =>
				instance.copies
					.filter((copy) => copy.time >= from && copy.time <= to && (person === undefined || copy.open_id === person))
					.filter((copy) => status === 'ALL' || copy.read === (status === 'READ'))
					.map((copy) => ({ instance, copy })),
			);
			const { items, more } = paged(call, found, query);
			const cc_list = items.map(({ instance, copy }) => ({
				...about(call, instance, query.user_id_type, body.locale),
				cc: {
					user_id: platform.store.directory.idFor(call.app, copy.open_id, query.user_id_type),
					...{ create_time: ms(copy.time), read_status: copy.read ? 'READ' : 'UNREAD', title: '', extra: '{}' },
					link: link(instance),
				},
			}));
			return { data: { cc_list, ...more } };
		},
	}),
];
