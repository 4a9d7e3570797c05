import { DEFAULT_TIER, rateOf } from '../../../../feishu/api/rates';

const perMinute = (count: number) => [{ count, windowMs: 60_000 }];
const perSecond = (count: number) => [{ count, windowMs: 1000 }];

it.each([
	['as the catalog writes it', '/open-apis/im/v1/chats/:chat_id/members', DEFAULT_TIER],
	['with its path filled in', '/open-apis/im/v1/chats/oc_1/members', DEFAULT_TIER],
])('finds an endpoint of the default tier %s', async (_how, path, tier) => {
	expect(await rateOf('GET', path)).toEqual(
		expect.objectContaining({ id: 'GET /open-apis/im/v1/chats/:chat_id/members', tier }),
	);
});

it('finds other tiers, per minute and per second', async () => {
	expect((await rateOf('POST', '/open-apis/drive/v1/files/upload_prepare')).tier).toEqual(perSecond(5));
	expect((await rateOf('POST', '/open-apis/approval/v4/instances')).tier).toEqual(perMinute(100));
});

it.each([
	['uploads', 'POST', '/open-apis/drive/v1/files/upload_all', 20],
	['nodes of a wiki', 'GET', '/open-apis/wiki/v2/spaces/7034502641455497244/nodes', 20],
	['permissions', 'POST', '/open-apis/drive/v1/permissions/doxcn1/members', 5],
] as const)('knows the tier of %s', async (_what, method, path, count) => {
	expect((await rateOf(method, path)).tier).toEqual(perSecond(count));
});

it('takes the path with fewer parameters where two fit', async () => {
	const search = await rateOf('GET', '/open-apis/im/v1/chats/search');
	expect(search.id).toBe('GET /open-apis/im/v1/chats/search');
	expect((await rateOf('GET', '/open-apis/im/v1/chats/oc_1')).id).toBe('GET /open-apis/im/v1/chats/:chat_id');
});

it('gives unknown paths the default tier, each its own', async () => {
	expect(await rateOf('POST', '/open-apis/new/v1/things')).toEqual({
		id: 'POST /open-apis/new/v1/things',
		tier: DEFAULT_TIER,
	});
	expect((await rateOf('DELETE', '/open-apis/im/v1/chats')).id).toBe('DELETE /open-apis/im/v1/chats');
});
