import type { Asked } from '../../../../feishu/api/missingScopes';
import type { Holder, OperationNeeds } from '../../../../feishu/api/scopeNeeds';
import { findEndpoint } from '../../../../feishu/catalog';
import { allOperations } from '../../../../feishu/catalog/operations';
import { plainField } from '../../../shared/fields/plain';
import { splitList } from '../../../shared/fields/values';
import type { OperationContext } from '../../../shared/operation/operation';
import { connectedNodes, type OwnNode } from './connectedNodes';

const WORKFLOW = 'workflow';

const placeOf = ({ node, resource }: OperationNeeds) => `${node}/${resource}`;

/** Of whose operations something is known; an expression may also name a resource: `feishu/message`. */
export const checkForField = plainField(
	{
		displayName: 'Check For',
		name: 'checkFor',
		type: 'multiOptions',
		options: [
			{ name: 'Feishu', value: 'feishu' },
			{ name: 'Feishu Aily', value: 'feishuAily' },
			{ name: 'Feishu Approval', value: 'feishuApproval' },
			{ name: 'Feishu Base', value: 'feishuBase' },
			{ name: 'Feishu Calendar', value: 'feishuCalendar' },
			{ name: 'Feishu Chat', value: 'feishuChat' },
			{ name: 'Feishu Contact', value: 'feishuContact' },
			{ name: 'Feishu Docs', value: 'feishuDocs' },
			{ name: 'Feishu Drive', value: 'feishuDrive' },
			{ name: 'Feishu Sheets', value: 'feishuSheets' },
			{ name: 'Feishu Task', value: 'feishuTask' },
			{ name: 'Feishu Wiki', value: 'feishuWiki' },
			{ name: "This Workflow's Nodes", value: WORKFLOW },
		],
		default: [WORKFLOW],
		description: 'Whose scopes; all where none is chosen',
	},
	(value) => splitList(value),
);

/** What is to be checked, and what there is to say about the choice. */
export interface Chosen {
	asked: Asked[];
	notes: string[];
}

/**
 * The operations that were chosen, each once.
 * @param as for whom this node acts
 * @throws InputError for what is no choice
 */
export async function chosenOperations(
	{ read, refuse, context }: OperationContext<typeof checkForField>,
	as: Holder,
): Promise<Chosen> {
	const operations = await allOperations();
	const chosen = read(checkForField);
	const known = new Set([WORKFLOW, ...operations.flatMap((row) => [row.node, placeOf(row)])]);
	const unknown = chosen.find((value) => !known.has(value));
	if (unknown !== undefined)
		throw refuse(checkForField, `can't be '${unknown.slice(0, 40)}'`, `Use any of ${[...known].join(', ')}`);
	const byPlace = operations
		.filter((row) => chosen.includes(row.node) || chosen.includes(placeOf(row)))
		.map((row) => ({ ...row, as }));
	const all = () => operations.map((row) => ({ ...row, as }));
	if (chosen.length === 0) return { asked: all(), notes: [] };
	if (!chosen.includes(WORKFLOW)) return { asked: byPlace, notes: [] };
	const nodes = connectedNodes(context, as);
	const asked = once([...byPlace, ...(await Promise.all(nodes.map((node) => needsOf(node, operations)))).flat()]);
	if (asked.length > 0) return { asked, notes: [] };
	return {
		asked: all(),
		notes: ['No node whose scopes are known is connected with this one, so all operations were looked at.'],
	};
}

async function needsOf({ as, ...node }: OwnNode, operations: readonly OperationNeeds[]): Promise<Asked[]> {
	const row = operations.find(
		(one) => one.node === node.node && one.resource === node.resource && one.operation === node.operation,
	);
	if (!row) return [];
	const endpoint = await findEndpoint(node.endpoint);
	if (!endpoint) return [{ ...row, as }];
	const { scopes = [], needScopes = [] } = endpoint;
	const needs = [scopes, ...needScopes.map((scope) => [scope])].map((oneOf) => ({ oneOf }));
	return [{ title: `${row.title} (${node.endpoint})`, as, needs }];
}

/** In an order of their own: n8n tells of nodes in no order that people would know. */
const once = (asked: readonly Asked[]): Asked[] => [
	...new Map(
		asked.map((one) => [`${one.title} ${one.as}`, one] as const).sort(([a], [b]) => (a < b ? -1 : 1)),
	).values(),
];
