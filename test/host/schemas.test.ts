import { useHost } from '../support/host/context';

const context = useHost();

/** Where the editor asks for the fields of a node that has not run yet. */
const schema = async (node: string, ...path: string[]) => {
	const response = await fetch(
		`${context.api.url}/schemas/${encodeURIComponent(`n8n-nodes-feishu-openapi.${node}`)}/1.0.0/${path.join('/')}.json`,
	);
	return { status: response.status, body: response.ok ? ((await response.json()) as unknown) : undefined };
};

test.each([
	['feishu', 'message', 'send', 'message_id'],
	['feishuChat', 'chat', 'getAll', 'chat_id'],
	['feishuContact', 'user', 'get', 'open_id'],
])('the editor gets the fields of %s: %s %s', async (node, resource, operation, field) => {
	expect(await schema(node, resource, operation)).toMatchObject({
		status: 200,
		body: { type: 'object', properties: { [field]: { type: 'string' } } },
	});
});
