/** Feishu Open API → Endpoint: Call: the address of a wiki's page where a document's ID goes. */
import { putSpace } from '../../support/wikiSpace';
import { only, usePlatform } from '../../support/engine';
import { callerOf } from '../../support/engine/caller';

const platform = usePlatform();
const { run, out } = callerOf(platform);

const GET_NODE = 'GET /open-apis/wiki/v2/spaces/get_node';
const TABLES = 'GET /open-apis/bitable/v1/apps/:app_token/tables';
const COMMENTS = 'GET /open-apis/drive/v1/files/:file_token/comments';
const MEMBERS = 'GET /open-apis/drive/v1/permissions/:token/members';
const addressOf = (token: string) => `https://a.feishu.cn/wiki/${token}?table=tbl1`;

/** A new page of a new wiki, with its tokens. */
async function page(obj_type: string) {
	putSpace(platform.store, '7');
	const [node] = await out('POST /open-apis/wiki/v2/spaces/:space_id/nodes', {
		'path.space_id': '7',
		'body.obj_type': obj_type,
		'body.node_type': 'origin',
		'body.title': 'Page',
	});
	platform.simulator.requests.length = 0;
	return node?.json as { node_token: string; obj_token: string };
}

test('a base that lies in a wiki is found by the address of its page, which is looked up once for all items', async () => {
	const { node_token, obj_token } = await page('bitable');
	const { error } = await run(TABLES, { 'path.app_token': addressOf(node_token) }, { items: [{}, {}] });
	expect(error).toBeUndefined();
	const path = `/open-apis/bitable/v1/apps/${obj_token}/tables`;
	expect(platform.routes).toEqual([GET_NODE, `GET ${path}`, `GET ${path}`]);
	expect(platform.calls[0]?.query).toBe(`token=${node_token}`);
});

test('what lies there has to be what the endpoint takes, or the type that was chosen', async () => {
	const { node_token, obj_token } = await page('sheet');
	const { error } = await run(TABLES, { 'path.app_token': addressOf(node_token) });
	expect(error).toMatchObject({
		message: expect.stringContaining("The field 'app_token' takes a base; the wiki's page holds a spreadsheet"),
	});
	const comments = { 'path.file_token': addressOf(node_token) };
	const wrong = await run(COMMENTS, { ...comments, 'query.file_type': 'docx' });
	expect(wrong.error?.message).toContain("takes a document; the wiki's page holds a spreadsheet");
	platform.simulator.requests.length = 0;
	await out(COMMENTS, { ...comments, 'query.file_type': 'sheet' });
	expect(platform.routes).toEqual([GET_NODE, `GET /open-apis/drive/v1/files/${obj_token}/comments`]);
});

test('what takes the page itself gets it, and nothing is looked up', async () => {
	const { node_token } = await page('docx');
	await run(MEMBERS, { 'path.token': addressOf(node_token), 'query.type': 'wiki' });
	expect(only(platform.calls).path).toBe(`/open-apis/drive/v1/permissions/${node_token}/members`);
});

test('a page that is not there, and a missing scope, are told with the scope that looking up needs', async () => {
	const { error } = await run(TABLES, { 'path.app_token': addressOf('wikcnNobody') });
	expect(error?.message).toBe("The page of the wiki does not exist, or this app can't see it");
	const { node_token } = await page('bitable');
	for (const app of platform.store.apps.values()) app.scopes = ['bitable:app'];
	const lacking = await run(TABLES, { 'path.app_token': addressOf(node_token) });
	expect(`${lacking.error?.message} ${lacking.error?.description}`).toContain('wiki:node:read');
	for (const scope of ['wiki:node:read', 'wiki:wiki:readonly', 'wiki:wiki'])
		expect(lacking.error?.description).toContain(scope);
	expect(platform.routes.filter((route) => route.includes('/bitable/'))).toEqual([]);
});

test('a missing scope that the platform does not name is that of the looking up', async () => {
	platform.simulator.faults.add({
		path: '/open-apis/wiki/v2/spaces/get_node',
		action: { type: 'code', http: 400, code: 99991672, msg: 'Access denied.' },
	});
	const { error } = await run(TABLES, { 'path.app_token': addressOf('wikcnAny') });
	expect(`${error?.message} ${error?.description}`).toContain('wiki:node:read');
	expect(`${error?.message} ${error?.description}`).not.toContain('bitable:app');
});

test('once the page is found, a missing scope is that of the endpoint itself', async () => {
	const { node_token } = await page('bitable');
	for (const app of platform.store.apps.values()) app.scopes = ['wiki:node:read'];
	const { error } = await run(TABLES, { 'path.app_token': addressOf(node_token) });
	const told = `${error?.message} ${error?.description}`;
	expect(told).toContain('bitable:app');
	expect(told).not.toContain('wiki:');
});
