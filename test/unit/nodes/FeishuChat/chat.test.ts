/** What the operations on groups send, and when. */
import { olderText } from '../../../../nodes/FeishuChat/resources/announcement/olderDocument';
import { update as updateAnnouncement } from '../../../../nodes/FeishuChat/resources/announcement/update';
import { create } from '../../../../nodes/FeishuChat/resources/chat/create';
import { update } from '../../../../nodes/FeishuChat/resources/chat/update';
import { add as addMembers } from '../../../../nodes/FeishuChat/resources/member/add';
import { FIND_ENDPOINT } from '../../../../nodes/shared/contact/people';
import { UPLOAD_IMAGE } from '../../../../nodes/shared/im/upload';
import { runOperation as run } from '../../../support/nodes/runOperation';

const several = (list: string) => ({ several: [{ list }] });

describe('Chat: Create', () => {
	const plain = { chatType: 'private', groupMessageType: 'chat' };

	it('sends only what was filled in, once only', async () => {
		const { calls } = await run(create, { ...plain, name: ' Ops ' });
		expect(calls).toEqual([
			{
				endpoint: create.endpoint,
				query: { user_id_type: 'open_id', set_bot_manager: undefined, uuid: 'uuid-1' },
				body: {
					name: 'Ops',
					user_id_list: [],
					bot_id_list: [],
					chat_type: 'private',
					group_message_type: 'chat',
				},
				idempotent: true,
			},
		]);
	});

	it('uploads the picture after everything else is known to be right', async () => {
		const answers = { [UPLOAD_IMAGE]: { image_key: 'img_1' }, [FIND_ENDPOINT]: { user_list: [] } };
		const settings = { avatarField: 'data' };
		const { calls } = await run(create, { ...plain, settings }, answers);
		expect(calls.map(({ endpoint }) => endpoint)).toEqual([UPLOAD_IMAGE, create.endpoint]);
		expect(calls[0]?.form).toMatchObject({ image_type: 'avatar' });
		expect(calls[1]?.body).toMatchObject({ avatar: 'img_1' });

		const missing = await run(create, { ...plain, settings, members: several('a@example.com') }, answers);
		expect(missing.calls.map(({ endpoint }) => endpoint)).toEqual([FIND_ENDPOINT]);
		expect(missing.output).toMatchObject({ error: { field: 'Members' } });
	});

	it.each([
		[[], { status: false, screenshot_has_permission_setting: 'all_members' }],
		[['screenshot'], { status: true, screenshot_has_permission_setting: 'not_anyone' }],
	])('restricts %j', async (restrictedMode, restricted_mode_setting) => {
		const { calls } = await run(create, { ...plain, settings: { restrictedMode } });
		expect(calls[0]?.body).toMatchObject({ restricted_mode_setting });
	});
});

describe('Chat: Update', () => {
	it.each([
		['all_members', 'allowed'],
		['only_owner', 'not_allowed'],
	])('goes with sharing where %s may add members', async (addMemberPermission, share_card_permission) => {
		const { calls, key } = await run(update, { chat: 'oc_1', updateFields: { addMemberPermission } });
		expect(calls[0]?.body).toEqual({ add_member_permission: addMemberPermission, share_card_permission });
		expect(key()).toBe('oc_1');
	});

	it('takes a key for the picture as it is', async () => {
		const { calls } = await run(update, { chat: 'oc_1', settings: { avatarKey: 'img_1' } });
		expect(calls).toHaveLength(1);
		expect(calls[0]?.body).toEqual({ avatar: 'img_1' });
	});
});

describe('Member: Add', () => {
	it('keeps the lists of all requests together, and those who were not added apart', async () => {
		const people = Array.from({ length: 60 }, (_, index) => `ou_${index}`);
		const answers = {
			[addMembers.endpoint]: ({ body }: { body?: unknown }) => {
				const { id_list } = body as { id_list: string[] };
				return { invalid_id_list: [id_list[0]], not_existed_id_list: id_list.length < 50 ? [id_list[1]] : undefined };
			},
		};
		const { output, calls } = await run(
			addMembers,
			{ chat: 'oc_1', members: several(people.join()), whenUnavailable: '1' },
			answers,
		);
		expect(calls.map(({ query }) => query)).toEqual([
			{ member_id_type: 'open_id', succeed_type: '1' },
			{ member_id_type: 'open_id', succeed_type: '1' },
		]);
		expect(output).toEqual({
			chat_id: 'oc_1',
			added_id_list: people.filter((id) => !['ou_0', 'ou_50', 'ou_51'].includes(id)),
			invalid_id_list: ['ou_0', 'ou_50'],
			not_existed_id_list: ['ou_51'],
			pending_approval_id_list: [],
		});
	});
});

describe('announcements', () => {
	it.each([
		[undefined, ''],
		['no JSON', ''],
		['{}', ''],
		['{"body":{"blocks":"x"}}', ''],
		['{"body":{"blocks":[]}}', ''],
	])('of %j hold no words', (content, words) => {
		expect(olderText(content)).toBe(words);
	});

	it('give back the words that were put in, also out of tables and lists', () => {
		const run = (text: string) => ({ type: 'textRun', textRun: { text, style: {} } });
		const blocks = [
			{ type: 'paragraph', paragraph: { elements: [run('Hello '), run('world')] } },
			{ type: 'paragraph', paragraph: { elements: [] } },
			{
				type: 'table',
				table: { rows: [{ cells: [{ body: { blocks: [{ paragraph: { elements: [run('cell')] } }] } }] }] },
			},
		];
		expect(olderText(JSON.stringify({ body: { blocks } }))).toBe('Hello world\ncell');
	});

	it('are changed on the newest revision unless one is named', async () => {
		const [about, get] = [
			'GET /open-apis/docx/v1/chats/:chat_id/announcement',
			'GET /open-apis/im/v1/chats/:chat_id/announcement',
		];
		const update = 'PATCH /open-apis/im/v1/chats/:chat_id/announcement';
		const parameters = { chat: 'oc_1', change: 'append', announcementText: 'Hi' };
		const answers = { [about]: { announcement_type: 'doc' }, [get]: { revision: '7' } };
		const newest = await run(updateAnnouncement, parameters, answers);
		expect(newest.calls.map(({ endpoint }) => endpoint)).toEqual([about, get, update]);
		expect(newest.calls[2]?.body).toMatchObject({ revision: '7' });
		const named = await run(updateAnnouncement, { ...parameters, options: { revision: '3' } }, answers);
		expect(named.calls.map(({ body }) => (body as { revision?: string } | undefined)?.revision)).toEqual([
			undefined,
			'3',
		]);
	});
});
