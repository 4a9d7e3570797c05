import { guidIn } from '../../../../feishu/task/taskAddress';
import { taskLink } from '../../../../feishu/task/taskLink';

const GUID = '83912691-2e43-47fc-94a4-d512e03984fa';

test.each([
	['task', GUID],
	['task', ` ${GUID.toUpperCase()} `],
	['task', `https://applink.feishu.cn/client/todo/detail?guid=${GUID}&suite_entity_num=t104121`],
	['task', `https://applink.larksuite.com/client/todo/task?guid=${GUID}`],
	['tasklist', `https://applink.feishu.cn/client/todo/task_list?guid=${GUID}`],
	['section', GUID],
] as const)('a %s by %s', (kind, entered) => expect(guidIn(kind, 'Field', entered)).toBe(GUID));

test.each([
	['task', '', /is empty/],
	['task', 't104121', /number of a task, which Feishu only shows/],
	['task', `https://applink.feishu.cn/client/todo/task_list?guid=${GUID}`, /holds no task/],
	['tasklist', `https://applink.feishu.cn/client/todo/detail?guid=${GUID}`, /holds no task list/],
	['task', 'https://applink.feishu.cn/client/todo/detail', /holds no task/],
	['section', 'In progress', /holds no section/],
] as const)('no %s: %s', (kind, entered, words) => expect(() => guidIn(kind, 'Field', entered)).toThrow(words));

test('the link of a task opens at the host of the brand, and is not known of a private one', () => {
	const link = `https://applink.feishu.cn/client/todo/detail?guid=${GUID}`;
	expect(taskLink('https://open.feishu.cn', 'detail', GUID)).toBe(link);
	expect(guidIn('task', 'Field', link)).toBe(GUID);
	expect(taskLink('https://open.larksuite.com', 'task_list', GUID)).toContain(
		'applink.larksuite.com/client/todo/task_list',
	);
	expect(taskLink('https://open.company.example', 'detail', GUID)).toBeUndefined();
});
