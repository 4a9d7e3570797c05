import { checkKind, idKind, strayId } from '../../../feishu/idKinds';
import { checkId, type IdForm } from '../../../feishu/ids';
import { thrownBy } from '../../support/feishuCalls';

/** What people paste or type, and what it is. */
const ENTERED = {
	chat: 'oc_a0553eda9014c201e6969b478895c230',
	message: 'om_dc13264520392913993dd051dba21dcf',
	thread: 'omt_1a3b99f9d2cfd982',
	openId: 'ou_7d8a6e6df7621556ce0d21922b676706',
	unionId: 'on_94a1ee5551019f18cd73d9f111898cf2',
	department: 'od-4e6ac4d14bcd5071a37a39de902c7141',
	app: 'cli_9f5343c580712544',
	image: 'img_v3_02ab_0a1b2c3d',
	file: 'file_v3_00ab_0a1b2c3d',
	batchMessage: 'bm-dc13264520392913993dd051dba21dcf',
	email: 'tom@example.com',
	mobile: '+65 9123 4567',
	chatLink: 'https://applink.feishu.cn/client/chat/chatter/add_by_link?link_token=f5cuxxxx',
	link: 'https://example.com/page',
	name: 'Carol Smith',
	chinese: '深圳分公司王小明',
} as const;
type Entered = keyof typeof ENTERED;
const entered = Object.entries(ENTERED) as Array<[Entered, string]>;

const errorOf = (action: () => unknown) => thrownBy(action) as Error & { advice: string; field: string };

it.each(entered)('a %s is recognised', (kind, value) => {
	expect(idKind(value)).toBe(kind);
	expect(idKind(` ${value}\n`)).toBe(kind);
});

it.each(['张三', '王小明', '欧阳小明'])('%s is a name, though an administrator might choose it as an ID', (name) => {
	expect(idKind(name)).toBe('name');
	expect(errorOf(() => checkKind('person', name, 'Approvers')).advice).toContain('This is a name');
});

it.each(['7f3a', 'EMP-1024', '13800138000', 'g193821', '0', '7101214603622940671', ''])(
	'%j has no form of its own, so it may be right',
	(value) => {
		expect(idKind(value)).toBeUndefined();
		expect(strayId(value)).toBeUndefined();
		expect(checkKind('person', value, 'User')).toBe(value);
	},
);

it.each([
	['person', ['openId', 'unionId', 'email', 'mobile', 'chinese']],
	['somebody', ['openId', 'unionId', 'email', 'mobile', 'name', 'chinese']],
	['receiver', ['openId', 'unionId', 'email', 'mobile', 'name', 'chinese', 'chat', 'department']],
	['department', ['department']],
	['userGroup', []],
	['image', ['image']],
	['file', ['file']],
	['attachment', ['file', 'image']],
	['part', []],
] as const)('a field for a %s takes %j, and tells what all others are and where they belong', (field, takes) => {
	for (const [kind, value] of entered) {
		if ((takes as readonly string[]).includes(kind)) {
			expect(checkKind(field, value, 'Field')).toBe(value);
			continue;
		}
		const error = errorOf(() => checkKind(field, value, 'Field'));
		expect(error).toMatchObject({ name: 'InputError', field: 'Field' });
		expect(error.message).toMatch(/^The field 'Field' holds no .+: /);
		expect(error.advice).toBe(strayId(value));
		expect(error.advice).toMatch(/^This is .+: .+/);
	}
});

it.each([
	['image', 'img_v3_02ab_0a1b2c3d'],
	['image', 'img_8d5181ca-0aed-40f0-b0d1-b1452132afbg'],
	['image', 'default-avatar_44ae0ca3-e140-494b-956f-78091e348435'],
	['file', 'file_456a92d6-c6ea-4de4-ac3f-7afcf44ac78g'],
	['file', '75235e0c-4f92-430a-a99b-8446610223cg'],
	['attachment', '75235e0c-4f92-430a-a99b-8446610223cg'],
	['attachment', 'img_7ea74629-9191-4176-998c-2e603c9c5e8g'],
	['file', ''],
] as const)('a field for a %s takes %j', (field, key) => {
	expect(checkKind(field, key, 'Field')).toBe(key);
});

it.each([
	['image', 'x', 'An image key looks like img_'],
	['file', 'report.pdf', 'A file key looks like file_'],
	['attachment', '75235e0c', 'The key looks like file_'],
] as const)('a field for a %s refuses %j, which has no form of a key', (field, key, advice) => {
	expect(errorOf(() => checkKind(field, key, 'Field'))).toMatchObject({
		message: expect.stringContaining(`holds no ${field === 'image' ? 'image' : 'file'} key: ${key}`) as string,
		advice: expect.stringContaining(advice) as string,
	});
});

it.each<[IdForm, Entered, string]>([
	[
		'chat',
		'email',
		'This is an e-mail address: a person goes into a field User; where a message is sent, choose Send To → User',
	],
	['chat', 'openId', 'This is the open_id of a person: a person goes into a field User'],
	['chat', 'unionId', 'This is the union_id of a person: a person goes into a field User'],
	['chat', 'chatLink', "This is a group's share link, which does not hold its ID: choose From List"],
	['chat', 'name', 'This is a name: choose From List'],
	['chat', 'message', 'This is the ID of a message: it goes into a field Message'],
	['message', 'chat', 'This is the ID of a group chat: a group goes into a field Chat'],
	['message', 'thread', 'This is the ID of a thread: it goes into a field Thread ID'],
	['thread', 'message', 'This is the ID of a message: it goes into a field Message'],
])('the %s field says what a %s is', (form, kind, words) => {
	const { advice } = errorOf(() => checkId(form, ENTERED[kind], 'Field'));
	expect(advice).toContain(words);
	expect(advice).toMatch(/looks like \S+$/);
});
