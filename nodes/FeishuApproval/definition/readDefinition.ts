import type { IDataObject } from 'n8n-workflow';

import { text } from '../../../feishu/json';
import { widgetsOf, type Widget } from '../../../feishu/approval/widget';
import type { FeishuClient } from '../../shared/client/client';

/** For an app. */
export const GET_DEFINITION = 'GET /open-apis/approval/v4/approvals/:approval_code';
/** For a person. */
export const GET_DEFINITION_DETAIL = 'GET /open-apis/approval/v4/approvals/:approval_code/detail';

/** What whoever reads a definition has to list among its calls. */
export const DEFINITION_CALLS = [GET_DEFINITION, GET_DEFINITION_DETAIL] as const;

export const DEFINITION_SCOPES = [
	'approval:definition',
	'approval:approval:readonly',
	'approval:approval',
	'approval:approval:read',
];

/** Where each approval begins and ends, in which nobody decides. @see https://open.feishu.cn/document/server-docs/approval-v4/approval/get `node_list` */
export const ENDS: ReadonlySet<string> = new Set([
	'b078ffd28db767c502ac367053f6e0ac',
	'b1a326c06d88bf042f73d70f50197905',
]);

/** A step of an approval. */
export interface Step {
	node_id: string;
	custom_node_id: string;
	name: string;
	/** `AND`, `OR`, `SEQUENTIAL`, or `CC_NODE` for copies. */
	node_type: string;
	/** Whoever starts the approval chooses who decides. */
	need_approver: boolean;
}

export interface Definition {
	approval_code: string;
	name: string;
	widgets: Widget[];
	steps: Step[];
	/** As the platform says it. */
	raw: IDataObject;
}

const known = new WeakMap<FeishuClient, Map<string, Promise<Definition>>>();

/** A definition, once in an execution: the items of a run mostly start one and the same. @throws CallError */
export async function definitionOf(feishu: FeishuClient, approval_code: string): Promise<Definition> {
	const definitions = known.get(feishu) ?? new Map<string, Promise<Definition>>();
	known.set(feishu, definitions);
	const asked = definitions.get(approval_code) ?? read(feishu, approval_code);
	definitions.set(approval_code, asked);
	return await asked;
}

async function read(feishu: FeishuClient, approval_code: string): Promise<Definition> {
	const endpoint = (await feishu.isPerson()) ? GET_DEFINITION_DETAIL : GET_DEFINITION;
	const raw = await feishu.call<IDataObject>(endpoint, { path: { approval_code } });
	const nodes = Array.isArray(raw.node_list) ? (raw.node_list as IDataObject[]) : [];
	return {
		approval_code,
		name: text(raw.approval_name),
		widgets: widgetsOf(raw.form),
		steps: nodes.map((node) => ({
			node_id: text(node.node_id),
			custom_node_id: text(node.custom_node_id),
			name: text(node.name),
			node_type: text(node.node_type),
			need_approver: node.need_approver === true,
		})),
		raw,
	};
}
