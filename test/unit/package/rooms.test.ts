import { roomOf } from '../../../scripts/build/rooms';

test.each([
	['nodes/Feishu/Feishu.node.ts', 'nodes/Feishu'],
	['nodes/Feishu/resources/message/send.ts', 'nodes/Feishu'],
	['nodes/shared/im/composer/kind.ts', 'nodes/shared/im'],
	['feishu/markdown/parse.ts', 'feishu/markdown'],
	['feishu/json.ts', 'feishu'],
	['credentials/FeishuApi.credentials.ts', 'credentials/FeishuApi'],
	['node_modules/marked/lib/marked.esm.js', 'packages/marked'],
	['node_modules/@scope/name/index.js', 'packages/scope-name'],
	['node_modules/one/node_modules/two/index.js', 'packages/two'],
	['../elsewhere/file.ts', undefined],
])('%s goes to %s', (source, room) => {
	expect(roomOf(`/project/${source}`, '/project')).toBe(room);
});
