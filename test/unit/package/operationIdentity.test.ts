/** Whose token an operation takes, against what the catalog says of the endpoints that it calls. */
import { readNodes } from '../../../scripts/lib/operations';
import { findEndpoint, type Endpoint } from '../../../feishu/catalog';
import type { Identity } from '../../../nodes/shared/operation/operation';
import { loadSource, manifest } from '../../support/package/sources';
import { WITHOUT_PAGE } from '../../support/package/withoutPage';

/** The click on its card comes to the app that has sent it. */
const NARROWER: Readonly<Record<string, Identity>> = { 'Feishu/message/sendAndWait': 'app' };

/** What serves the other identity with another endpoint. */
const WIDER: Readonly<Record<string, Identity>> = {
	'Feishu/app/checkSetup': 'either',
	'FeishuApproval/approvalDefinition/get': 'either',
	'FeishuApproval/approvalInstance/cancel': 'either',
	'FeishuApproval/approvalInstance/copyTo': 'either',
	'FeishuApproval/approvalInstance/create': 'either',
	'FeishuApproval/approvalInstance/get': 'either',
	'FeishuApproval/approvalInstance/getAll': 'either',
	'FeishuApproval/approvalTask/addApprovers': 'either',
	'FeishuApproval/approvalTask/approve': 'either',
	'FeishuApproval/approvalTask/reject': 'either',
	'FeishuApproval/approvalTask/rollBack': 'either',
	'FeishuApproval/approvalTask/transfer': 'either',
	'FeishuCalendar/room/getAll': 'either',
	'FeishuDrive/driveFile/search': 'either',
};

/** Endpoints that the catalog can't know: none, any, the address of a custom bot, which is its own key, and those without a page. */
const NOT_IN_CATALOG = ['local', 'ANY /open-apis/*', 'POST /open-apis/bot/v2/hook/:hook_id', ...WITHOUT_PAGE];

const rows = readNodes(manifest.n8n.nodes, loadSource)
	.flatMap(({ operations }) => operations)
	.map((row) => ({ key: `${row.node}/${row.resource}/${row.operation}`, ...row }));

const takes = ({ tokens = [] }: Endpoint, identity: 'app' | 'user') =>
	tokens.includes(identity === 'app' ? 'tenant' : 'user');

function identityOf(endpoint: Endpoint): Identity | undefined {
	const [app, user] = [takes(endpoint, 'app'), takes(endpoint, 'user')];
	if (app && user) return 'either';
	return app ? 'app' : user ? 'user' : undefined;
}

const called = rows.filter(({ endpoint }) => !NOT_IN_CATALOG.includes(endpoint));

test.each(called)('$key says whose token its endpoint takes', async ({ key, endpoint, identity }) => {
	const entry = await findEndpoint(endpoint);
	expect(entry?.tokens).toBeDefined();
	expect(identity).toBe(NARROWER[key] ?? WIDER[key] ?? (entry && identityOf(entry)));
});

// What is called on the way for some values only, such as an upload, may take less than an operation for either.
test.each(called)('$key calls nothing that refuses everybody whom it takes', async ({ identity, calls }) => {
	if (identity !== 'app' && identity !== 'user') return;
	const entries = await Promise.all(calls.map(findEndpoint));
	expect(calls.filter((_call, index) => !entries[index] || !takes(entries[index], identity))).toEqual([]);
});

test('what is narrower than its endpoint is an operation, and is narrower', async () => {
	for (const [key, identity] of Object.entries(NARROWER)) {
		const row = rows.find((one) => one.key === key);
		const entry = await findEndpoint(row?.endpoint ?? '');
		expect([key, entry && identityOf(entry)]).toEqual([key, 'either']);
		expect(identity).not.toBe('either');
	}
});

test('what is wider than its endpoint is an operation that calls one for each identity', async () => {
	for (const [key, identity] of Object.entries(WIDER)) {
		const row = rows.find((one) => one.key === key);
		expect([key, identity]).toEqual([key, 'either']);
		const entries = await Promise.all((row?.calls ?? []).map(findEndpoint));
		for (const one of ['app', 'user'] as const)
			expect([key, one, entries.some((entry) => entry && takes(entry, one))]).toEqual([key, one, true]);
	}
});

test('what makes no call takes nobody’s token', () => {
	const strange = rows.filter(({ endpoint, identity }) => endpoint === 'local' && identity !== undefined);
	expect(strange).toEqual([]);
});
