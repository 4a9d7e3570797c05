/** What stands under the nodes on the canvas, as n8n resolves it. */
import { Workflow, type INode, type INodeParameters, type INodeTypes } from 'n8n-workflow';

import { readNodes } from '../../../scripts/lib/operations';
import { loadSource, manifest } from '../../support/package/sources';

const types = { getByName: () => undefined, getByNameAndVersion: () => undefined } as unknown as INodeTypes;
const nodes = readNodes(manifest.n8n.nodes, loadSource);

function subtitle(name: string, parameters: INodeParameters): unknown {
	const found = nodes.find(({ description }) => description.name === name);
	const node: INode = { id: '1', name, type: name, typeVersion: 1, position: [0, 0], parameters };
	const { expression } = new Workflow({ nodes: [node], connections: {}, active: false, nodeTypes: types });
	return expression.getSimpleParameterValue(node, found?.description.subtitle, 'internal', {});
}

it.each([
	['feishu', { resource: 'message', operation: 'send' }, 'Send: Message'],
	['feishu', { resource: 'message', operation: 'sendAndWait' }, 'Send and Wait: Message'],
	['feishu', { resource: 'streamingCard', operation: 'streamText' }, 'Stream AI Output: Streaming Card'],
	['feishuBase', { resource: 'record', operation: 'upsert' }, 'Create or Update: Record'],
	['feishuBase', { resource: 'record', operation: 'getOrCreate' }, 'Get or Create: Record'],
	['feishuContact', { resource: 'user', operation: 'getByDepartment' }, 'Get by Department: User'],
	['feishuChat', { resource: 'topNotice', operation: 'put' }, 'Put: Top Notice'],
	['feishuContact', { resource: 'userGroup', operation: 'getAll' }, 'Get Many: User Group'],
	['feishuSheets', { resource: 'row', operation: 'upsert' }, 'Create or Update: Row'],
	['feishuSheets', { resource: 'dimension', operation: 'move' }, 'Move: Row or Column'],
	['feishuDocs', { resource: 'document', operation: 'replaceSection' }, 'Replace Section: Document'],
	['feishuWiki', { resource: 'wikiNode', operation: 'getAll' }, 'Get Many: Page'],
	['feishuWiki', { resource: 'spaceMember', operation: 'add' }, 'Add: Wiki Member'],
	['feishuDrive', { resource: 'driveFile', operation: 'export' }, 'Export: File'],
	['feishuDrive', { resource: 'permission', operation: 'add' }, 'Add: Access'],
	['feishuCustomBot', { messageType: 'cardJson' }, 'Card Json'],
	['feishuTrigger', { events: ['im.message.receive_v1'] }, 'Message Received'],
	['feishuTrigger', { events: ['*'] }, 'Any Event'],
	['feishuBaseTrigger', { events: ['created', 'field'] }, 'Record Created, Field Changed'],
	['feishuBasePollingTrigger', { events: ['changed'] }, 'Record Changed'],
	['feishuWebhookTrigger', { events: ['drive.file.edit_v1'] }, 'Drive File Edit'],
])('%s %j reads "%s"', (name, parameters, words) => {
	expect(subtitle(name, parameters)).toBe(words);
});
