/** What people expect of a chat node: every call about messages, cards, chats, files and people that they may come with from elsewhere. */
import { readNodes } from '../../../scripts/lib/operations';
import { loadSource, manifest } from '../../support/package/sources';

const EXPECTED = [
	// Messages
	'POST /open-apis/im/v1/messages',
	'POST /open-apis/im/v1/messages/:message_id/reply',
	'PUT /open-apis/im/v1/messages/:message_id',
	'POST /open-apis/im/v1/messages/:message_id/forward',
	'POST /open-apis/im/v1/messages/merge_forward',
	'POST /open-apis/im/v1/threads/:thread_id/forward',
	'DELETE /open-apis/im/v1/messages/:message_id',
	'GET /open-apis/im/v1/messages/:message_id',
	'GET /open-apis/im/v1/messages',
	'GET /open-apis/im/v1/messages/:message_id/read_users',
	'PATCH /open-apis/im/v1/messages/:message_id/urgent_app',
	'POST /open-apis/im/v1/messages/:message_id/push_follow_up',
	'POST /open-apis/im/v1/messages/:message_id/reactions',
	'GET /open-apis/im/v1/messages/:message_id/reactions',
	'DELETE /open-apis/im/v1/messages/:message_id/reactions/:reaction_id',
	'POST /open-apis/im/v1/pins',
	'GET /open-apis/im/v1/pins',
	'DELETE /open-apis/im/v1/pins/:message_id',
	'POST /open-apis/message/v4/batch_send/',
	'DELETE /open-apis/im/v1/batch_messages/:batch_message_id',
	'GET /open-apis/im/v1/batch_messages/:batch_message_id/get_progress',
	'GET /open-apis/im/v1/batch_messages/:batch_message_id/read_user',
	// Cards
	'PATCH /open-apis/im/v1/messages/:message_id',
	'POST /open-apis/interactive/v1/card/update',
	'POST /open-apis/ephemeral/v1/send',
	'POST /open-apis/ephemeral/v1/delete',
	// Files
	'POST /open-apis/im/v1/images',
	'GET /open-apis/im/v1/images/:image_key',
	'POST /open-apis/im/v1/files',
	'GET /open-apis/im/v1/files/:file_key',
	'GET /open-apis/im/v1/messages/:message_id/resources/:file_key',
	// Chats
	'POST /open-apis/im/v1/chats',
	'PUT /open-apis/im/v1/chats/:chat_id',
	'DELETE /open-apis/im/v1/chats/:chat_id',
	'GET /open-apis/im/v1/chats',
	'GET /open-apis/im/v1/chats/:chat_id',
	'GET /open-apis/im/v1/chats/search',
	'POST /open-apis/im/v1/chats/:chat_id/link',
	'GET /open-apis/im/v1/chats/:chat_id/members',
	'POST /open-apis/im/v1/chats/:chat_id/members',
	'DELETE /open-apis/im/v1/chats/:chat_id/members',
	'GET /open-apis/im/v1/chats/:chat_id/members/is_in_chat',
	'POST /open-apis/im/v1/chats/:chat_id/managers/add_managers',
	'POST /open-apis/im/v1/chats/:chat_id/managers/delete_managers',
	// Announcements of either kind
	'GET /open-apis/docx/v1/chats/:chat_id/announcement',
	'POST /open-apis/docx/v1/chats/:chat_id/announcement/blocks/:block_id/children',
	'POST /open-apis/im/v1/chats/:chat_id/top_notice/put_top_notice',
	'POST /open-apis/im/v1/chats/:chat_id/top_notice/delete_top_notice',
	'GET /open-apis/im/v1/chats/:chat_id/moderation',
	'PUT /open-apis/im/v1/chats/:chat_id/moderation',
	'POST /open-apis/im/v1/chats/:chat_id/chat_tabs',
	'POST /open-apis/im/v1/chats/:chat_id/menu_tree',
	// People
	'GET /open-apis/contact/v3/users/:user_id',
	'GET /open-apis/contact/v3/users/batch',
	'GET /open-apis/contact/v3/users/find_by_department',
	'POST /open-apis/contact/v3/users/batch_get_id',
	'GET /open-apis/contact/v3/departments/:department_id',
	'GET /open-apis/contact/v3/departments/:department_id/children',
	'GET /open-apis/contact/v3/group/:group_id/member/simplelist',
	'GET /open-apis/bot/v3/info',
];

/** What works without a call. */
const LOCAL = ['message:parse', 'event:parse'];

test('the nodes have an operation for each', () => {
	const rows = readNodes(manifest.n8n.nodes, loadSource).flatMap(({ operations }) => operations);
	const endpoints = new Set(rows.map(({ endpoint }) => endpoint));
	expect(EXPECTED.filter((endpoint) => !endpoints.has(endpoint))).toEqual([]);
	const local = rows.filter(({ endpoint }) => endpoint === 'local').map((row) => `${row.resource}:${row.operation}`);
	expect(LOCAL.filter((key) => !local.includes(key))).toEqual([]);
});
