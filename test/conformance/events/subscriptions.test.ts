import { codeOf, otherApp, pushed } from '../../support/conformance/groups';
import { type Fixture, sdkClient, startFixture } from '../../support/conformance/harness';
import { connectSdk, type SdkConnection } from '../../support/conformance/longConnection';

const APPROVAL = '7C468A54-8745-2245-9675-08B7C63E7A85';
const FILE = 'doxcnFakeToken';

describe('subscriptions to single resources', () => {
	let fixture: Fixture;
	let online: SdkConnection;

	beforeEach(async () => {
		fixture = await startFixture();
		online = await connectSdk(fixture.simulator);
	});
	afterEach(async () => {
		online.close();
		await fixture.simulator.close();
	});

	const client = () => sdkClient(fixture.simulator);
	const push = (type: string, event: object, schema?: '1.0') =>
		fixture.simulator.push.event(fixture.simulator.appId, type, event, { schema }).status;
	const listed = () => fixture.http.admin<object[]>('GET', '/subscriptions');

	it('let a file’s events through while they last', async () => {
		const path = { file_token: FILE };
		const edit = () => push('drive.file.edit_v1', { file_token: FILE, file_type: 'docx' });
		const state = async () =>
			(await client().drive.v1.file.getSubscribe({ path, params: { file_type: 'docx' } })).data?.is_subscribe;
		expect([edit(), await state()]).toEqual(['not_subscribed', false]);
		for (let again = 0; again < 2; again += 1)
			expect((await client().drive.v1.file.subscribe({ path, params: { file_type: 'docx' } })).code).toBe(0);
		expect([edit(), await state()]).toEqual(['pending', true]);
		expect(await listed()).toEqual([
			expect.objectContaining({
				app_id: fixture.simulator.appId,
				kind: 'drive.file',
				resource: FILE,
				file_type: 'docx',
			}),
		]);
		await client().drive.v1.file.deleteSubscribe({ path, params: { file_type: 'docx' } });
		expect([edit(), await state(), await listed()]).toEqual(['not_subscribed', false, []]);
		await fixture.simulator.push.idle();
		expect(online.received).toHaveLength(1);
		expect(pushed(fixture.simulator)).toHaveLength(3);
	});

	it('to folders name their event', async () => {
		const path = { file_token: 'fldFake' };
		const folder = { file_type: 'folder' as const };
		expect(await codeOf(client().drive.v1.file.subscribe({ path, params: folder }))).toBe(1069602);
		const params = { ...folder, event_type: 'file.created_in_folder_v1' };
		expect(await codeOf(client().drive.v1.file.subscribe({ path, params }))).toBe(0);
		const created = { file_token: FILE, folder_token: 'fldFake' };
		expect(push('drive.file.created_in_folder_v1', created)).toBe('pending');
		expect(push('drive.file.created_in_folder_v1', { ...created, folder_token: 'fldOther' })).toBe('not_subscribed');
	});

	it('to a user’s documents can be asked for and ended', async () => {
		const event_type = 'drive.notice.comment_add_v1';
		const state = async () =>
			(await fixture.http.get(`/open-apis/drive/v1/user/subscription_status?event_type=${event_type}`)).data;
		expect(await state()).toEqual({ data: { is_subscribe: false } });
		expect((await fixture.http.post('/open-apis/drive/v1/user/subscription', { event_type })).code).toBe(0);
		expect(await state()).toEqual({ data: { is_subscribe: true } });
		expect((await fixture.http.post('/open-apis/drive/v1/user/subscription', { event_type: 'x' })).code).toBe(1069602);
		await fixture.http.call('DELETE', `/open-apis/drive/v1/user/remove_subscription?event_type=${event_type}`);
		expect(await state()).toEqual({ data: { is_subscribe: false } });
	});

	it('to an approval are made once per app', async () => {
		const path = { approval_code: APPROVAL };
		const instance = () => push('approval_instance', { approval_code: APPROVAL, status: 'PENDING' }, '1.0');
		expect(instance()).toBe('not_subscribed');
		expect(await codeOf(client().approval.v4.approval.subscribe({ path }))).toBe(0);
		const { status, code, msg } = await fixture.http.post(`/open-apis/approval/v4/approvals/${APPROVAL}/subscribe`);
		expect([status, code, msg]).toEqual([400, 1390007, 'subscription existed']);
		expect(instance()).toBe('pending');
		const other = otherApp(fixture.simulator);
		const theirs = sdkClient({ ...fixture.simulator, appId: other.app_id, appSecret: other.app_secret });
		expect(await codeOf(theirs.approval.v4.approval.subscribe({ path }))).toBe(0);
		for (let again = 0; again < 2; again += 1)
			expect(await codeOf(client().approval.v4.approval.unsubscribe({ path }))).toBe(0);
		expect(instance()).toBe('not_subscribed');
		expect(await listed()).toMatchObject([{ app_id: other.app_id, kind: 'approval' }]);
	});

	it('to an approval that cannot be are refused', async () => {
		const path = { approval_code: 'nonsense' };
		expect(await codeOf(client().approval.v4.approval.subscribe({ path }))).toBe(1390002);
	});

	it('are not needed for events that name no resource', () => {
		expect(push('approval_instance', { instance_code: 'X' }, '1.0')).toBe('pending');
		expect(push('im.chat.disbanded_v1', { chat_id: 'oc_x' })).toBe('pending');
	});

	it.each(['', '/cal_1/events', '/cal_1/acls'])('to calendars are for people (%s)', async (path) => {
		const url = `/open-apis/calendar/v4/calendars${path}`;
		expect((await fixture.http.post(`${url}/subscription`)).code).toBe(99991663);
		const { store, appId } = fixture.simulator;
		store.apps.tokens.push({ token: 'u-fake', app_id: appId, expires_at: store.clock.now() + 1e6, revoked: false });
		const asPerson = { authorization: 'Bearer u-fake' };
		expect((await fixture.http.post(`${url}/subscription`, {}, asPerson)).code).toBe(0);
		expect(await listed()).toMatchObject([{ kind: path ? `calendar.${path.split('/')[2]}` : 'calendar.list' }]);
		expect((await fixture.http.post(`${url}/unsubscription`, {}, asPerson)).code).toBe(0);
		expect(await listed()).toEqual([]);
	});

	it('to tasks stay', async () => {
		for (let again = 0; again < 2; again += 1)
			expect((await fixture.http.post('/open-apis/task/v2/task_v2/task_subscription?user_id_type=open_id')).code).toBe(
				0,
			);
		expect(await listed()).toMatchObject([{ kind: 'task' }]);
	});
});
