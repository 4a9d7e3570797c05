/** What Endpoint: Call says where it is a tool of an AI agent. */
import { NodeHelpers } from 'n8n-workflow';

import { FeishuOpenApi } from '../../../../nodes/FeishuOpenApi/FeishuOpenApi.node';

const { description } = new FeishuOpenApi();

/** Words of the panel that are shown. @param name of the node's type; n8n makes the copy for agents, and names it so */
function notices(name: string, operation: string): string[] {
	const chosen = { resource: 'endpoint', operation };
	return description.properties
		.filter(({ type }) => type === 'notice')
		.filter((property) => NodeHelpers.displayParameter(chosen, property, null, { ...description, name }))
		.map(({ displayName }) => displayName);
}

it('tells who makes a tool of it that the model does not learn what the endpoint does', () => {
	expect(notices('feishuOpenApiTool', 'call')).toEqual([expect.stringContaining('Tool Description → Set Manually')]);
	expect(notices('feishuOpenApiTool', 'find')).toEqual([]);
	expect(notices('feishuOpenApi', 'call')).toEqual([]);
});
