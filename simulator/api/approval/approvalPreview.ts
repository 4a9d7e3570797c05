import { requireCondition } from '../../approval/conditions';
import { definitionOf, END, START, worded } from '../../approval/definitions';
import { nodeAt, peopleOf, pendingTasks } from '../../approval/flow';
import { takeForm } from '../../approval/form';
import { refused } from '../../approval/problem';
import type { Call } from '../../gateway/route';
import type { UserIdType } from '../../platform/ids';
import { required, text } from '../../platform/validate';
import type { ApprovalNode, Definition } from '../../state/approvals';
import { approvalRoute, courseOf, idType, INSTANCES, locale, personOf, placeOf } from './approvalRoute';

type Ids = (openIds: readonly string[]) => string[];

function nodeView(
	definition: Definition,
	node: ApprovalNode,
	people: readonly string[],
	ids: Ids,
	language?: string,
): object {
	const isCopy = node.node_type === 'CC_NODE';
	return {
		...{ user_id_list: isCopy ? [] : ids(people), end_cc_id_list: isCopy ? ids(people) : [], comments: [] },
		...{ node_id: node.node_id, node_name: worded(definition, node.name, language), node_type: node.node_type },
		...{ custom_node_id: node.custom_node_id ?? '', is_empty_logic: false },
		...{ is_approver_type_free: node.need_approver, has_cc_type_free: false },
	};
}

const endView = ({ node_id, name }: typeof START, people: string[]) => ({
	...{
		user_id_list: people,
		end_cc_id_list: [],
		comments: [],
		node_id,
		node_name: name,
		node_type: '',
		custom_node_id: '',
	},
});

/** The way before anything is started, whose starter is named. */
function wayFrom(
	call: Call,
	body: { approval_code?: string; department_id?: string; form?: string },
	starter: string,
): Definition {
	const { store } = call.platform;
	const definition = definitionOf(store, body.approval_code ?? '');
	if (definition.free) throw refused.freeProcess();
	requireCondition(definition, 'preview');
	const departments = store.contact.users.get(starter)?.department_ids ?? [];
	// Who is in several has to say which.
	if (departments.length > 1 && !body.department_id) throw refused.department();
	if (body.form === undefined) throw refused.params('form is required');
	takeForm(body.form, definition, placeOf(call));
	return definition;
}

/** Source: https://open.feishu.cn/document/server-docs/approval-v4/instance/approval-preview */
export const approvalPreviewRoutes = [
	approvalRoute({
		method: 'POST',
		path: `${INSTANCES}/preview`,
		scopes: ['approval:approval', 'approval:approval:readonly', 'approval:instance'],
		tier: 4,
		query: { user_id_type: idType },
		body: {
			...{ user_id: required(text()), approval_code: text(), department_id: text(), form: text() },
			...{ instance_code: text(), task_id: text(), locale },
		},
		handle(call) {
			const { body, query, platform, app } = call;
			const person = personOf(call, body.user_id, query.user_id_type);
			const type: UserIdType = query.user_id_type;
			const ids: Ids = (people) => people.map((id) => platform.store.directory.idFor(app, id, type));
			const end = endView(END, []);
			if (!body.instance_code) {
				const definition = wayFrom(call, body, person);
				const nodes = definition.nodes.map((node) => nodeView(definition, node, node.people, ids, body.locale));
				return { data: { preview_nodes: [endView(START, ids([person])), ...nodes, end] } };
			}
			const course = courseOf(call, body.instance_code);
			const { instance, definition } = course;
			requireCondition(definition, 'preview');
			if (!pendingTasks(instance).some(({ id, open_id }) => id === body.task_id && open_id === person))
				throw refused.params('task_id');
			const from = nodeAt(course) ? instance.at : 0;
			const left = definition.nodes.slice(from);
			const nodes = left.map((node) => nodeView(definition, node, peopleOf(instance, node), ids, body.locale));
			return { data: { preview_nodes: [...nodes, end] } };
		},
	}),
];
