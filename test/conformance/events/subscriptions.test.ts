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
		for (const code of [0, 1390007])
			expect(await codeOf(client().approval.v4.approval.unsubscribe({ path }))).toBe(code);
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

	it.each(['', '/cal_1/acls'])('to calendars and their access are for people (%s)', async (path) => {
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

	it('to the events of a calendar are for apps as well', async () => {
		const changed = (calendar_id: string) => push('calendar.calendar.event.changed_v4', { calendar_id });
		expect(changed('cal_1')).toBe('not_subscribed');
		const path = { calendar_id: 'cal_1' };
		expect((await client().calendar.v4.calendarEvent.subscription({ path })).code).toBe(0);
		expect([changed('cal_1'), changed('cal_2')]).toEqual(['pending', 'not_subscribed']);
		await client().calendar.v4.calendarEvent.unsubscription({ path });
		expect(changed('cal_1')).toBe('not_subscribed');
		await fixture.simulator.push.idle();
	});

	it.each<[string, object, '1.0' | undefined]>([
		['leave_approval', { instance_code: 'X' }, '1.0'],
		['work_approval_revert', { instance_code: 'X' }, '1.0'],
		['approval.approval.updated_v4', { object: { approval_code: APPROVAL } }, undefined],
		['approval.instance.trip_group_update_v4', { object: { instance_code: 'X' } }, undefined],
	])('to an approval bring %s', async (type, event, schema) => {
		expect(push(type, event, schema)).toBe('not_subscribed');
		await fixture.http.post(`/open-apis/approval/v4/approvals/${APPROVAL}/subscribe`);
		expect(push(type, event, schema)).toBe('pending');
		await fixture.simulator.push.idle();
	});

	it.each<[string, string]>([
		['approval.instance.status_changed_v4', 'approval/v4/instances/subscription'],
		['approval.task.status_changed_v4', 'approval/v4/tasks/subscription'],
		['calendar.calendar.changed_v4', 'calendar/v4/calendars/subscription'],
		['calendar.calendar.acl.created_v4', 'calendar/v4/calendars/cal_1/acls/subscription'],
		['mail.user_mailbox.event.message_received_v1', 'mail/v1/user_mailboxes/me/event/subscribe'],
		['minutes.minute.generated_v1', 'minutes/v1/minutes/subscription'],
		['vc.meeting.participant_meeting_started_v1', 'vc/v1/meetings/subscription'],
		['vc.note.generated_v1', 'vc/v1/notes/subscription'],
		['vc.recording.recording_ended_v1', 'vc/v1/recordings/subscription'],
	])('of people bring %s, and no app makes them', async (type, path) => {
		const { store, appId } = fixture.simulator;
		const subscribe = (headers?: Record<string, string>) =>
			fixture.http.post(`/open-apis/${path}`, { subscription_type: 'INVOLVED_APPROVAL' }, headers);
		// What an approval code brings is something else.
		await fixture.http.post(`/open-apis/approval/v4/approvals/${APPROVAL}/subscribe`);
		expect([(await subscribe()).code, push(type, { approval_code: APPROVAL })]).toEqual([99991663, 'not_subscribed']);
		store.apps.tokens.push({ token: 'u-fake', app_id: appId, expires_at: store.clock.now() + 1e6, revoked: false });
		expect((await subscribe({ authorization: 'Bearer u-fake' })).code).toBe(0);
		expect(push(type, { approval_code: APPROVAL })).toBe('pending');
		await fixture.simulator.push.idle();
	});

	it('to the help desk are one call of the app', async () => {
		expect(push('helpdesk.ticket.created_v1', {})).toBe('not_subscribed');
		expect((await fixture.http.post('/open-apis/helpdesk/v1/events/subscribe')).code).toBe(0);
		expect(push('helpdesk.ticket.created_v1', {})).toBe('pending');
		await fixture.simulator.push.idle();
	});

	it('to tasks stay', async () => {
		for (let again = 0; again < 2; again += 1)
			expect((await fixture.http.post('/open-apis/task/v2/task_v2/task_subscription?user_id_type=open_id')).code).toBe(
				0,
			);
		expect(await listed()).toMatchObject([{ kind: 'task' }]);
	});
});
