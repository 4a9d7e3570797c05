/**
 * The words of 230001, by which advice goes.
 * Source: https://open.feishu.cn/document/uAjLw4CM/ugTN1YjL4UTN24CO1UjN/trouble-shooting/how-to-resolve-error-230001
 */
import { type Fixture, startFixture } from '../../support/conformance/harness';

const MESSAGES = '/open-apis/im/v1/messages';

describe('a parameter that is wrong', () => {
	let fixture: Fixture;
	beforeAll(async () => {
		fixture = await startFixture();
	});
	afterAll(() => fixture.simulator.close());

	const refusal = (ext: string) => ({
		status: 400,
		code: 230001,
		msg: `Your request contains an invalid request parameter, ext=${ext}.`,
	});

	it.each([
		['page_size=51', 'The page_size exceeds the limit'],
		['page_size=0', 'The page_size exceeds the limit'],
		['sort_type=ByName', 'invalid sort_type'],
		['container_id_type=group', 'invalid container_id_type'],
		['start_time=2&end_time=1', 'The end_time is earlier than the start_time'],
		['start_time=now', 'invalid start_time'],
		['container_id=oc_nosuch', 'invalid container_id'],
		['page_token=nonsense', 'the request parameters have changed, page_token is invalid'],
	])('of a history: %s', async (query, words) => {
		const given = new URLSearchParams({ container_id_type: 'chat', container_id: fixture.chatId });
		for (const [name, value] of new URLSearchParams(query)) given.set(name, value);
		expect(await fixture.http.get(`${MESSAGES}?${given.toString()}`)).toMatchObject(refusal(words));
	});

	const format = (type: string) => `invalid message content, the content format of the ${type} type is incorrect`;

	it.each([
		['text', {}, format('text')],
		['text', { text: '' }, format('text')],
		['image', {}, format('image')],
		['file', { file_key: '' }, format('file')],
		['audio', { key: 'x' }, format('audio')],
		['media', {}, format('media')],
		['share_chat', {}, format('share_chat')],
		['share_user', {}, format('share_user')],
		['text', '', 'content cannot be empty'],
		['nonsense', {}, 'invalid msg_type'],
		['system', { type: 'divider' }, 'sending system messages in group chats is not supported'],
	])('of a message: %s %j', async (type, content, words) => {
		expect(await fixture.http.send(fixture.chatId, type, content)).toMatchObject(refusal(words));
	});

	it.each([
		[{ tag: 'text' }, "message_content_text_tag's text field can't be nil"],
		[{ tag: 'a', text: 'x' }, "message_content_a_tag's href field can't be nil"],
		[{ tag: 'a', href: 'https://x.y' }, "message_content_a_tag's text field can't be nil"],
		[{ tag: 'at' }, "message_content_at_tag's user_id field can't be nil"],
		[{ tag: 'img' }, "message_content_img_tag's image_key field can't be nil"],
		[{ tag: 'media' }, "message_content_media_tag's file_key field can't be nil"],
		[{ tag: 'emotion' }, "message_content_emotion_tag's emoji_type field can't be nil"],
		[{ tag: 'code_block' }, "message_content_code_block_tag's text field can't be nil"],
		[{ tag: 'md' }, "message_content_md_tag's text field can't be nil"],
		[{ tag: 'zz' }, 'message_content has wrong tag'],
	])('of a post: %j', async (node, words) => {
		const post = { zh_cn: { title: '', content: [[node]] } };
		expect(await fixture.http.send(fixture.chatId, 'post', post)).toMatchObject(refusal(words));
	});

	it('of those who are urged: nobody of the chat, or a bot', async () => {
		const id = await fixture.http.text(fixture.chatId, 'x');
		const urge = (openId: string) =>
			fixture.http.call('PATCH', `${MESSAGES}/${id}/urgent_app?user_id_type=open_id`, { user_id_list: [openId] });
		expect(await urge('ou_nosuch')).toMatchObject(refusal('all ids in the user_id_list are invalid'));
		const [bot] = fixture.simulator.store.apps.values();
		expect(await urge(bot?.bot_open_id ?? '')).toMatchObject(
			refusal('this operation to bots is currently not supported'),
		);
	});

	it('of what is forwarded together: nothing that can be', async () => {
		await fixture.http.admin('PUT', '/settings', { systemMessages: 'written' });
		const system = [...fixture.simulator.store.im.messages.values()].find(
			({ chat_id: id, msg_type: type }) => id === fixture.chatId && type === 'system',
		);
		const answer = await fixture.http.post(`${MESSAGES}/merge_forward?receive_id_type=chat_id`, {
			receive_id: fixture.chatId,
			message_id_list: [system?.message_id],
		});
		expect(answer).toMatchObject(refusal('no valid message to forward'));
	});

	it.each([
		['gateway', 99992354],
		['endpoint', 230001],
	] as const)('of a message that is not there, as told by the %s', async (unknownId, code) => {
		await fixture.http.admin('PUT', '/settings', { unknownId });
		expect(await fixture.http.get(`${MESSAGES}/om_nosuch`)).toMatchObject({ status: 400, code });
	});
});
