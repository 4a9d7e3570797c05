import { useHost } from '../support/host/context';

const context = useHost();

/** Where the editor asks for the fields of a node that has not run yet. */
const schema = async (node: string, ...path: string[]) => {
	const type = encodeURIComponent(`n8n-nodes-feishu-openapi.${node}`);
	const response = await fetch(`${context.api.url}/schemas/${type}/${path.join('/')}.json`);
	return { status: response.status, body: response.ok ? await response.json() : undefined };
};

test.each([
	['feishu', 'message', 'send', 'message_id'],
	['feishuChat', 'chat', 'getAll', 'chat_id'],
	['feishuContact', 'user', 'get', 'open_id'],
])('the editor gets the fields of %s: %s %s', async (node, resource, operation, field) => {
	expect(await schema(node, '1.0.0', resource, operation)).toMatchObject({
		status: 200,
		body: { type: 'object', properties: { [field]: { type: 'string' } } },
	});
});

test.each([
	['feishuTrigger', '1.0.0'],
	['feishuWebhookTrigger', '1.1.0'],
])('and those of an event, of %s %s', async (node, version) => {
	expect(await schema(node, version)).toMatchObject({
		status: 200,
		body: { properties: { text: { type: 'string' }, chat_id: { type: 'string' } } },
	});
});
