import { legacyMessage } from '../../../../../feishu/im/content/legacyMessage';

it.each<[string, object, object]>([
	['text', { text: 'a' }, { content: { text: 'a' } }],
	['image', { image_key: 'img_1' }, { content: { image_key: 'img_1' } }],
	['post', { zh_cn: { title: '', content: [] } }, { content: { post: { zh_cn: { title: '', content: [] } } } }],
	['share_chat', { chat_id: 'oc_1' }, { content: { share_chat_id: 'oc_1' } }],
	['interactive', { schema: '2.0' }, { card: { schema: '2.0' } }],
])('%s', (msg_type, content, body) => {
	expect(legacyMessage({ msg_type, content })).toEqual({ msg_type, ...body });
});
