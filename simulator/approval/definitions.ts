import { createHash } from 'node:crypto';
import { newId } from '../platform/ids';
import type { ApprovalNode, Definition, Widget } from '../state/approvals';
import type { Store } from '../state/store';
import { refused } from './problem';

/** Who started it, and the end: nodes of every definition. */
export const START = { node_id: md5('START'), node_key: 'START', name: '提交' };
export const END = { node_id: md5('END'), node_key: 'END', name: '结束' };

function md5(text: string): string {
	return createHash('md5').update(text).digest('hex');
}

let lastKey = 27_996;

/** A node with what it needs besides what is given. */
export const nodeOf = (node: Partial<ApprovalNode>): ApprovalNode => ({
	node_id: newId.approvalNode(),
	node_key: `APPROVAL_${++lastKey}_285502`,
	name: '审批',
	node_type: 'AND',
	need_approver: false,
	people: [],
	...node,
});

export type DefinitionRequest = Partial<Omit<Definition, 'nodes'>> & { nodes?: ReadonlyArray<Partial<ApprovalNode>> };

/** Makes a definition, or puts another one in the place of that with the same code. */
export function addDefinition(store: Store, request: DefinitionRequest): Definition {
	const definition: Definition = {
		approval_code: newId.approval(),
		approval_id: newId.long(),
		approval_name: '',
		description: '',
		status: 'ACTIVE',
		form: [],
		viewers: [{ type: 'TENANT' }],
		admins: [],
		texts: new Map(),
		locale: 'zh-CN',
		revocable: true,
		revertDays: 0,
		...request,
		nodes: (request.nodes ?? [{}]).map(nodeOf),
	};
	store.approvals.definitions.set(definition.approval_code, definition);
	return definition;
}

/** What stands for a text, in the language asked for or the one of the definition. */
export function worded({ texts, locale }: Definition, text: string, asked?: string): string {
	if (!text.startsWith('@i18n@')) return text;
	return texts.get(asked ?? locale)?.[text] ?? texts.get(locale)?.[text] ?? text;
}

const isWidget = (value: unknown): value is Widget => typeof value === 'object' && value !== null && 'id' in value;

/** A widget as the platform shows it. */
function widgetView(definition: Definition, { computes: _computes, ...widget }: Widget, locale?: string): object {
	const say = (text: string) => worded(definition, text, locale);
	const { option, children } = widget;
	const options: unknown = Array.isArray(option)
		? option.map((each: { text?: unknown }) => ({
				...each,
				...(typeof each.text === 'string' && { text: say(each.text) }),
			}))
		: option;
	return {
		...widget,
		name: say(widget.name),
		required: widget.required ?? false,
		visible: true,
		printable: true,
		enable_default_value: false,
		widget_default_value: '',
		display_condition: null,
		...(option !== undefined && { option: options }),
		...(children && { children: children.filter(isWidget).map((child) => widgetView(definition, child, locale)) }),
	};
}

/** The form as JSON. */
export const formView = (definition: Definition, locale?: string): string =>
	JSON.stringify(definition.form.map((widget) => widgetView(definition, widget, locale)));

const ends = ({ node_id, name }: typeof START) => ({ name, need_approver: false, node_id, node_type: 'AND' });

/** The nodes, with the first and the last one, which nobody decides in. */
export const nodesView = (definition: Definition, locale?: string): object[] => [
	ends(START),
	...definition.nodes.map((node) => ({
		name: worded(definition, node.name, locale),
		need_approver: node.need_approver,
		node_id: node.node_id,
		...(node.custom_node_id !== undefined && { custom_node_id: node.custom_node_id }),
		node_type: node.node_type,
		...(node.need_approver && {
			approver_chosen_multi: node.approver_chosen_multi ?? true,
			approver_chosen_range: node.approver_chosen_range ?? [{ approver_range_type: 0, approver_range_ids: [] }],
		}),
		require_signature: node.require_signature ?? false,
	})),
	ends(END),
];

/** A definition that is there; 1390002 and, where it was deleted, 1390016. */
export function definitionOf(store: Store, code: string): Definition {
	const definition = store.approvals.definitions.get(code);
	if (!definition) throw refused.definition();
	if (definition.status === 'DELETED') throw refused.deleted();
	return definition;
}

/** The node that a request names by either of its ids. */
export const nodeNamed = ({ nodes }: Definition, key: string): ApprovalNode | undefined =>
	nodes.find(({ node_id: id, custom_node_id: custom }) => key !== '' && (id === key || custom === key));

/** Whether somebody may start it. */
export function maySee(store: Store, { viewers }: Definition, openId: string): boolean {
	const departments = store.contact.users.get(openId)?.department_ids ?? [];
	return viewers.some(
		({ type, id = '' }) =>
			type === 'TENANT' || (type === 'USER' && id === openId) || (type === 'DEPARTMENT' && departments.includes(id)),
	);
}
