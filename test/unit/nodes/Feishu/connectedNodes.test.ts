import type { IExecuteFunctions, INode, NodeTypeAndVersion } from 'n8n-workflow';

import { connectedNodes } from '../../../../nodes/Feishu/resources/app/connectedNodes';

const OURS = 'n8n-nodes-feishu-openapi';

type Links = Readonly<Record<string, { before?: string[]; after?: string[]; tools?: string[] }>>;

/** What n8n tells of a workflow: who comes before and after a node, and which tools it has. */
function workflow(types: Readonly<Record<string, string>>, links: Links, authentication = 'app') {
	const node = (name: string): NodeTypeAndVersion => ({
		name,
		type: types[name] ?? '',
		typeVersion: 1,
		disabled: false,
		parameters: { resource: name, operation: 'get' },
	});
	const context = {
		getNode: () => ({ name: 'Check', type: `${OURS}.feishu`, parameters: { authentication } }) as unknown as INode,
		getParentNodes: (name: string, options?: { connectionType?: string }) =>
			((options?.connectionType === 'ai_tool' ? links[name]?.tools : links[name]?.before) ?? []).map(node),
		getChildNodes: (name: string) => (links[name]?.after ?? []).map(node),
	};
	return context as unknown as IExecuteFunctions;
}

const found = (context: IExecuteFunctions) =>
	connectedNodes(context, 'tenant').map(({ node, resource }) => [node, resource]);

test('nodes are found however far they stand, also in a circle', () => {
	const types = { start: `${OURS}.feishuTrigger`, other: `${OURS}.feishuChat`, far: `${OURS}.feishuContact` };
	const links = {
		Check: { before: ['start'], after: ['start'] },
		start: { after: ['other', 'Check'], before: ['Check'] },
		other: { after: ['far'] },
		far: { before: ['other', 'start'] },
	};
	expect(found(workflow(types, links)).sort()).toEqual([
		['feishuChat', 'other'],
		['feishuContact', 'far'],
		['feishuTrigger', 'start'],
	]);
});

test('tools of an AI agent count as the nodes that they are', () => {
	const types = { agent: 'n8n.agent', tool: `${OURS}.feishuChatTool`, asks: `${OURS}.feishuHitlTool` };
	const links = { Check: { before: ['agent'] }, agent: { tools: ['tool', 'asks'] } };
	expect(found(workflow(types, links))).toEqual([
		['feishuChat', 'tool'],
		['feishu', 'asks'],
	]);
});

test('nodes of other packages do not count, whatever their name', () => {
	const types = { lite: 'n8n-nodes-feishu-lite.feishu', core: 'n8n-nodes-base.set' };
	expect(found(workflow(types, { Check: { after: ['lite', 'core'] } }))).toEqual([]);
});

test.each([
	['user', 'accessToken', 'accessToken', 'user'],
	['tenant', 'accessToken', 'accessToken', 'tenant'],
	['tenant', 'app', 'person', 'user'],
	['user', 'person', 'app', 'tenant'],
] as const)('whoever is %s with %s takes %s for %s', (own, mine, theirs, as) => {
	const context = workflow({ other: `${OURS}.feishu` }, { Check: { after: ['other'] } }, mine);
	const children = context.getChildNodes;
	context.getChildNodes = (name) =>
		children(name).map((node) => ({ ...node, parameters: { ...node.parameters, authentication: theirs } }));
	expect(connectedNodes(context, own).map((node) => node.as)).toEqual([as]);
});
